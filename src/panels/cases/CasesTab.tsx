import { useEffect, useState } from 'react';
import type { PlaygroundDocument } from '../../document/model';
import { type CasesSlice, NO_CASES } from '../../store/cases-slice';
import { type CaseRunner, createCaseRunner } from '../../store/run-cases';
import { store, usePlayground } from '../../store/store';
import { startEngineWorker } from '../../worker/start-engine-worker';
import { CasesTable } from './CasesTable';
import { countRows, describeCounts } from './case-words';
import './cases.css';
import { CoverageList } from './CoverageList';
import { ExpectedPart } from './ExpectedPart';

/** All cases of the document against its rules, what is expected of them, and what none of them reaches. */
export default function CasesTab({ readOnly }: { readOnly: boolean }) {
  const document = usePlayground((state) => state.work.document);
  const cases = useCases(document);
  return (
    <div className="cases">
      <p className="cases-count" role="status">
        {describeCounts(countRows(document, cases))}
      </p>
      <CasesTable document={document} rows={cases.rows} />
      <ExpectedPart document={document} rows={cases.rows} readOnly={readOnly} />
      <CoverageList cases={cases} />
    </div>
  );
}

/** Runs all cases while the tab is open, and again when anything about them changes. */
function useCases(document: PlaygroundDocument): CasesSlice {
  const [slice, setSlice] = useState(NO_CASES);
  const [runner, setRunner] = useState<CaseRunner>();
  useEffect(() => {
    const started = createCaseRunner({ startWorker: startEngineWorker, change: setSlice });
    started.run(store.getState().work.document);
    setRunner(started);
    return () => started.dispose();
  }, []);
  useEffect(() => runner?.run(document), [runner, document]);
  return slice;
}
