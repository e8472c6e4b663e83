import * as context from './context';
import { JAVA_MEMBERS } from './java-members';
import { FOREACH, INPUT, PARAMS, UTIL } from './objects';
import type { Member, ValueType } from './types';

const MEMBERS: Record<ValueType, readonly Member[]> = {
  input: INPUT,
  util: UTIL,
  params: PARAMS,
  foreach: FOREACH,
  context: context.CONTEXT,
  identity: context.IDENTITY,
  clientCert: context.CLIENT_CERT,
  validity: context.VALIDITY,
  authorizer: context.AUTHORIZER,
  error: context.ERROR,
  responseOverride: context.RESPONSE_OVERRIDE,
  requestOverride: context.REQUEST_OVERRIDE,
  stageVariables: [],
  ...JAVA_MEMBERS,
  json: [],
  unknown: [],
};

const JSON_TYPES: readonly ValueType[] = ['Map', 'List', 'String'];

/** What can follow a dot after a value of that type; each name once. */
export function membersOf(type: ValueType): readonly Member[] {
  if (type !== 'json') return MEMBERS[type];
  const byName = new Map(JSON_TYPES.flatMap((each) => MEMBERS[each]).map((member) => [member.name, member]));
  return [...byName.values()];
}

/** The member of that name. */
export function memberOf(type: ValueType, name: string): Member | undefined {
  return membersOf(type).find((member) => member.name === name);
}

/** The type as it is written after a name; empty for the service's own objects and for what is not known. */
export function javaName(type: ValueType): string {
  return type in JAVA_MEMBERS ? `: ${type}` : '';
}
