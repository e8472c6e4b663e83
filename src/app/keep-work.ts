import type { Persistence } from '../store/persistence';
import { openDialog, store, tell } from '../store/store';
import { isEdited } from '../store/work-slice';
import { clearAddress } from './open';
import { applyTheme } from './theme';

/** Pause in typing after which the work is stored, in ms. */
const PAUSE = 300;

let warned = false;

function warnOnce() {
  if (warned) return;
  warned = true;
  tell({
    tone: 'bad',
    text: 'This browser does not keep your work: its storage is full or forbidden. Download it before you leave.',
    action: { label: 'Share or download', run: () => openDialog('share') },
  });
}

/** Stores what changes: the work after a pause or when the page is left, the layout likewise. */
export function keepWork(persistence: Persistence): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsaved = { work: false, earlier: false, layout: false };

  function save() {
    clearTimeout(timer);
    const { work, layout } = store.getState();
    if (unsaved.work && work.visit) persistence.saveVisit(work.visit.link, work.document);
    else if (unsaved.work) {
      if (!persistence.saveWork(work.document)) warnOnce();
      // The address told what was opened; from now on the storage knows better.
      if (isEdited(work)) clearAddress();
    }
    if (unsaved.earlier) persistence.saveEarlier(work.earlier);
    if (unsaved.layout) persistence.saveLayout(layout);
    unsaved = { work: false, earlier: false, layout: false };
  }

  store.subscribe((state, before) => {
    if (state.layout.theme !== before.layout.theme) applyTheme(state.layout.theme);
    const changed = {
      work: state.work.document !== before.work.document || state.work.visit !== before.work.visit,
      earlier: state.work.earlier !== before.work.earlier,
      layout: state.layout !== before.layout,
    };
    if (!changed.work && !changed.earlier && !changed.layout) return;
    unsaved = {
      work: unsaved.work || changed.work,
      earlier: unsaved.earlier || changed.earlier,
      layout: unsaved.layout || changed.layout,
    };
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  window.addEventListener('pagehide', save);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') save();
  });
}
