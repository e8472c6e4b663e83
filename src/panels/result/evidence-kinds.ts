import type { Evidence } from '../../engine/outcome';

/** The word for each kind of evidence and what it means. */
export const EVIDENCE_KINDS: Record<Evidence['kind'], { word: string; meaning: string }> = {
  documented: { word: 'documented', meaning: 'Amazon’s documentation says so.' },
  recorded: { word: 'recorded', meaning: 'Seen on the real service and kept as a recording.' },
  'java-library': {
    word: 'Java library',
    meaning: 'Measured on the Java library the service runs: Velocity, java.util.regex or JsonPath.',
  },
  'emulator-source': {
    word: 'emulator',
    meaning:
      'An emulator whose authors compare with the service does it so; there is no recording of this point.',
  },
  community: { word: 'reported', meaning: 'People who use the service report it: logs, issues, answers.' },
  assumed: {
    word: 'assumed',
    meaning:
      'Nobody has shown what the service does here. This is our choice; check it before you rely on it.',
  },
};
