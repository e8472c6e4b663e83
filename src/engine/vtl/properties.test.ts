import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateCase } from '../../../conformance/vtl/generate';
import { parseTemplate } from './parser';
import { printTemplate } from './print';
import { compileTemplate, type Rendered, render } from './render';
import { renderTemplate, variablesOf } from './render-template';
import { TemplateFailure } from './template-error';
import type { Template } from './tree';

/** Templates from well-formed to noise, with every construct and method. */
const questions = fc
  .infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
  .map((numbers) => {
    const next = () => numbers.next().value as number;
    return generateCase(next);
  });

/** Any text at all, rich in the characters that mean something. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom('$', '#', '{', '}', '(', ')', '[', ']', '"', "'", '\\', '!', '.', 'a', ' ', '\n'),
      fc.string(),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

function parsed(text: string): Template | undefined {
  try {
    return parseTemplate(text);
  } catch (failure) {
    if (failure instanceof TemplateFailure) return undefined;
    throw failure;
  }
}

describe('any template', () => {
  test('renders or fails with a sentence and a place, the same each time', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          questions,
          texts.map((template) => ({ template })),
        ),
        ({ template, ...variables }) => {
          const result = renderTemplate(template, variables);
          expect(renderTemplate(template, variables)).toEqual(result);
          if (result.ok) return;
          const { message, hint, line, column, span } = result.error;
          expect(message).not.toBe('');
          expect(hint).not.toBe('');
          expect(line === -1 || line >= 1).toBe(true);
          expect(column).toBeGreaterThanOrEqual(-1);
          if (!span) return;
          expect(span.from).toBeGreaterThanOrEqual(0);
          expect(span.to).toBeGreaterThanOrEqual(span.from);
          expect(span.to).toBeLessThanOrEqual(template.length);
        },
      ),
      { numRuns: 600 },
    );
  });

  test('prints as it was written, and parses to the same tree again', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          questions.map(({ template }) => template),
          texts,
        ),
        (text) => {
          const template = parsed(text);
          if (!template) return;
          const printed = printTemplate(template);
          expect(printed).toBe(text);
          expect(parsed(printed)).toEqual(template);
        },
      ),
      { numRuns: 600 },
    );
  });

  test('has every span inside its parent', () => {
    fc.assert(
      fc.property(questions, ({ template: text }) => {
        const template = parsed(text);
        if (template) checkSpans(template.items, 0, text.length);
      }),
      { numRuns: 400 },
    );
  });

  test('gives the same output when observed, in pieces without gaps', () => {
    fc.assert(
      fc.property(questions, ({ template, ...variables }) => {
        const result = compileTemplate(template);
        if (!result.ok) return;
        const plain = render(result.compiled, variablesOf(variables));
        const observed = render(result.compiled, variablesOf(variables), { observe: true });
        expect(observed.output).toBe(plain.output);
        expect(observed.error).toEqual(plain.error);
        checkPieces(observed, template.length);
      }),
      { numRuns: 400 },
    );
  });
});

function checkPieces({ output, pieces = [] }: Rendered, length: number): void {
  let end = 0;
  for (const piece of pieces) {
    expect(piece.output.from).toBe(end);
    end = piece.output.to;
    expect(piece.template.from).toBeGreaterThanOrEqual(0);
    expect(piece.template.to).toBeLessThanOrEqual(length);
  }
  expect(end).toBe(output.length);
}

/** Walks everything that has a span. */
function checkSpans(value: unknown, from: number, to: number): void {
  if (typeof value !== 'object' || value === null) return;
  let [low, high] = [from, to];
  if ('from' in value && 'to' in value) {
    [low, high] = [Number(value.from), Number(value.to)];
    expect(low).toBeGreaterThanOrEqual(from);
    expect(high).toBeGreaterThanOrEqual(low);
    expect(high).toBeLessThanOrEqual(to);
  }
  for (const [key, member] of Object.entries(value)) if (key !== 'within') checkSpans(member, low, high);
}
