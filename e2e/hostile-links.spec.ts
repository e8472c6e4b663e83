import type { Page } from '@playwright/test';
import { documentOf, hashOf, withTemplate } from './support/links';
import { Playground } from './support/playground';
import { expect, test } from './support/site';

/*
 * What may stand behind the # of a link somebody sends. Either the page says why it cannot open it and shows its own
 * example, or it opens it and nothing in it gets out of its place. In both cases the page still works afterwards.
 */

const valid = documentOf();
const { cases: _, ...withoutCases } = valid;
const packed = hashOf(valid);

const REFUSED: [what: string, hash: string, message: RegExp][] = [
  ['nothing after the name', '#d=', /Copy it again/],
  ['nothing after the form', '#d=1.', /Copy it again/],
  ['no form', '#d=eJyrVkrLz1eyUkpKLFKqBQA', /does not hold a playground document/],
  ['a word for a form', '#d=one.abc', /does not hold a playground document/],
  ['signs that are not base64', '#d=1.%00<script>', /damaged/],
  ['base64 that is not packed', '#d=1.AAAAAAAA', /damaged/],
  ['a newer form', '#d=2.AAAA', /newer/],
  ['a form of many digits', `#d=${'9'.repeat(5000)}.AAAA`, /newer/],
  ['a link cut in half', packed.slice(0, packed.length / 2), /damaged|not JSON/],
  ['bytes that are not UTF-8', hashOf(Uint8Array.of(0xc3, 0x28, 0xff)), /damaged/],
  ['an empty text', hashOf(new Uint8Array()), /empty|Copy it again/],
  ['text that is not JSON', hashOf(Buffer.from('hello')), /not JSON/],
  ['a list', hashOf([]), /has to be an object/],
  ['null', hashOf(null), /has to be an object/],
  ['a number', hashOf(42), /has to be an object/],
  ['no format', hashOf({ version: 1 }), /not a playground document/],
  ['another format', hashOf({ ...valid, format: 'postman' }), /not a playground document/],
  ['a newer version', hashOf({ ...valid, version: 2 }), /newer playground/],
  ['a version of 1e308', hashOf({ ...valid, version: 1e308 }), /newer playground/],
  ['a version in words', hashOf({ ...valid, version: '1' }), /version/],
  ['a negative version', hashOf({ ...valid, version: -1 }), /version/],
  ['no cases', hashOf(withoutCases), /cases/],
  ['an empty list of cases', hashOf({ ...valid, cases: [] }), /no cases/],
  ['cases that are none', hashOf({ ...valid, cases: [null, 1, 'x'] }), /cases\[0\]/],
  ['cases as an object', hashOf({ ...valid, cases: { length: 1 } }), /cases/],
  ['ten thousand cases', hashOf({ ...valid, cases: Array(10_000).fill(valid.cases[0]) }), /cases/],
  ['rules that are a number', hashOf({ ...valid, rules: 7 }), /rules/],
  ['templates as an object', hashOf({ ...valid, templates: { a: 'b' } }), /templates/],
  ['a template of 10 MB', hashOf(withTemplate('x'.repeat(10 * 1024 * 1024))), /4 MB|2 MB/],
  ['a bomb of 40 MB', hashOf(Buffer.alloc(40 * 1024 * 1024, 0x20)), /4 MB/],
  ['nested a hundred thousand times', hashOf(Buffer.from('['.repeat(100_000))), /nested/],
];

test.describe('a link that cannot be opened', () => {
  for (const [what, hash, message] of REFUSED) {
    test(what, async ({ page, site }) => {
      const playground = new Playground(page);
      await playground.open(site.url + hash);
      await expect(page.getByRole('status').filter({ hasText: message })).toBeVisible();
      await expect(playground.status).toHaveText(/404\s+Not Found/);
      await expectIntact(page, playground);
    });
  }
});

const SCRIPT = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>';
const PROTOTYPE = '"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}';
const BOMB = [
  'a: &a [x,x,x,x,x,x,x,x,x]',
  ...[...'bcdefghi'].map((name, i) => {
    const before = 'abcdefgh'.charAt(i);
    return `${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`;
  }),
].join('\n');

/** No status: how far the service would get is not the point, only that the page gets to the end. */
const OPENED: [what: string, hash: string, status?: RegExp][] = [
  [
    'markup in the title and the names',
    hashOf({ ...valid, title: SCRIPT, cases: [{ name: SCRIPT.slice(0, 110), answer: SCRIPT }] }),
    /^200/,
  ],
  ['markup as the template', hashOf(withTemplate(SCRIPT)), /^200/],
  [
    'markup in the rules',
    hashOf(
      documentOf({
        rules: `- statusCode: 200\n  responseParameters:\n    method.response.header.X: "'<b onclick=alert(1)>'"`,
      }),
    ),
    /^200/,
  ],
  [
    'members named after prototypes',
    hashOf(Buffer.from(`{${PROTOTYPE}, ${JSON.stringify(valid).slice(1)}`)),
    /^200/,
  ],
  [
    'prototypes in every text',
    hashOf(
      documentOf({
        cases: [{ name: '__proto__', answer: `{${PROTOTYPE}}` }],
        rules: `{"__proto__": {"type": "MOCK"}, "type": "AWS", "integrationResponses": [{"statusCode": "200", "__proto__": {}}]}`,
        request: `{${PROTOTYPE}, "headers": {"__proto__": "x"}}`,
      }),
    ),
    /^200/,
  ],
  ['an active case far away', hashOf({ ...valid, activeCase: 1e9 }), /^200/],
  ['two cases of one name', hashOf({ ...valid, cases: [...valid.cases, ...valid.cases] }), /^200/],
  [
    'half characters and control characters',
    hashOf(documentOf({ cases: [{ name: 'a', answer: '{"a": "\ud800\u0000\u202e"}' }] })),
    /^200/,
  ],
  [
    'a template that doubles a text for ever',
    hashOf(withTemplate(`#set($s = "ab")\n#foreach($i in [1..1000])#set($s = "$s$s")#end$s`)),
  ],
  [
    'a template with loops in loops',
    hashOf(withTemplate(`${'#foreach($i in [1..1000])'.repeat(6)}x${'#end'.repeat(6)}`)),
  ],
  ['a range of two thousand million', hashOf(withTemplate('#foreach($i in [1..2000000000])$i#end'))],
  ['a block that calls itself', hashOf(withTemplate('#define($d)$d$d#end$d'))],
  ['a hundred thousand brackets in a template', hashOf(withTemplate(`#if(${'('.repeat(100_000)}`))],
  [
    'a pattern that runs away in a template',
    hashOf(withTemplate(`#set($s = "${'a'.repeat(50)}b")$s.matches("(a+)+$")`)),
  ],
  [
    'a pattern that runs away in a rule',
    hashOf(
      documentOf({
        cases: [{ name: 'a', answer: `{"errorMessage": "${'a'.repeat(60)}!"}` }],
        rules: "- statusCode: 200\n- statusCode: 400\n  selectionPattern: '(a|aa)+$'",
      }),
    ),
  ],
  [
    'an answer nested a hundred thousand times',
    hashOf(withTemplate(`$input.path('$.a')`, '['.repeat(100_000))),
  ],
  [
    'a million letters in one line',
    hashOf(withTemplate(`$input.body`, `{"a": "${'x'.repeat(1_000_000)}"}`)),
    /^200/,
  ],
];

test.describe('a link that opens and stays in its place', () => {
  for (const [what, hash, status] of OPENED) {
    test(what, async ({ page, site }) => {
      const playground = new Playground(page);
      page.on('dialog', (dialog) => {
        throw new Error(`A dialog: ${dialog.message()}`);
      });
      await page.goto(site.url + hash);
      const stopped = playground.response.getByText(/^Stopped after/);
      await expect(playground.status.or(stopped).first()).toBeVisible();
      if (status) await expect(playground.status).toHaveText(status);
      await expectIntact(page, playground);
    });
  }

  for (const [what, members] of [
    ['rules whose aliases multiply', { rules: BOMB }],
    ['rules nested a hundred thousand times', { rules: '['.repeat(100_000) }],
    ['a request whose aliases multiply', { request: BOMB }],
    ['rules that are no text of rules', { rules: '%PDF-1.7 \u0001\u0002' }],
  ] as const) {
    test(what, async ({ page, site }) => {
      const playground = new Playground(page);
      await page.goto(site.url + hashOf(documentOf(members)));
      const problems = await playground.explanation('Problems');
      await expect(problems.getByRole('listitem').first()).toBeVisible();
      await expectIntact(page, playground);
    });
  }
});

/** The page answers, nothing ran that came with the link, and no prototype was touched. */
async function expectIntact(page: Page, playground: Playground): Promise<void> {
  await expect(page.getByRole('banner')).toBeVisible();
  const found = await page.evaluate(() => ({
    broken: 'broken' in window,
    polluted: 'polluted' in {},
    scripts: document.querySelectorAll('script:not([src])').length,
    images: document.querySelectorAll('img[onerror]').length,
  }));
  expect(found).toEqual({ broken: false, polluted: false, scripts: 0, images: 0 });
  await playground.write('rules', '- statusCode: 299');
  await page.getByRole('tab', { name: /./ }).first().click();
  await expect(playground.verdict(2)).toContainText('299');
}
