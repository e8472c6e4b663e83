import { useState } from 'react';
import { Icon } from '../panels/icons';
import { BackendPanel } from '../panels/inputs/BackendPanel';
import { RequestPanel } from '../panels/inputs/RequestPanel';
import { RulesPanel } from '../panels/inputs/RulesPanel';
import { TemplatePanel } from '../panels/inputs/TemplatePanel';
import { ResponsePanel } from '../panels/response/ResponsePanel';
import { ResultPanel } from '../panels/result/ResultPanel';
import { playgroundAddress } from '../share/embed';
import { usePlayground } from '../store/store';
import { Dialogs } from './Dialogs';
import { LiveVerdict } from './LiveVerdict';
import { NoticeLine } from './Notices';
import { StageTabs } from './StageTabs';
import { useMedia } from './use-media';

/** The same document in a frame of another page: one text at a time, the response beside it where there is room. */
export function EmbedPage({ readOnly }: { readOnly: boolean }) {
  const wide = useMedia('(min-width: 720px)');
  const chosen = usePlayground((state) => state.layout.stage);
  // Where the response is always there, its stage stands for the text that decides most.
  const stage = wide && chosen === 'response' ? 'rules' : chosen;
  const title = usePlayground((state) => state.work.document.title);
  return (
    <div className="page embed" data-stage={stage}>
      <header className="embed-bar">
        <h1 className="embed-title">{title ?? 'API Gateway response'}</h1>
        <OpenInPlayground />
      </header>
      <NoticeLine />
      <StageTabs stage={stage} />
      <main className="embed-stages">
        <div className="embed-inputs">
          <BackendPanel readOnly={readOnly} />
          <RulesPanel readOnly={readOnly} />
          <TemplatePanel readOnly={readOnly} />
          <RequestPanel readOnly={readOnly} />
        </div>
        <div className="embed-result">
          <ResponsePanel />
          <ResultPanel readOnly={readOnly} />
        </div>
      </main>
      <LiveVerdict />
      <Dialogs />
    </div>
  );
}

/** A plain link; its address is made when it is about to be used, from the document as it is then. */
function OpenInPlayground() {
  const document = usePlayground((state) => state.work.document);
  const [made, setMade] = useState<{ document: typeof document; address: string }>();
  const make = async () => setMade({ document, address: await playgroundAddress(location.href, document) });
  const address = made?.document === document ? made.address : undefined;
  return (
    <a
      className="button"
      href={address ?? './'}
      target="_blank"
      rel="noopener"
      onPointerEnter={make}
      onFocus={make}
      onClick={async (event) => {
        if (address !== undefined) return;
        event.preventDefault();
        window.open(await playgroundAddress(location.href, document), '_blank', 'noopener');
      }}
    >
      <Icon name="open" />
      Open in playground
    </a>
  );
}
