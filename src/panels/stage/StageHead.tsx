import type { ReactNode } from 'react';
import type { Verdict } from './verdicts';

export interface StageHeadProps {
  id: string;
  /** 1 to 4. */
  number: number;
  /** What the stage is, for people who do not see the picture: `Backend answer`. */
  name: string;
  verdict: Verdict;
  children?: ReactNode;
}

/** The head of a stage: its number on the line the answer travels along, and its verdict. */
export function StageHead({ id, number, name, verdict, children }: StageHeadProps) {
  return (
    <header className="stage-head">
      <span className="stage-number" aria-hidden="true">
        {number}
      </span>
      <h2
        id={id}
        className="stage-title"
        title={verdict.detail ? `${verdict.text}: ${verdict.detail}` : verdict.text}
      >
        <span className="visually-hidden">
          Stage {number}, {name}:{' '}
        </span>
        <span className="stage-verdict">{verdict.text}</span>
        {verdict.detail && <span className="stage-detail"> {verdict.detail}</span>}
      </h2>
      {children}
    </header>
  );
}
