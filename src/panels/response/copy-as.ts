import type { PlaygroundDocument } from '../../document/model';
import type { ClientResponse, Outcome } from '../../engine/outcome';

/*
 * The response as text for somewhere else.
 */

export type CopyFormat = 'raw' | 'body' | 'curl' | 'report';

export const COPY_FORMATS: { id: CopyFormat; label: string }[] = [
  { id: 'raw', label: 'Raw HTTP response' },
  { id: 'body', label: 'Body' },
  { id: 'curl', label: 'As curl -i prints it' },
  { id: 'report', label: 'Markdown report' },
];

/** The text to copy. Bytes that are not UTF-8 are named, not guessed. */
export function copyAs(format: CopyFormat, outcome: Outcome, document: PlaygroundDocument): string {
  switch (format) {
    case 'raw':
      return rawResponse(outcome.response, 'HTTP/1.1', '\r\n');
    case 'body':
      return bodyText(outcome.response);
    case 'curl':
      return rawResponse(outcome.response, 'HTTP/2', '\n');
    case 'report':
      return report(outcome, document);
  }
}

function bodyText(response: ClientResponse): string {
  return response.body.text ?? `[${response.body.bytes.length} bytes that are not UTF-8 text]`;
}

// HTTP/2 has no reason phrase and sends names in lower case, and so curl prints it.
function rawResponse(response: ClientResponse, version: 'HTTP/1.1' | 'HTTP/2', end: string): string {
  const reason = version === 'HTTP/1.1' ? ` ${response.reason}` : ' ';
  const headers = response.headers.map(({ name, value }) =>
    version === 'HTTP/1.1' ? `${name}: ${value}` : `${name.toLowerCase()}: ${value}`,
  );
  return [`${version} ${response.statusCode}${reason}`, ...headers, '', bodyText(response)].join(end);
}

function report(outcome: Outcome, document: PlaygroundDocument): string {
  const { response } = outcome;
  const backendCase = document.cases[document.activeCase];
  const sections = [
    `# ${document.title ?? 'API Gateway response'}`,
    `The client gets **${response.statusCode} ${response.reason}**.`,
    fenced('http', rawResponse(response, 'HTTP/1.1', '\n')),
    '## Why',
    outcome.steps.map((step) => `1. ${step.text} _(${step.evidence.kind})_`).join('\n'),
    `## Backend answer${backendCase ? `: ${backendCase.name}` : ''}`,
    fenced('', backendCase?.answer ?? ''),
    '## Rules',
    fenced('yaml', document.rules),
    ...document.templates.flatMap(({ name, text }) => [`## Template ${name}`, fenced('velocity', text)]),
  ];
  if (document.request.trim() !== '') sections.push('## Request', fenced('yaml', document.request));
  return `${sections.join('\n\n')}\n`;
}

// The fence has to be longer than any run of backticks inside.
function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`;
}
