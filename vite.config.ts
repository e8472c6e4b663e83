import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { firstOutcome } from './scripts/first-outcome.mjs';
import { helpPages, leanCatalogue } from './scripts/help-pages.mjs';
import { leanMonaco } from './scripts/lean-monaco.mjs';

export default defineConfig({
  base: './',
  plugins: [react(), firstOutcome(), helpPages(), leanCatalogue(), leanMonaco()],
  worker: { format: 'es', plugins: () => [leanCatalogue()] },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { input: { index: 'index.html', embed: 'embed.html' } },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'conformance/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['scripts/property-seed.ts'],
    // Tests assert results, never times; a busy machine may take long over a property test.
    testTimeout: 60_000,
  },
});
