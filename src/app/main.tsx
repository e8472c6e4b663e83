import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { readDocumentFile } from '../document/read-file';
import { loadEditors } from '../editors/load-editors';
import { DEFAULT_EXAMPLE } from '../examples/default-example';
import { Boundary } from '../panels/Boundary';
import { receiveEvaluation } from '../store/outcome-slice';
import { browserStorages, createPersistence } from '../store/persistence';
import { startEvaluating } from '../store/session';
import { store } from '../store/store';
import { isEdited, sameDocument, startWork } from '../store/work-slice';
import { pageCommands } from './commands';
import { firstEvaluation } from './first-outcome';
import { keepWork } from './keep-work';
import { bindKeys } from './keyboard';
import { openLink } from './open';
import { Playground } from './Playground';
import { applyTheme, followSystem } from './theme';
import { whenResultIsThere } from './when-result-is-there';
import './styles/index.css';

const persistence = createPersistence(browserStorages(), (text) => {
  const reading = readDocumentFile(text);
  return reading.ok ? reading.document : undefined;
});

async function start() {
  const own = persistence.loadWork();
  const example = DEFAULT_EXAMPLE.document;
  store.setState({
    layout: persistence.loadLayout(),
    work: startWork(own ?? example, persistence.loadEarlier(), example),
  });
  await openLink(location.hash, persistence, own !== undefined);
  // The first document of most visits is the example, and its result was computed when the page was built: it is
  // painted before the worker takes a share of the processor.
  const { document } = store.getState().work;
  if (sameDocument(document, example)) {
    store.setState({
      outcome: receiveEvaluation({ evaluation: firstEvaluation }, document, firstEvaluation),
    });
    whenResultIsThere(startEvaluating);
  } else startEvaluating();
  const root = createRoot(window.document.getElementById('root') as HTMLElement);
  flushSync(() =>
    root.render(
      <Boundary what="The page">
        <Playground persistence={persistence} />
      </Boundary>,
    ),
  );
  keepWork(persistence);
  bindKeys(pageCommands());
  applyTheme(store.getState().layout.theme);
  followSystem(() => store.getState().layout.theme);
  window.addEventListener('hashchange', () => {
    const { work } = store.getState();
    const ownWork = isEdited(work) || persistence.loadWork() !== undefined;
    if (location.hash !== '') openLink(location.hash, persistence, ownWork);
  });
  // Monaco is ten times the size of the page: it comes when there is something to look at.
  whenResultIsThere(loadEditors);
}

start();
