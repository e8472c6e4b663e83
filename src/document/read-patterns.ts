import { describePattern } from '../engine/explain/pattern-words';
import type { Outcome, RuleVerdict } from '../engine/outcome';
import type { Span } from '../engine/text/span';
import type { Locate } from './locate';

/** A stretch of a selection pattern in the rules text, and what it means or did. */
export interface PatternReading {
  span: Span;
  /** One plain sentence. */
  words: string;
}

/** More patterns, or pieces of them, than anyone points at one by one. */
const MOST = 200;

/** Characters of a covered text that are shown. */
const SHOWN = 60;

/** Every pattern in plain words, and for the one that was chosen what each of its pieces covered. */
export function readPatterns({ rules, chosenRule, subject }: Outcome, locate: Locate): PatternReading[] {
  const readings: PatternReading[] = [];
  const add = (index: number, span: Span, words: string) => {
    const path = ['integration', 'integrationResponses', index, 'selectionPattern'];
    const place = readings.length < MOST ? locate({ in: 'rules', path, span }) : undefined;
    if (place) readings.push({ span: place.span, words });
  };
  for (const [index, rule] of rules.entries()) {
    const { selectionPattern: pattern } = rule;
    const words = pattern === '' ? undefined : describePattern(pattern);
    if (words !== undefined) add(index, { from: 0, to: pattern.length }, `Matches ${quoted(words)}.`);
    if (index === chosenRule && subject) {
      for (const { span, words } of coveredPieces(rule, subject.text)) add(index, span, words);
    }
  }
  return readings;
}

function coveredPieces({ selectionPattern, covered = [] }: RuleVerdict, subject: string): PatternReading[] {
  return covered.map(({ pattern, text }) => ({
    span: pattern,
    words: `${shown(selectionPattern.slice(pattern.from, pattern.to))} covered ${
      text.from === text.to ? 'nothing' : `“${shown(subject.slice(text.from, text.to))}”`
    } here.`,
  }));
}

/** Code stands between backquotes, which an editor's hover shows as they are. */
function quoted(words: string): string {
  return words.replace(/`([^`]+)`/g, '“$1”');
}

function shown(text: string): string {
  const line = text.replace(/\r\n|\r|\n/g, '↵');
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}
