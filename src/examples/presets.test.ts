import { describe, expect, test } from 'vitest';
import { addCase, newDocument } from '../document/changes';
import { evaluateDocument } from '../document/evaluate-document';
import type { PlaygroundDocument } from '../document/model';
import { nameProblem } from '../document/schema';
import type { Outcome } from '../engine/outcome';
import { PRESET_GROUPS, type Preset, presetsFor } from './presets';

const LAMBDA: PlaygroundDocument = {
  ...newDocument(),
  rules: `type: AWS
integrationResponses:
  - statusCode: 200
  - statusCode: 504
    selectionPattern: .*Task timed out after \\d+\\.\\d+ seconds
`,
};

const HTTP: PlaygroundDocument = {
  ...newDocument(),
  rules: 'type: HTTP\nintegrationResponses:\n  - statusCode: 200\n',
};

function outcomeOf(document: PlaygroundDocument, preset: Preset): Outcome {
  const { outcome, problems } = evaluateDocument(addCase(document, preset.case));
  if (!outcome) throw new Error(`${preset.title} cannot be read: ${problems[0]?.message}`);
  return outcome;
}

const all = PRESET_GROUPS.flatMap(({ kind, presets }) => presets.map((preset) => ({ kind, preset })));
const titled = (part: string) => PRESET_GROUPS.find(({ title }) => title.includes(part))?.presets ?? [];

test('names and titles within one kind of backend are told apart', () => {
  for (const kind of ['lambda', 'http', 'none'] as const) {
    const presets = presetsFor(kind).flatMap((group) => group.presets);
    expect(new Set(presets.map((preset) => preset.case.name)).size).toBe(presets.length);
    expect(new Set(presets.map(({ title }) => title)).size).toBe(presets.length);
    expect(presets.map((preset) => nameProblem(preset.case.name, [])).filter(Boolean)).toEqual([]);
  }
});

test.each(all.map(({ kind, preset }) => [preset.title, kind, preset] as const))(
  '%s is read and comes to a response',
  (_title, kind, preset) => {
    const { response, answeredBy } = outcomeOf(kind === 'http' ? HTTP : LAMBDA, preset);
    expect(answeredBy.kind).toBe(preset.case.gatewayFailure ? 'gateway' : 'integration');
    expect(response.statusCode).toBeGreaterThanOrEqual(200);
  },
);

describe('what a function throws', () => {
  const thrown = [...titled('threw'), ...titled('Messages'), ...titled('ended')];

  test.each(thrown.map((preset) => [preset.title, preset] as const))(
    '%s is matched by its message',
    (_title, preset) => {
      const { errorMessage } = JSON.parse(preset.case.answer);
      expect(outcomeOf(LAMBDA, preset).subject?.text).toBe(errorMessage);
    },
  );

  test('both wordings of a time-out end as a usual pattern for them expects', () => {
    const matched = titled('ended').filter((preset) => outcomeOf(LAMBDA, preset).response.statusCode === 504);
    expect(matched.map(({ title }) => title)).toEqual(['Time-out', 'Time-out, old wording']);
  });
});

test('what a function returns has no message', () => {
  expect(titled('returned').map((preset) => outcomeOf(LAMBDA, preset).subject?.text)).toEqual(
    titled('returned').map(() => ''),
  );
});
