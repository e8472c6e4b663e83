// @ts-check
/*
 * The help pages as HTML: one for each problem of the catalogue and one that lists them. Plain documents that need no
 * script of their own.
 */

/**
 * @typedef {import('../../src/engine/diagnose/catalogue/entry').CatalogueEntry} CatalogueEntry
 * @typedef {Readonly<Record<string, { word: string, meaning: string }>>} EvidenceKinds
 */

/** By the letter a section's entries begin with, in the order an answer travels. @type {[letter: string, title: string][]} */
const SECTIONS = [
  ['A', 'What the backend answered'],
  ['B', 'Which rule is chosen'],
  ['C', 'Which template runs'],
  ['D', 'What a template writes'],
  ['E', 'Overriding status and headers'],
  ['F', 'The integration'],
  ['G', 'Headers'],
  ['H', 'Binary content'],
  ['I', 'Pasted configuration'],
];

const SEVERITIES = { error: 'Error', warning: 'Warning', info: 'Note', hint: 'Hint' };

const WHEN = {
  configuration: 'when the configuration is stored or deployed',
  request: 'when a request is answered',
  input: 'when the text is read',
};

/** Scripts and styles from beside the page and nothing else; the one script sets the chosen theme. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/**
 * The page of one problem, for `help/<id>/index.html`.
 *
 * @param {string} id
 * @param {CatalogueEntry} entry
 * @param {EvidenceKinds} evidenceKinds
 */
export function problemPage(id, { title, severity, when, evidence, help }, evidenceKinds) {
  const kind = evidenceKinds[evidence.kind];
  const { symptom, cause, remedy, example } = help;
  return page(
    title,
    '../../',
    `<p class="facts"><span class="severity" data-severity="${severity}">${SEVERITIES[severity]}</span> told ${WHEN[when]} · <code>${escaped(id)}</code></p>
      <h1>${inline(title)}</h1>
      <h2>What you see</h2>
      ${paragraphs(symptom)}
      <h2>Why</h2>
      ${paragraphs(cause)}
      <h2>What to do</h2>
      ${paragraphs(remedy)}${
        example
          ? `
      <div class="example">
        <figure><figcaption>Before</figcaption><pre tabindex="0">${escaped(example.before)}</pre></figure>
        <figure><figcaption>After</figcaption><pre tabindex="0">${escaped(example.after)}</pre></figure>
      </div>`
          : ''
      }
      <h2>How this is known</h2>
      <p><b>${escaped(kind?.word ?? evidence.kind)}</b>: ${escaped(kind?.meaning ?? '')}</p>${
        evidence.source ? `\n      <p class="source">${inline(evidence.source)}</p>` : ''
      }`,
  );
}

/**
 * The list of all problems, for `help/index.html`.
 *
 * @param {[id: string, entry: CatalogueEntry][]} entries
 */
export function indexPage(entries) {
  const sections = SECTIONS.flatMap(([letter, title]) => {
    const own = entries.filter(([, { section }]) => section.startsWith(letter));
    if (own.length === 0) return [];
    const items = own.map(
      ([id, entry]) =>
        `<li><a href="./${id}/index.html">${inline(entry.title)}</a><span>${inline(entry.help.symptom)}</span></li>`,
    );
    return [`<h2>${title}</h2>\n      <ul class="list">\n        ${items.join('\n        ')}\n      </ul>`];
  });
  return page(
    'What goes wrong, and why',
    '../',
    `<h1>What goes wrong, and why</h1>
      <p>What the playground tells of, in the order an answer travels through API Gateway.</p>
      ${sections.join('\n      ')}`,
  );
}

/**
 * @param {string} title
 * @param {string} root from the page's folder to the playground's
 * @param {string} content
 */
function page(title, root, content) {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="referrer" content="no-referrer" />
    <title>${escaped(title)} · API Gateway response playground</title>
    <link rel="icon" type="image/svg+xml" href="${root}favicon.svg" />
    <link rel="stylesheet" href="${root}help/help.css" />
    <script src="${root}theme.js"></script>
  </head>
  <body>
    <nav aria-label="Playground">
      <a href="${root}index.html">Response playground</a>
      <a href="${root}help/index.html">All problems</a>
    </nav>
    <main>
      ${content}
    </main>
  </body>
</html>
`;
}

function paragraphs(/** @type {string} */ text) {
  return text
    .split(/\n{2,}/)
    .map((one) => `<p>${inline(one)}</p>`)
    .join('\n      ');
}

/** Plain text with code between backquotes. */
function inline(/** @type {string} */ text) {
  return escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function escaped(/** @type {string} */ text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
