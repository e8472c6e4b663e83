/*
 * How the page is arranged: what survives a reload but belongs to the person, not to the document.
 */

export type ThemeChoice = 'light' | 'dark' | 'system';

/** The four stages of the answer's way; on a phone one of them is shown at a time. */
export type StageId = 'answer' | 'rules' | 'template' | 'response';

export type ResultTab = 'why' | 'problems' | 'cases' | 'log' | 'emulator';

export type BodyView = 'sent' | 'pretty' | 'invisibles' | 'hex' | 'image';

/** Each split gives its first half a share of the room; the narrow ones apply to the two-column page. */
export type SplitId =
  | 'inputs'
  | 'inputsNarrow'
  | 'configuration'
  | 'configurationNarrow'
  | 'answer'
  | 'answerNarrow'
  | 'response'
  | 'request';

export interface LayoutSlice {
  theme: ThemeChoice;
  /** Share of the first half, 0 to 1. */
  splits: Record<SplitId, number>;
  requestOpen: boolean;
  /** The headers API Gateway adds to every response are unfolded. */
  serviceHeadersOpen: boolean;
  resultTab: ResultTab;
  bodyView: BodyView;
  stage: StageId;
}

export const DEFAULT_SPLITS: Record<SplitId, number> = {
  inputs: 0.66,
  inputsNarrow: 0.54,
  configuration: 0.52,
  configurationNarrow: 0.6,
  answer: 0.34,
  answerNarrow: 0.42,
  response: 0.6,
  request: 0.5,
};

export const DEFAULT_LAYOUT: LayoutSlice = {
  theme: 'system',
  splits: DEFAULT_SPLITS,
  requestOpen: false,
  serviceHeadersOpen: false,
  resultTab: 'why',
  bodyView: 'sent',
  stage: 'response',
};

/** Neither half of a split gets less than this share. */
const SMALLEST_SHARE = 0.15;

export function moveSplit(layout: LayoutSlice, id: SplitId, share: number): LayoutSlice {
  const kept = Math.min(1 - SMALLEST_SHARE, Math.max(SMALLEST_SHARE, share));
  return { ...layout, splits: { ...layout.splits, [id]: kept } };
}

export function resetSplits(layout: LayoutSlice): LayoutSlice {
  return { ...layout, splits: DEFAULT_SPLITS };
}

export function toggleRequest(layout: LayoutSlice): LayoutSlice {
  return { ...layout, requestOpen: !layout.requestOpen };
}

/** Shows the stage a text belongs to; the request stands below the template. */
export function showStage(layout: LayoutSlice, stage: StageId): LayoutSlice {
  return layout.stage === stage ? layout : { ...layout, stage };
}

/** The text of a layout as it is stored. */
export function writeLayout(layout: LayoutSlice): string {
  return JSON.stringify(layout);
}

/** Reads a stored layout member by member: whatever is missing or odd has its default. */
export function readLayout(stored: string | null): LayoutSlice {
  const value = parseObject(stored);
  const splits = isObject(value.splits) ? value.splits : {};
  const layout: LayoutSlice = {
    theme: oneOf(value.theme, ['light', 'dark', 'system'], DEFAULT_LAYOUT.theme),
    splits: { ...DEFAULT_SPLITS },
    requestOpen: value.requestOpen === true,
    serviceHeadersOpen: value.serviceHeadersOpen === true,
    resultTab: oneOf(
      value.resultTab,
      ['why', 'problems', 'cases', 'log', 'emulator'],
      DEFAULT_LAYOUT.resultTab,
    ),
    bodyView: oneOf(
      value.bodyView,
      ['sent', 'pretty', 'invisibles', 'hex', 'image'],
      DEFAULT_LAYOUT.bodyView,
    ),
    stage: oneOf(value.stage, ['answer', 'rules', 'template', 'response'], DEFAULT_LAYOUT.stage),
  };
  return (Object.keys(DEFAULT_SPLITS) as SplitId[]).reduce((read, id) => {
    const share = splits[id];
    return typeof share === 'number' && Number.isFinite(share) ? moveSplit(read, id, share) : read;
  }, layout);
}

function parseObject(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function oneOf<T extends string>(value: unknown, choices: readonly T[], fallback: T): T {
  return choices.find((choice) => choice === value) ?? fallback;
}
