import type { OutputPiece, Place, Problem, TemplateVerdict } from '../outcome';
import type { TemplateError } from '../vtl/template-error';
import type { ChosenTemplate, TemplateChoice } from './choose-template';
import type { Content } from './content-handling';
import type { Draft } from './draft';
import { assumed, community, documented, javaLibrary, recorded } from './evidence';
import { Payload } from './payload';
import { configurationError, type Failure, type Staged, sentence, shorten } from './stage';
import type { TemplateFrame } from './template-frame';

/*
 * The response template at work (§5.3, §6): the converted body goes in, text comes out. What comes out need not be
 * JSON; nobody checks.
 */

export interface RenderedBody {
  template: TemplateVerdict;
  staged: Staged<Pick<Draft, 'body' | 'pieces' | 'templateType'>>;
}

/** Renders the chosen template, or passes the body through when none was chosen. */
export function renderBody(
  choice: TemplateChoice,
  content: Content,
  payload: Payload,
  frame: TemplateFrame,
): RenderedBody {
  const about = {
    ...(choice.contentType !== undefined && { contentType: choice.contentType }),
    accept: choice.mediaType,
  };
  if (!choice.template) {
    return {
      template: { verdict: 'passthrough', ...about },
      staged: { ok: true, value: { body: content }, steps: [], problems: [] },
    };
  }
  const { template } = choice;
  if (content.kind === 'bytes') {
    return {
      template: { verdict: 'failed', ...about, place: template.place },
      staged: binaryUnderTemplate(template),
    };
  }
  const run = frame.run(template, content.text === payload.text ? payload : new Payload(content.text));
  const verdict: TemplateVerdict = { ...run.verdict, ...about };
  if (run.error) {
    return {
      template: verdict,
      staged: templateFailed(template, run.error, run.brokenJson, responseFailure()),
    };
  }
  const { output } = run;
  const pieces = content.text === payload.text ? run.pieces : run.pieces.map(withoutPlace);
  return {
    template: verdict,
    staged: {
      ok: true,
      value: { body: { kind: 'text', text: output }, pieces, templateType: template.contentType },
      steps: [
        {
          stage: 'template',
          verdict: 'ok',
          text: `${capitalised(nameOf(template))} ran to its end and wrote ${output.length} characters.`,
          evidence: javaLibrary('Apache Velocity 1.7'),
          place: template.place,
        },
      ],
      problems: [],
    },
  };
}

/** Converted content is not the text the person knows: places in it would be wrong ones there. */
function withoutPlace(piece: OutputPiece): OutputPiece {
  if (piece.source?.in !== 'answer') return piece;
  const { span: _, ...source } = piece.source;
  return { ...piece, source };
}

function responseFailure(): Failure {
  return { ...configurationError('Unable to transform response'), typeEvidence: assumed('failure-type') };
}

/** How a sentence names a template. */
export function nameOf(template: ChosenTemplate): string {
  return template.place.in === 'template' ? template.place.name : `the template for ${template.contentType}`;
}

function capitalised(text: string): string {
  // Names of files keep their spelling.
  return text.startsWith('the ') ? `T${text.slice(1)}` : text;
}

/** A template that stopped with an error, in a response or in a request. */
export function templateFailed<T>(
  template: ChosenTemplate,
  error: TemplateError,
  brokenJson: boolean,
  failure: Failure,
): Staged<T> {
  const where = error.line > 0 ? ` at line ${error.line}, column ${error.column}` : '';
  const place: Place = error.span ? { ...template.place, span: error.span } : template.place;
  const known =
    error.kind === 'limit' ? documented('Amazon API Gateway quotas') : javaLibrary('Apache Velocity 1.7');
  const evidence = brokenJson ? assumed('response-json-error') : known;
  const problem: Problem = {
    id: 'template-error-gives-500',
    severity: 'error',
    when: 'request',
    message:
      `${capitalised(nameOf(template))} stops${where}: ${sentence(error.message)} ${error.hint}`.trim(),
    place,
    evidence,
  };
  return {
    ok: false,
    failure,
    steps: [
      {
        stage: 'template',
        verdict: 'failed',
        text: `${capitalised(nameOf(template))} stopped${where}: ${sentence(shorten(error.message, 200))}`,
        evidence: community('log with "Unable to transform response"'),
        place,
      },
    ],
    problems: [problem],
  };
}

function binaryUnderTemplate<T>(template: ChosenTemplate): Staged<T> {
  const evidence = recorded(
    'test_apigw_s3_binary_support_response_convert_to_binary_with_request_template (2025-03-17)',
  );
  return {
    ok: false,
    failure: responseFailure(),
    steps: [
      {
        stage: 'template',
        verdict: 'failed',
        text: `${capitalised(nameOf(template))} cannot run, because the body is binary here.`,
        evidence,
        place: template.place,
      },
    ],
    problems: [
      {
        id: 'binary-under-template',
        severity: 'error',
        when: 'request',
        message:
          'The body is binary when the template is about to run, and API Gateway answers 500. Convert it with ' +
          'contentHandling CONVERT_TO_TEXT, or leave the template out to pass the bytes through.',
        place: template.place,
        evidence,
      },
    ],
  };
}
