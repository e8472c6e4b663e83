// @ts-check
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { keepGlyphs } from './lean-font.mjs';

/*
 * Monaco's editor imports parts that no editor of this page uses, and they cannot be left out by importing less:
 * the difference editors, drawing on the GPU, the picker behind its command palette, going to definitions, inlay
 * hints and what its worker computes. Each of these files becomes empty classes of the same names, which nothing
 * ever makes an instance of. Its font of icons loses the outlines of
 * those that these editors never show.
 */
const UNUSED = [
  'editor/browser/widget/diffEditor/diffEditorWidget',
  'editor/browser/widget/multiDiffEditor/multiDiffEditorWidget',
  'editor/browser/gpu/viewGpuContext',
  'editor/browser/viewParts/viewLinesGpu/viewLinesGpu',
  'editor/browser/viewParts/rulersGpu/rulersGpu',
  'editor/standalone/browser/quickInput/standaloneQuickInputService',
  'editor/contrib/gotoSymbol/browser/link/goToDefinitionAtPosition',
  'editor/contrib/inlayHints/browser/inlayHintsHover',
  'editor/common/services/editorWebWorker',
];
const FILE = /[\\/]monaco-editor[\\/]esm[\\/]vs[\\/](?<module>.*)\.js$/;

/** Icons of the suggestion list, the find widget, folding, tooltips, menus and scroll bars. */
const ICONS = new RegExp(
  `^(?:${[
    'symbol-.*|arrow-(?:up|down)|chevron-.*|close|check|copy|add|add-small|remove-small|dash|blank|more|menu-.*',
    'case-sensitive|whole-word|regex|preserve-case|selection|search-.*|replace|replace-all|list-filter',
    'error|warning|info|light-?bulb.*|sparkle.*|loading|sync|wrench|surround-with|toolbar-more|primitive-square',
    'triangle-.*|scrollbar-.*|tree-item-.*|folding-.*|find-.*|suggest-.*|hover-.*|parameter-hints-.*|ellipsis',
  ].join('|')})$`,
);

/** @returns {import('vite').Plugin} */
export function leanMonaco() {
  return {
    name: 'lean-monaco',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      const module = FILE.exec(id)?.groups?.module?.replaceAll('\\', '/');
      if (module === undefined || !UNUSED.includes(module)) return null;
      const names = [...code.matchAll(/^export \{([^}]*)\};$/gm)].flatMap(([, list]) =>
        (list ?? '').split(','),
      );
      if (names.length === 0) this.error(`${module} of Monaco does not look as it used to`);
      return { code: names.map((name) => `export class ${name.trim()} {}`).join('\n'), map: null };
    },
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !/codicon[^/]*\.ttf$/.test(file.fileName)) continue;
        file.source = keepGlyphs(Buffer.from(file.source), iconCodes());
      }
    },
  };
}

/** Code points of the icons to keep, from Monaco's own list. */
function iconCodes() {
  const editor = createRequire(import.meta.url).resolve('monaco-editor/editor.js');
  const list = readFileSync(join(dirname(editor), 'base/common/codiconsLibrary.js'), 'utf8');
  const icons = [...list.matchAll(/register\('([^']+)', (0x[0-9a-f]+)\)/g)];
  return new Set(icons.filter(([, name]) => ICONS.test(name ?? '')).map(([, , code]) => Number(code)));
}
