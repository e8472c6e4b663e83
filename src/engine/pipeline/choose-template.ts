import { baseMediaType, firstMediaType } from '../bytes/media-type';
import type { Evidence, Place } from '../outcome';
import { assumed, documented, recorded } from './evidence';
import type { Told } from './stage';

/*
 * Which template runs (§5.1). The client's Accept chooses, not the type of what the backend sent.
 */

/** A template that was chosen to run. */
export interface ChosenTemplate {
  contentType: string;
  text: string;
  /** Where the text stands: under its name, or in the rule. */
  place: Place;
}

export interface TemplateChoice {
  /** Undefined: no template applies and the body passes through. */
  template: ChosenTemplate | undefined;
  /** The key that was chosen, also when its template is empty. */
  contentType: string | undefined;
  /** The media type the choice was made with. */
  mediaType: string;
  /** The key is that media type; otherwise it was taken for want of a better one. */
  matched: boolean;
}

export interface TemplateQuestion {
  /** Content type to VTL text or template name; null and `""` mean "no template". */
  templates: Map<string, string | null>;
  /** Texts of named templates. */
  named: Map<string, string>;
  /** The header that chooses: Accept for responses, Content-Type for requests. */
  header: string | undefined;
  headerName: 'Accept' | 'Content-Type';
  /** Path of the map of templates in the scenario. */
  path: (string | number)[];
}

const SELECTION = documented('Select a VTL mapping template');
const STORED_EMPTY = recorded('test_put_integration_response_templates (2026-02-12)');
const JSON_TYPE = 'application/json';

/** The key a header chooses among keys in their order; undefined when there are none. */
export function chooseKey(header: string | undefined, keys: readonly string[]): string | undefined {
  const wanted = firstMediaType(header) ?? JSON_TYPE;
  const exact = keys.find((key) => key === wanted) ?? keys.find((key) => baseMediaType(key) === wanted);
  return exact ?? keys.find((key) => baseMediaType(key) === JSON_TYPE) ?? keys[0];
}

/** Chooses the template and says why. */
export function chooseTemplate(question: TemplateQuestion): Told<TemplateChoice> {
  const { templates, header, headerName } = question;
  const mediaType = firstMediaType(header) ?? JSON_TYPE;
  const key = chooseKey(header, [...templates.keys()]);
  if (key === undefined) {
    return tell(
      { template: undefined, contentType: undefined, mediaType, matched: false },
      'The rule has no template, so the body passes through unchanged.',
      SELECTION,
    );
  }
  const written = templates.get(key);
  const matched = baseMediaType(key) === mediaType;
  const why = explain(question, key, mediaType, matched);
  const evidence = evidenceFor(question, matched);
  if (!written) {
    const told = tell(
      { template: undefined, contentType: key, mediaType, matched },
      `${why}, and that template is empty: the body passes through unchanged.`,
      STORED_EMPTY,
    );
    told.problems.push({
      id: 'template-empty',
      severity: 'info',
      when: 'request',
      message: `The template for ${key} is empty, which the service stores as no template: the body passes through. To send nothing, write a template that prints nothing, such as ##.`,
      place: { in: 'rules', path: [...question.path, key] },
      evidence: STORED_EMPTY,
    });
    return told;
  }
  const named = question.named.get(written);
  const template: ChosenTemplate = {
    contentType: key,
    text: named ?? written,
    place:
      named === undefined
        ? { in: 'rules', path: [...question.path, key] }
        : { in: 'template', name: written },
  };
  const label = named === undefined ? `the template for ${key}` : written;
  const told = tell(
    { template, contentType: key, mediaType, matched },
    `${why}, so ${label} runs.`,
    evidence,
  );
  if (!matched && baseMediaType(key) !== JSON_TYPE && templates.size > 1) {
    told.problems.push({
      id: 'accept-picks-template',
      severity: 'warning',
      when: 'request',
      message:
        `No template is for ${mediaType} and none for application/json, so ${key} was taken as the first of ` +
        `${templates.size}. The service keeps templates in a map without a documented order: add one for ` +
        'application/json.',
      place: { in: 'rules', path: question.path },
      evidence,
    });
  } else if (!matched && header !== undefined && headerName === 'Accept') {
    told.problems.push({
      id: 'accept-picks-template',
      severity: 'info',
      when: 'request',
      message: `The client accepts ${mediaType}, for which there is no template; the one for ${key} runs.`,
      place: template.place,
      evidence,
    });
  }
  return told;
}

function explain(question: TemplateQuestion, key: string, mediaType: string, matched: boolean): string {
  const { header, headerName } = question;
  const verb = headerName === 'Accept' ? 'accepts' : 'sends';
  if (header === undefined || firstMediaType(header) === undefined) {
    const counts = `The request has no ${headerName} header, which counts as application/json`;
    return matched ? counts : `${counts}; there is no template for it, and the one for ${key} is taken`;
  }
  if (matched) return `The client ${verb} ${mediaType}`;
  return `The client ${verb} ${mediaType}, for which there is no template; the one for ${key} is taken`;
}

function evidenceFor(question: TemplateQuestion, matched: boolean): Evidence {
  if (!matched && question.templates.size > 1) return assumed('accept-unmatched');
  return question.headerName === 'Accept' && question.header?.includes(',')
    ? assumed('accept-list')
    : SELECTION;
}

function tell(value: TemplateChoice, text: string, evidence: Evidence): Told<TemplateChoice> {
  return { value, steps: [{ stage: 'template-choice', verdict: 'ok', text, evidence }], problems: [] };
}
