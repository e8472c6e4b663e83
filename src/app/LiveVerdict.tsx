import { useEffect, useState } from 'react';
import { announce } from '../panels/stage/verdicts';
import { integrationType } from '../store/integration-type';
import { describeTrouble, type OutcomeSlice } from '../store/outcome-slice';
import { usePlayground } from '../store/store';

/** Quiet time before a change is read out, in ms: nobody wants to hear every keystroke. */
const CALM = 900;

/** Tells screen readers the verdict when it has changed and stayed so for a moment. */
export function LiveVerdict() {
  const outcome = usePlayground((state) => state.outcome);
  const sentence = verdictSentence(outcome);
  const [opened] = useState(sentence);
  const [said, setSaid] = useState('');
  useEffect(() => {
    // What the page opens with is read in its place.
    if (said === '' && sentence === opened) return;
    const timer = setTimeout(() => setSaid(sentence), CALM);
    return () => clearTimeout(timer);
  }, [sentence, opened, said]);
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  );
}

function verdictSentence({ shown, stale, trouble, evaluation }: OutcomeSlice): string {
  if (stale === 'trouble' && trouble) return describeTrouble(trouble);
  if (stale === 'unreadable') {
    const problem = evaluation.problems.find(({ when }) => when === 'input');
    return `Stale response. ${problem?.message ?? ''}`;
  }
  return shown ? announce(shown.outcome, integrationType(shown.document)) : '';
}
