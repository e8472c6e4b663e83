import { readFile } from 'node:fs/promises';
import type { BackendCase } from '../src/document/model';
import { GATEWAY_RESPONSE_TYPES } from '../src/engine/scenario';
import { documentOf, hashOf } from './support/links';
import { Playground } from './support/playground';
import { expect, test } from './support/site';

/*
 * Every branch of the pipeline is reached on the page: by the controls that are in sight where a person can press
 * them, and by what stands in the texts where that is what decides.
 */

interface Branch {
  name: string;
  rules: string;
  answer?: string;
  facts?: Partial<BackendCase>;
  request?: string;
  /** How the status line begins. */
  status: number;
  headers?: Record<string, string>;
  /** What the body as sent is. */
  body?: string;
  /** A part of the story. */
  story?: RegExp;
  /** A part of the list of problems. */
  problem?: RegExp;
  /** A part of the log. */
  log?: RegExp;
}

const THREW = '{"errorMessage": "NotFound: order 7", "errorType": "Error"}';
const S3 = 'type: AWS\nuri: arn:aws:apigateway:eu-west-1:s3:path/files/a.png\nhttpMethod: GET\n';
const BRANCHES: Branch[] = [
  {
    name: 'a status or header that is not declared fails',
    answer: THREW,
    rules: `integrationResponses:
  - statusCode: 404
    selectionPattern: .*NotFound.*
methodResponses: {'200': {}}
`,
    status: 500,
    problem: /404/,
  },
  {
    name: 'two default rules are refused as the control plane does',
    rules: '- statusCode: 200\n- statusCode: 201\n',
    status: 200,
    problem: /default/i,
  },
  {
    name: 'a pattern that does not compile is refused',
    answer: THREW,
    rules: "- statusCode: 200\n- statusCode: 404\n  selectionPattern: '(NotFound'\n",
    status: 200,
    problem: /Unclosed group/,
  },
  {
    name: 'several patterns match: the order is said to be assumed',
    answer: THREW,
    rules: `- statusCode: 500
  selectionPattern: .*order.*
- statusCode: 404
  selectionPattern: .*NotFound.*
`,
    status: 404,
    problem: /match/,
  },
  {
    name: 'no rule matches and there is no default',
    answer: '{"ok": true}',
    rules: '- statusCode: 404\n  selectionPattern: NotFound.*\n',
    status: 500,
    log: /No match for output mapping and no default output mapping configured/,
  },
  {
    name: 'a malformed answer of a proxy integration is a 502 with its line in the log',
    answer: '{"id": 7}',
    rules: 'type: AWS_PROXY\n',
    status: 502,
    log: /Malformed Lambda proxy response/,
  },
  {
    name: 'headers beyond 10,240 bytes are an error of API Gateway',
    rules: `- statusCode: 200
  responseParameters:
    method.response.header.X-Long: "'${'x'.repeat(10_300)}'"
`,
    status: 500,
    story: /10240/,
  },
  {
    name: 'a MOCK request template sets overrides that stay',
    rules: `type: MOCK
requestTemplates:
  application/json: |-
    #set($context.responseOverride.header.X-Early = "yes")
    #set($context.responseOverride.status = 418)
    {"statusCode": 200}
integrationResponses:
  - statusCode: 200
`,
    status: 418,
    headers: { 'X-Early': 'yes' },
  },
  {
    name: 'an HTTP endpoint’s status and headers are what the rules see',
    answer: 'HTTP/1.1 503 Service Unavailable\nRetry-After: 7\n\nbusy',
    rules: `type: HTTP
integrationResponses:
  - statusCode: 200
  - statusCode: 502
    selectionPattern: 5\\d\\d
    responseParameters:
      method.response.header.X-Wait: integration.response.header.Retry-After
`,
    status: 502,
    headers: { 'X-Wait': '7' },
    body: 'busy',
  },
  {
    name: 'an HTTP proxy passes the answer on and renames what is reserved',
    answer: 'HTTP/1.1 201 Created\nX-Own: 1\nServer: nginx\n\nmade',
    rules: 'type: HTTP_PROXY\n',
    status: 201,
    headers: { 'X-Own': '1', 'x-amzn-Remapped-Server': 'nginx' },
    body: 'made',
  },
  {
    name: 'contentHandling CONVERT_TO_TEXT sends bytes as base64',
    answer: 'HTTP/1.1 200 OK\nContent-Type: image/png\n\niVBORw0KGgo=',
    facts: { base64: true },
    rules: `${S3}binaryMediaTypes: [image/png]
integrationResponses:
  - statusCode: 200
    contentHandling: CONVERT_TO_TEXT
`,
    status: 200,
    body: 'iVBORw0KGgo=',
  },
  {
    name: 'Accept, parameters, stage variables and context come from the request’s text',
    rules: `- statusCode: 200
  responseTemplates:
    application/json: 'json'
    text/plain: "$input.params('id') $stageVariables.shop $context.identity.sourceIp $context.authorizer.tier"
`,
    request: `resourcePath: /orders/{id}
pathParameters: {id: '7'}
headers: {Accept: text/plain}
stageVariables: {shop: tea}
context:
  identity: {sourceIp: 198.51.100.7}
  authorizer: {tier: 2}
`,
    status: 200,
    body: '7 tea 198.51.100.7 2',
  },
];

for (const branch of BRANCHES) {
  test(branch.name, async ({ page, site }) => {
    const { answer = '{"ok": true}', facts = {}, request = '', rules } = branch;
    const playground = new Playground(page);
    const document = documentOf({ cases: [{ name: 'case', answer, ...facts }], rules, request });
    await playground.open(`${site.url}${hashOf(document)}`);
    await expect(playground.status).toHaveText(new RegExp(`^${branch.status}`));
    for (const [name, value] of Object.entries(branch.headers ?? {})) {
      await expect(playground.header(name)).toHaveText(value);
    }
    if (branch.body !== undefined) await expect(playground.body).toHaveText(branch.body);
    if (branch.story) await expect(await playground.explanation('Why')).toContainText(branch.story);
    if (branch.problem) await expect(await playground.explanation('Problems')).toContainText(branch.problem);
    if (branch.log) await expect(await playground.explanation('Log')).toContainText(branch.log);
  });
}

test.describe('the line under the cases', () => {
  test('lets API Gateway answer in all its ways, customised or with what they inherit', async ({
    page,
    site,
  }) => {
    const rules = `integrationResponses:
  - statusCode: 200
gatewayResponses:
  THROTTLED:
    statusCode: 420
    responseTemplates: {application/json: '{"own": "$context.error.responseType"}'}
  DEFAULT_4XX:
    responseTemplates: {application/json: '{"inherited": "$context.error.responseType"}'}
`;
    const playground = new Playground(page);
    await playground.open(`${site.url}${hashOf(documentOf({ rules }))}`);
    const answeredBy = page.getByRole('combobox', { name: 'From: who answers' });
    await expect(answeredBy.locator('option')).toHaveCount(1 + GATEWAY_RESPONSE_TYPES.length);
    const statuses: number[] = [];
    for (const type of GATEWAY_RESPONSE_TYPES) {
      await answeredBy.selectOption(type);
      await expect(playground.verdict(4)).toContainText(type);
      statuses.push(Number(await playground.response.locator('.status-code').textContent()));
    }
    expect(statuses).toEqual([
      ...[403, 500, 500, 500, 400, 400, 400, 500, 403, 504, 504, 403, 403, 403],
      ...[429, 413, 404, 420, 401, 415, 403],
    ]);
    await expect(playground.body).toHaveText('{"inherited": "WAF_FILTERED"}');
    await expect(playground.verdict(1)).toContainText('The backend was not asked');
    await answeredBy.selectOption('THROTTLED');
    await expect(playground.body).toHaveText('{"own": "THROTTLED"}');
    await answeredBy.selectOption('the backend');
    await expect(playground.status).toHaveText(/^200/);
  });

  test('groups the answers of API Gateway by the class of their status', async ({ page, site }) => {
    const playground = new Playground(page);
    await playground.open(site.url);
    const group = (name: string) =>
      page
        .getByRole('combobox', { name: 'From: who answers' })
        .locator(`optgroup[label*="${name}"]`)
        .locator('option');
    await expect(group('4XX')).toHaveCount(15);
    await expect(group('5XX')).toHaveText([
      'API_CONFIGURATION_ERROR · 500',
      'AUTHORIZER_CONFIGURATION_ERROR · 500',
      'AUTHORIZER_FAILURE · 500',
      'DEFAULT_5XX',
      'INTEGRATION_FAILURE · 504',
      'INTEGRATION_TIMEOUT · 504',
    ]);
  });

  test('makes a backend late: past timeoutInMillis the client gets 504', async ({ page, site }) => {
    const playground = new Playground(page);
    const rules = 'timeoutInMillis: 3000\nintegrationResponses:\n  - statusCode: 200\n';
    await playground.open(`${site.url}${hashOf(documentOf({ rules }))}`);
    const latency = page.getByRole('spinbutton', { name: 'after ms: latency of the backend' });
    await latency.fill('2900');
    await expect(playground.status).toHaveText(/^200/);
    await latency.fill('3100');
    await expect(playground.status).toHaveText(/^504/);
    await expect(playground.verdict(1)).toContainText('No answer in time');
    await expect(playground.body).toHaveText('{"message": "Endpoint request timed out"}');
    await latency.fill('');
    await expect(playground.status).toHaveText(/^200/);
  });

  test('says whether the function threw, which decides for a proxy integration', async ({ page, site }) => {
    const playground = new Playground(page);
    const cases = [{ name: 'case', answer: '{"statusCode": 200, "body": "fine"}' }];
    await playground.open(`${site.url}${hashOf(documentOf({ cases, rules: 'type: AWS_PROXY\n' }))}`);
    const threw = page.getByRole('combobox', { name: 'that: threw or returned' });
    await expect(playground.status).toHaveText(/^200/);
    await threw.selectOption('threw');
    await expect(playground.status).toHaveText(/^502/);
    await threw.selectOption('returned');
    await expect(playground.status).toHaveText(/^200/);
  });

  test('takes a body of bytes, which are shown as hex and can be saved', async ({ page, site }) => {
    const playground = new Playground(page);
    const cases = [{ name: 'case', answer: 'HTTP/1.1 200 OK\nContent-Type: image/png\n\niVBORw0KGgo=' }];
    const rules = `${S3}binaryMediaTypes: [image/png]\nintegrationResponses:\n  - statusCode: 200\n    contentHandling: CONVERT_TO_BINARY\n`;
    const request = 'headers: {Accept: image/png}\n';
    await playground.open(`${site.url}${hashOf(documentOf({ cases, rules, request }))}`);
    await page.getByRole('checkbox', { name: /^base64/ }).check();
    await expect(playground.response).toContainText('8 bytes');
    await playground.response.getByRole('radio', { name: 'Hex' }).check();
    await expect(playground.body).toContainText('89 50 4e 47 0d 0a 1a 0a');
    const download = page.waitForEvent('download');
    await playground.response.getByRole('button', { name: 'Download the body' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('body.png');
    expect((await readFile(await file.path())).toString('base64')).toBe('iVBORw0KGgo=');
    await expect(page.getByRole('spinbutton', { name: /^after ms/ })).toBeVisible();
    await expect(page.getByRole('combobox', { name: /^that/ })).toHaveCount(0);
  });
});

test('the integration type decides which facts a case has', async ({ page, site }) => {
  const playground = new Playground(page);
  await playground.open(`${site.url}${hashOf(documentOf())}`);
  const facts = page.getByRole('group', { name: /^Facts of case/ });
  const type = page.getByRole('combobox', { name: /^Integration/ });
  for (const [chosen, controls] of [
    ['AWS', 3],
    ['AWS_PROXY', 3],
    ['HTTP', 3],
    ['HTTP_PROXY', 3],
    ['MOCK', 1],
  ] as const) {
    await type.selectOption(chosen);
    await expect(facts.locator('select, input')).toHaveCount(controls);
  }
  await expect(facts).toContainText('The request template answers.');
});

test('the log has the shape of the console’s test feature', async ({ page, site }) => {
  const playground = new Playground(page);
  await playground.open(site.url);
  const log = await playground.explanation('Log');
  await expect(log.getByRole('listitem').first()).toContainText('Execution log for request');
  for (const line of [
    'Endpoint response body before transformations:',
    'Method completed with status: 404',
  ]) {
    await expect(log).toContainText(line);
  }
});

test('the counts of what agrees stand under Help, with every group', async ({ page, site }) => {
  const playground = new Playground(page);
  await playground.open(site.url);
  await page.getByRole('button', { name: 'Help' }).click();
  await page.getByRole('menuitem', { name: 'How right is this?' }).click();
  const dialog = page.getByRole('dialog', { name: 'How right is this?' });
  for (const word of ['documented', 'recorded', 'Java library', 'emulator', 'reported', 'assumed']) {
    await expect(dialog.locator('dt').getByText(word, { exact: true })).toBeVisible();
  }
  await expect(dialog.getByText('What was compared')).toBeVisible();
  const pipeline = dialog.locator('details', { hasText: 'From answer to response' });
  await pipeline.locator('summary').click();
  await expect(pipeline.getByText('recorded', { exact: true })).toBeVisible();
  await expect(dialog.getByText(/^\d,?\d+ of \d,?\d+ agree$/).first()).toBeVisible();
});
