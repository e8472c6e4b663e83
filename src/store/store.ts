import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { EditorPlace } from '../document/editor-place';
import type { PlaygroundDocument } from '../document/model';
import { DEFAULT_LAYOUT, type LayoutSlice } from './layout-slice';
import { NO_EVALUATION, type OutcomeSlice } from './outcome-slice';
import { placeCursor, pointAt, type ResponsePart, type TraceSlice } from './trace';
import { startWork, type WorkSlice } from './work-slice';

/*
 * The page's state in slices named after what they hold. A change is a plain function from a slice to a slice; the
 * three functions below put its result in place.
 */

export type DialogId = 'share' | 'commands' | 'rightness' | 'keys' | 'case' | 'expected' | 'presets';

/** A line above the page: something happened that the person may want to undo. */
export interface Notice {
  text: string;
  tone: 'info' | 'bad';
  action?: { label: string; run(): void };
}

export interface PlaygroundState {
  work: WorkSlice;
  outcome: OutcomeSlice;
  layout: LayoutSlice;
  dialog?: DialogId | undefined;
  notice?: Notice | undefined;
  trace: TraceSlice;
}

const NO_DOCUMENT: PlaygroundDocument = {
  format: 'apigw-response-playground',
  version: 1,
  cases: [{ name: 'answer', answer: '' }],
  activeCase: 0,
  rules: '',
  templates: [],
  request: '',
};

export const store = createStore<PlaygroundState>(() => ({
  work: startWork(NO_DOCUMENT),
  outcome: { evaluation: NO_EVALUATION },
  layout: DEFAULT_LAYOUT,
  trace: {},
}));

/** Subscribes a component to what the selector picks. */
export function usePlayground<T>(select: (state: PlaygroundState) => T): T {
  return useStore(store, select);
}

export function changeWork(change: (work: WorkSlice) => WorkSlice): void {
  store.setState((state) => ({ work: change(state.work) }));
}

export function changeOutcome(change: (outcome: OutcomeSlice) => OutcomeSlice): void {
  store.setState((state) => ({ outcome: change(state.outcome) }));
}

export function changeLayout(change: (layout: LayoutSlice) => LayoutSlice): void {
  store.setState((state) => ({ layout: change(state.layout) }));
}

export function openDialog(dialog: DialogId): void {
  store.setState({ dialog });
}

export function closeDialog(): void {
  store.setState({ dialog: undefined });
}

export function tell(notice: Notice | undefined): void {
  store.setState({ notice });
}

/** Follows a part of the response back to its origin; undefined ends that. */
export function point(part: ResponsePart | undefined): void {
  store.setState(({ trace }) => ({ trace: pointAt(trace, part) }));
}

/** Follows what is selected in an editor to where it went; undefined ends that. */
export function followCursor(cursor: EditorPlace | undefined): void {
  store.setState(({ trace }) => ({ trace: placeCursor(trace, cursor) }));
}
