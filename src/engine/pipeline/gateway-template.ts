import { type ContextValue, type ContextValues, lookUp } from './context-values';
import type { RequestLocation } from './mapping-expression';
import type { Request } from './setup';
import { requestHeader } from './setup';

/*
 * Templates of gateway responses (§10.3) are not VTL: names are replaced by values, and nothing else happens.
 */

export interface GatewayVariables {
  /** With `error` in it. */
  context: ContextValues;
  stageVariables: Map<string, string>;
  request: Request;
}

const VARIABLE =
  /\$(?:\{((?:context|stageVariables|method\.request)\.[a-zA-Z0-9_.-]+)\}|((?:context|stageVariables|method\.request)(?:\.[a-zA-Z0-9_-]+)+))/g;

/** Replaces the variables of a gateway response's template. An unset one becomes nothing. */
export function substitute(template: string, variables: GatewayVariables): string {
  return template.replace(VARIABLE, (_, braced: string | undefined, plain: string | undefined) =>
    readVariable(braced ?? plain ?? '', variables),
  );
}

function readVariable(name: string, variables: GatewayVariables): string {
  const [root, ...path] = name.split('.');
  switch (root) {
    case 'context':
      return contextValueText(lookUp(variables.context, path));
    case 'stageVariables':
      return variables.stageVariables.get(path.join('.')) ?? '';
    default: {
      const [, location, ...rest] = path;
      return readRequest(variables.request, location, rest.join('.')) ?? '';
    }
  }
}

/** A part of the client's request as `method.request.LOCATION.NAME` names it; undefined when it is missing. */
export function readRequest(
  request: Request,
  location: RequestLocation | string | undefined,
  name: string,
): string | undefined {
  switch (location) {
    case 'header':
      return requestHeader(request, name);
    case 'path':
      return request.pathParameters.get(name);
    case 'querystring':
      return request.queryStringParameters.get(name);
    case 'any':
      return (
        request.pathParameters.get(name) ??
        request.queryStringParameters.get(name) ??
        requestHeader(request, name)
      );
    default:
      return undefined;
  }
}

/** A scalar as it prints; maps and lists print as nothing. */
function contextValueText(value: ContextValue | undefined): string {
  return value === null || value === undefined || typeof value === 'object' ? '' : `${value}`;
}
