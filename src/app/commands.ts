import { setIntegrationType } from '../document/changes';
import type { IntegrationType } from '../engine/scenario';
import { bySeverity } from '../panels/result/problem-places';
import { integrationType } from '../store/integration-type';
import { resetSplits, type StageId, showStage, type ThemeChoice, toggleRequest } from '../store/layout-slice';
import { edit, goTo } from '../store/session';
import { changeLayout, openDialog, store } from '../store/store';
import { openEmpty } from './open';
import { focusPanel, moveBetweenPanels } from './panels-by-key';

/*
 * Everything the page can be told to do, by name. The palette lists it, the keyboard runs what has keys.
 */

export interface Command {
  id: string;
  title: string;
  group: string;
  /** Keys as `Mod+K`; `Mod` is Ctrl, and Cmd on a Mac. */
  keys?: string;
  run(): void;
}

export const INTEGRATION_TYPES: { id: IntegrationType; label: string; detail: string }[] = [
  { id: 'AWS', label: 'Lambda', detail: 'AWS: patterns are compared with errorMessage' },
  { id: 'AWS_PROXY', label: 'Lambda proxy', detail: 'AWS_PROXY: the function writes the response' },
  { id: 'HTTP', label: 'HTTP endpoint', detail: 'HTTP: patterns are compared with the status' },
  { id: 'HTTP_PROXY', label: 'HTTP proxy', detail: 'HTTP_PROXY: the answer is passed on' },
  { id: 'MOCK', label: 'Mock', detail: 'MOCK: the request template is the answer' },
];

/** The commands an embedded page has: moving about. */
export function embedCommands(): Command[] {
  return pageCommands().filter(({ group, id }) => group === 'Go to' || id === 'toggle-request');
}

/** The commands that are always there. */
export function pageCommands(): Command[] {
  return [
    {
      id: 'go-response',
      group: 'Go to',
      title: 'Go to the result',
      keys: 'Mod+Enter',
      run: () => goToPanel('response'),
    },
    {
      id: 'go-answer',
      group: 'Go to',
      title: 'Go to the backend answer',
      keys: 'Alt+1',
      run: () => goToPanel('answer'),
    },
    {
      id: 'go-rules',
      group: 'Go to',
      title: 'Go to the rules',
      keys: 'Alt+2',
      run: () => goToPanel('rules'),
    },
    {
      id: 'go-template',
      group: 'Go to',
      title: 'Go to the template',
      keys: 'Alt+3',
      run: () => goToPanel('template'),
    },
    {
      id: 'go-request',
      group: 'Go to',
      title: 'Go to request, stage variables and context',
      keys: 'Alt+4',
      run: goToRequest,
    },
    { id: 'next-panel', group: 'Go to', title: 'Next panel', keys: 'F6', run: () => moveBetweenPanels(1) },
    {
      id: 'previous-panel',
      group: 'Go to',
      title: 'Previous panel',
      keys: 'Shift+F6',
      run: () => moveBetweenPanels(-1),
    },
    { id: 'next-problem', group: 'Go to', title: 'Next problem', keys: 'F8', run: () => goToProblem(1) },
    {
      id: 'previous-problem',
      group: 'Go to',
      title: 'Previous problem',
      keys: 'Shift+F8',
      run: () => goToProblem(-1),
    },
    {
      id: 'commands',
      group: 'Page',
      title: 'All commands',
      keys: 'Mod+K',
      run: () => openDialog('commands'),
    },
    {
      id: 'share',
      group: 'Document',
      title: 'Share, embed, download or open a file',
      keys: 'Mod+Shift+S',
      run: () => openDialog('share'),
    },
    { id: 'empty', group: 'Document', title: 'Empty document', run: openEmpty },
    { id: 'case-settings', group: 'Document', title: 'Settings of this case', run: () => openDialog('case') },
    {
      id: 'presets',
      group: 'Document',
      title: 'Add a usual answer as a case',
      run: () => openDialog('presets'),
    },
    {
      id: 'expected',
      group: 'Document',
      title: 'Write what is expected of this case',
      run: () => openDialog('expected'),
    },
    { id: 'all-cases', group: 'Go to', title: 'All cases in one table', run: goToCases },
    { id: 'rightness', group: 'Page', title: 'How right is this?', run: () => openDialog('rightness') },
    { id: 'keys', group: 'Page', title: 'Keyboard', run: () => openDialog('keys') },
    {
      id: 'toggle-request',
      group: 'Page',
      title: 'Show or hide request, stage variables and context',
      run: () => changeLayout(toggleRequest),
    },
    {
      id: 'reset-sizes',
      group: 'Page',
      title: 'Put the panels back to their sizes',
      run: () => changeLayout(resetSplits),
    },
    ...(['light', 'dark', 'system'] as const).map((theme) => ({
      id: `theme-${theme}`,
      group: 'Page',
      title: `Theme: ${theme}`,
      run: () => chooseTheme(theme),
    })),
    ...INTEGRATION_TYPES.map(({ id, label }) => ({
      id: `type-${id}`,
      group: 'Document',
      title: `Integration type: ${label} (${id})`,
      run: () => chooseIntegrationType(id),
    })),
  ];
}

export function chooseTheme(theme: ThemeChoice): void {
  changeLayout((layout) => ({ ...layout, theme }));
}

export function chooseIntegrationType(type: IntegrationType): void {
  if (integrationType(store.getState().work.document) !== type)
    edit((document) => setIntegrationType(document, type));
}

function goToPanel(stage: StageId): void {
  changeLayout((layout) => showStage(layout, stage));
  // The panel may have been hidden until this change is painted.
  requestAnimationFrame(() => focusPanel(stage));
}

function goToCases(): void {
  changeLayout((layout) => ({ ...showStage(layout, 'response'), resultTab: 'cases' }));
  requestAnimationFrame(() => focusPanel('result'));
}

function goToRequest(): void {
  changeLayout((layout) => ({ ...showStage(layout, 'template'), requestOpen: true }));
  requestAnimationFrame(() => focusPanel('request'));
}

let problemIndex = -1;

function goToProblem(step: 1 | -1): void {
  const { problems } = store.getState().outcome.evaluation;
  const placed = bySeverity(problems).flatMap(({ place }) => place ?? []);
  if (placed.length === 0) return;
  problemIndex = (problemIndex + step + placed.length) % placed.length;
  const place = placed[problemIndex];
  if (place) goTo(place);
}
