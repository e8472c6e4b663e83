import type { Member } from './types';

/** The objects every template has. */
export const OBJECTS: readonly Member[] = [
  { name: 'input', type: 'input', doc: "The backend's answer, and the parameters of the client's request." },
  { name: 'util', type: 'util', doc: 'Functions for JSON, URLs, base64 and escaping.' },
  {
    name: 'context',
    type: 'context',
    doc: 'The request as API Gateway sees it, and the overrides of the response.',
  },
  {
    name: 'stageVariables',
    type: 'stageVariables',
    doc: 'The variables of the stage; every value is a string.',
  },
];

/** What exists in the body of a loop. */
export const LOOP_OBJECTS: readonly Member[] = [
  { name: 'foreach', type: 'foreach', doc: 'How far the innermost loop is.' },
  {
    name: 'velocityCount',
    type: 'Number',
    doc: 'Round of the innermost loop, from 1. $foreach.count is the same.',
  },
  {
    name: 'velocityHasNext',
    type: 'Boolean',
    doc: 'Whether another round follows. $foreach.hasNext is the same.',
  },
];

export const INPUT: readonly Member[] = [
  {
    name: 'path',
    parameters: '(jsonPath)',
    type: 'json',
    doc: 'What the JSONPath finds, as an object to read on: a map, a list, a string or a number. Nothing found prints nothing.',
  },
  {
    name: 'json',
    parameters: '(jsonPath)',
    type: 'String',
    doc: 'What the JSONPath finds, as JSON text. Nothing found gives two quote characters.',
  },
  {
    name: 'body',
    type: 'String',
    doc: "The text of the backend's answer exactly as received; {} when it is empty.",
  },
  {
    name: 'params',
    parameters: '(name)',
    type: 'String',
    doc: "A parameter of the client's request: path first, then query string, then header. Without a name: all of them, under path, querystring and header.",
  },
];

export const PARAMS: readonly Member[] = [
  { name: 'path', type: 'Map', doc: 'Path parameters of the request.' },
  { name: 'querystring', type: 'Map', doc: 'Query parameters of the request.' },
  { name: 'header', type: 'Map', doc: 'Headers of the request.' },
];

export const UTIL: readonly Member[] = [
  {
    name: 'escapeJavaScript',
    parameters: '(text)',
    type: 'String',
    doc: 'The text with JavaScript\'s escapes. It writes \\\' for an apostrophe, which JSON does not know: go on with .replaceAll("\\\\\'","\'").',
  },
  { name: 'parseJson', parameters: '(text)', type: 'json', doc: 'JSON text as an object to read on.' },
  {
    name: 'urlEncode',
    parameters: '(text)',
    type: 'String',
    doc: 'Form encoding in UTF-8; a space becomes a plus sign.',
  },
  {
    name: 'urlDecode',
    parameters: '(text)',
    type: 'String',
    doc: 'Takes form encoding away; a plus sign becomes a space.',
  },
  {
    name: 'base64Encode',
    parameters: '(text)',
    type: 'String',
    doc: "The base64 of the text's UTF-8 bytes.",
  },
  { name: 'base64Decode', parameters: '(text)', type: 'String', doc: 'The UTF-8 text behind base64.' },
];

export const FOREACH: readonly Member[] = [
  { name: 'index', type: 'Number', doc: 'Round, from 0.' },
  { name: 'count', type: 'Number', doc: 'Round, from 1.' },
  { name: 'hasNext', type: 'Boolean', doc: 'Whether another round follows.' },
  { name: 'first', type: 'Boolean', doc: 'Whether this is the first round.' },
  { name: 'last', type: 'Boolean', doc: 'Whether this is the last round.' },
  { name: 'parent', type: 'foreach', doc: 'The loop around this one.' },
  { name: 'topmost', type: 'foreach', doc: 'The outermost loop.' },
];
