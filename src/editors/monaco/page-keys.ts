/**
 * Keys that belong to the page also while an editor has the focus: F6 (next panel), F8 (next problem), Ctrl/Cmd+K
 * (commands) and Ctrl/Cmd+Enter (result). Monaco binds some of them, partly as the first half of a chord.
 */
function isPageKey(event: KeyboardEvent): boolean {
  const control = event.ctrlKey || event.metaKey;
  if (event.altKey) return false;
  if (event.key === 'F6' || event.key === 'F8') return !control;
  return control && !event.shiftKey && (event.key.toLowerCase() === 'k' || event.key === 'Enter');
}

/**
 * Sends the page's keys around Monaco: the event is stopped before Monaco sees it and an equal one starts at the
 * editor's outermost element. Returns how to undo it.
 */
export function forwardPageKeys(element: HTMLElement): () => void {
  const forward = (event: KeyboardEvent) => {
    if (event.target === element || !isPageKey(event)) return;
    event.stopImmediatePropagation();
    if (!element.dispatchEvent(new KeyboardEvent(event.type, event))) event.preventDefault();
  };
  element.addEventListener('keydown', forward, { capture: true });
  return () => element.removeEventListener('keydown', forward, { capture: true });
}
