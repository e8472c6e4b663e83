import { useEffect } from 'react';
import { BackendPanel } from '../panels/inputs/BackendPanel';
import { RequestPanel } from '../panels/inputs/RequestPanel';
import { RulesPanel } from '../panels/inputs/RulesPanel';
import { TemplatePanel } from '../panels/inputs/TemplatePanel';
import { Split } from '../panels/layout/Split';
import { ResponsePanel } from '../panels/response/ResponsePanel';
import { ResultPanel } from '../panels/result/ResultPanel';
import { rulesVerdict, type Tone, templateVerdict } from '../panels/stage/verdicts';
import { integrationType } from '../store/integration-type';
import type { Persistence } from '../store/persistence';
import { type PlaygroundState, usePlayground } from '../store/store';
import { Dialogs } from './Dialogs';
import { LiveVerdict } from './LiveVerdict';
import { NoticeLine, VisitLine } from './Notices';
import { settleVisit } from './open';
import { StageTabs } from './StageTabs';
import { TopBar } from './TopBar';
import { NARROW, useMedia } from './use-media';

const PRODUCT = 'API Gateway response playground';

/** The page: three columns, two below 1280 px, one stage at a time below 768 px. */
export function Playground({ persistence }: { persistence: Persistence }) {
  const stage = usePlayground((state) => state.layout.stage);
  const title = usePlayground((state) => state.work.document.title);
  useEffect(() => {
    document.title = title ? `${title} · ${PRODUCT}` : PRODUCT;
  }, [title]);
  return (
    <div className="page" data-stage={stage}>
      <TopBar />
      <VisitLine
        onKeep={() => settleVisit('keep', persistence)}
        onBack={() => settleVisit('back', persistence)}
      />
      <NoticeLine />
      <Stages />
      <StageTabs stage={stage} />
      <LiveVerdict />
      <Dialogs />
    </div>
  );
}

function Stages() {
  const narrow = useMedia(NARROW);
  const requestOpen = usePlayground((state) => state.layout.requestOpen);
  const configuration = (
    <Split
      id={narrow ? 'configurationNarrow' : 'configuration'}
      direction={narrow ? 'column' : 'row'}
      label={narrow ? 'Rules and template' : 'Backend answer and template'}
      className="split-configuration"
      first={
        <Split
          id={narrow ? 'answerNarrow' : 'answer'}
          direction="column"
          label="Backend answer and rules"
          className="split-answer"
          first={<BackendPanel />}
          second={<RulesPanel />}
        />
      }
      second={
        <Split
          id="request"
          direction="column"
          label="Template and request"
          className={`split-request ${requestOpen ? '' : 'split-closed'}`}
          first={<TemplatePanel />}
          second={<RequestPanel />}
        />
      }
    />
  );
  const { answer, configurationNarrow } = usePlayground((state) => state.layout.splits);
  // How far down the second and the third stage begin: the line between the stages has to know.
  const shares = { '--answer-share': answer, '--configuration-share': configurationNarrow };
  return (
    <main
      className="stages"
      data-stale={usePlayground((state) => state.outcome.stale !== undefined)}
      data-rules-tone={usePlayground(rulesTone)}
      data-template-tone={usePlayground(templateTone)}
      style={shares as React.CSSProperties}
    >
      <Split
        id={narrow ? 'inputsNarrow' : 'inputs'}
        direction="row"
        label="Configuration and response"
        className="split-inputs"
        first={configuration}
        second={
          <Split
            id="response"
            direction="column"
            label="Response and explanation"
            className="split-response"
            first={<ResponsePanel />}
            second={<ResultPanel />}
          />
        }
      />
    </main>
  );
}

function rulesTone({ outcome: { shown } }: PlaygroundState): Tone | undefined {
  return shown && rulesVerdict(shown.outcome, integrationType(shown.document)).tone;
}

function templateTone({ outcome: { shown } }: PlaygroundState): Tone | undefined {
  return shown && templateVerdict(shown.outcome, integrationType(shown.document)).tone;
}
