import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { loadEditors } from '../editors/load-editors';
import { DEFAULT_EXAMPLE } from '../examples/default-example';
import { Boundary } from '../panels/Boundary';
import { readEmbedOptions } from '../share/embed';
import { decodeDocument } from '../share/link';
import { DEFAULT_LAYOUT } from '../store/layout-slice';
import { receiveEvaluation } from '../store/outcome-slice';
import { startEvaluating } from '../store/session';
import { store, tell } from '../store/store';
import { startWork } from '../store/work-slice';
import { embedCommands } from './commands';
import { EmbedPage } from './EmbedPage';
import { firstEvaluation } from './first-outcome';
import { bindKeys } from './keyboard';
import { applyTheme, followSystem } from './theme';
import { whenResultIsThere } from './when-result-is-there';
import './styles/index.css';

/*
 * The embedded page. It uses no storage and leaves its address alone: it is a guest in somebody's frame.
 */
async function start() {
  const { mode, theme } = readEmbedOptions(location.hash);
  const reading = await decodeDocument(location.hash);
  const document = reading?.ok ? reading.document : DEFAULT_EXAMPLE.document;
  store.setState({ work: startWork(document), layout: { ...DEFAULT_LAYOUT, theme } });
  if (document === DEFAULT_EXAMPLE.document) {
    store.setState({
      outcome: receiveEvaluation({ evaluation: firstEvaluation }, document, firstEvaluation),
    });
    whenResultIsThere(startEvaluating);
  } else startEvaluating();
  if (reading && !reading.ok) tell({ tone: 'bad', text: `${reading.message} Below is an example.` });
  applyTheme(theme);
  followSystem(() => theme);
  const root = createRoot(window.document.getElementById('root') as HTMLElement);
  flushSync(() =>
    root.render(
      <Boundary what="The page">
        <EmbedPage readOnly={mode === 'readonly'} />
      </Boundary>,
    ),
  );
  bindKeys(embedCommands());
  whenResultIsThere(loadEditors);
}

start();
