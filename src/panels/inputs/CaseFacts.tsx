import type { AnswerKind } from '../../document/answer-kind';
import type { BackendCase } from '../../document/model';
import { AnsweredByField, Base64Field, LatencyField, ThrewField } from './case-fields';

export interface CaseFactsProps {
  of: BackendCase;
  /** What the integration takes the answer for: decides which facts there are. */
  kind: AnswerKind;
  readOnly?: boolean;
}

/**
 * One line under the cases: who answers, whether the function threw, how long it took. They lead to whole branches of
 * the pipeline that the answer's text alone cannot reach.
 */
export function CaseFacts({ of, kind, readOnly = false }: CaseFactsProps) {
  const asked = of.gatewayFailure === undefined;
  if (readOnly && !saysMore(of)) return null;
  return (
    <fieldset className="case-facts" disabled={readOnly}>
      <legend className="visually-hidden">Facts of case {of.name}</legend>
      <AnsweredByField
        of={of}
        className="case-fact"
        text="From"
        name="From: who answers"
        title="API Gateway itself answers when it refuses a request or fails"
      />
      {asked && kind === 'lambda' && (
        <ThrewField
          of={of}
          className="case-fact"
          text="that"
          name="that: threw or returned"
          title="Whether Lambda marks its answer with X-Amz-Function-Error"
        />
      )}
      {asked && kind !== 'none' && (
        <LatencyField
          of={of}
          className="case-fact"
          text="after ms"
          name="after ms: latency of the backend"
          title="API Gateway waits for timeoutInMillis of the rules, 29,000 ms unless set, and then answers 504"
        />
      )}
      {asked && kind === 'http' && (
        <Base64Field
          of={of}
          className="case-fact"
          text="base64"
          name="base64: the body is binary and written so"
          title="The body is binary, and written here in base64"
        />
      )}
      {kind === 'none' && asked && <span className="case-note">The request template answers.</span>}
      {!asked && <span className="case-note">The text below is not used.</span>}
    </fieldset>
  );
}

/** Where nothing can be changed, the line stands only for what is not as usual. */
function saysMore({ gatewayFailure, functionError, latencyInMillis, base64 }: BackendCase): boolean {
  return [gatewayFailure, functionError, latencyInMillis, base64].some((fact) => fact !== undefined);
}
