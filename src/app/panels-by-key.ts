/*
 * F6 and its kin: moving between the panels without knowing what is inside them.
 */

/** What takes the focus inside a panel, best first: an editor's text, then the part that scrolls, then anything. */
const TARGETS = [
  '.native-edit-context, .editor-slot textarea, .response-scroll',
  '[role=tabpanel][tabindex], [role=tab][aria-selected=true]',
  'button, [tabindex]',
];

/** Moves the focus to the next (1) or previous (-1) panel that is on the screen. */
export function moveBetweenPanels(step: 1 | -1): void {
  const panels = [...document.querySelectorAll<HTMLElement>('[data-panel]')].filter(
    (panel) => panel.offsetParent !== null,
  );
  const at = panels.findIndex((panel) => panel.contains(document.activeElement));
  const start = at < 0 && step < 0 ? 0 : at;
  const panel = panels.at((start + step) % panels.length);
  if (panel) focusInside(panel);
}

/** Moves the focus into the panel with that name. */
export function focusPanel(name: string): void {
  const panel = document.querySelector<HTMLElement>(`[data-panel="${name}"]`);
  if (panel) focusInside(panel);
}

function focusInside(panel: HTMLElement): void {
  for (const selector of TARGETS) {
    const target = [...panel.querySelectorAll<HTMLElement>(selector)].find(
      ({ offsetParent }) => offsetParent,
    );
    if (!target) continue;
    target.focus();
    return;
  }
}
