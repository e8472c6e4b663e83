/**
 * The engine's only door: pure functions from plain data to plain data, with no DOM, no Node and no package behind
 * them. The user's mistakes come back as data with their places; an exception is a bug of ours.
 *
 * @example
 * evaluate({ integration: { type: 'AWS', integrationResponses: [{ statusCode: '200' }] },
 *            backend: { kind: 'lambda', payload: '{"ok":true}' } }).response.statusCode // 200
 * renderTemplate('Hello $input.path("$.name")', { body: '{"name":"Ann"}' }) // { ok: true, output: 'Hello Ann', ... }
 * matchPattern('.*NotFound.*', 'NotFound: order 7')                          // { ok: true, matches: true, ... }
 * readPath('$.items[0].id', '{"items":[{"id":7}]}')                          // { ok: true, json: '7', text: '7', ... }
 *
 * @module
 */
export { matchPattern, type PatternResult } from './java-regex/match-pattern';
export { type PathResult, readPath } from './jsonpath/read-path';
export * from './outcome';
export { ASSUMPTIONS, type Assumption, type AssumptionId } from './pipeline/assumptions';
export { evaluate } from './pipeline/evaluate';
export * from './scenario';
export type { Position, Span } from './text/span';
export { type RenderResult, renderTemplate, type TemplateVariables } from './vtl/render-template';
