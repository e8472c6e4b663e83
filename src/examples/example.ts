import {
  type BackendCase,
  DOCUMENT_FORMAT,
  DOCUMENT_VERSION,
  type PlaygroundDocument,
} from '../document/model';

/** Headings of the examples menu, in its order. */
export const EXAMPLE_GROUPS = [
  'Choosing a rule',
  'Templates',
  'Headers and status',
  'HTTP backends',
  'Proxy integrations',
  'Binary and failures',
] as const;

type ExampleGroup = (typeof EXAMPLE_GROUPS)[number];

/** A worked example. Every case of its document states the outcome it promises. */
export interface Example {
  /** Stable, kebab-case; stands in addresses. */
  id: string;
  group: ExampleGroup;
  title: string;
  /** One sentence: what the example teaches. */
  summary: string;
  document: PlaygroundDocument;
}

/** A case that promises its outcome. */
type WorkedCase = BackendCase & Required<Pick<BackendCase, 'expected'>>;

export interface Source {
  id: string;
  group: ExampleGroup;
  title: string;
  summary: string;
  /** The first is the active one. */
  cases: WorkedCase[];
  rules: string;
  /** Name to text. */
  templates?: Record<string, string>;
  request?: string;
}

/** Makes an example of its texts. Line breaks around a text are for the reader of the source and are cut off. */
export function example({ id, group, title, summary, cases, rules, templates, request }: Source): Example {
  return {
    id,
    group,
    title,
    summary,
    document: {
      format: DOCUMENT_FORMAT,
      version: DOCUMENT_VERSION,
      title,
      cases: cases.map((one) => ({ ...one, answer: one.answer.replace(/^\n/, '') })),
      activeCase: 0,
      rules: rules.replace(/^\n/, ''),
      templates: Object.entries(templates ?? {}).map(([name, text]) => ({
        name,
        text: text.replace(/^\n|\n$/g, ''),
      })),
      request: (request ?? '').replace(/^\n/, ''),
    },
  };
}

/** A Lambda payload as Python and Node.js write it when a function throws, indented to be read. */
export function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
