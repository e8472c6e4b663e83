import { store } from '../store/store';

/** Runs once a result, or the reason for none, has been painted: what is large and not needed before may come now. */
export function whenResultIsThere(then: () => void): void {
  const ready = () => {
    const { shown, stale } = store.getState().outcome;
    return shown !== undefined || stale !== undefined;
  };
  const afterPaint = () => requestAnimationFrame(() => setTimeout(then));
  if (ready()) return void afterPaint();
  const unsubscribe = store.subscribe(() => {
    if (!ready()) return;
    unsubscribe();
    afterPaint();
  });
}
