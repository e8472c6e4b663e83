import type { JsonValue } from './text/json-value';

/*
 * A scenario is all that decides one response: the method as it is configured, what the client asked, and what
 * the backend answered. Member names are those of the API Gateway API (`GetMethod`, `GetIntegration`,
 * `GetGatewayResponse`), so that a configuration can be held beside the service's own documents.
 *
 * A scenario is plain data: it survives `structuredClone` and JSON (but for `Uint8Array` bodies).
 */

export type IntegrationType = 'AWS' | 'AWS_PROXY' | 'HTTP' | 'HTTP_PROXY' | 'MOCK';

export type ContentHandling = 'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT';

export interface Scenario {
  integration: Integration;
  /**
   * Declared statuses and headers, keyed by status. Leave out when unknown (a pasted list of rules says nothing
   * about them): then every status and header counts as declared and the outcome says that this was assumed.
   */
  methodResponses?: Record<string, MethodResponse>;
  /** `RestApi.binaryMediaTypes`. Default: none. */
  binaryMediaTypes?: string[];
  /** Customised gateway responses by type. Default: none, the service's own answers. */
  gatewayResponses?: Partial<Record<GatewayResponseType, GatewayResponse>>;
  /** The client's request. Default: `GET /` without headers. */
  request?: ClientRequest;
  /** `$stageVariables`. Default: none. */
  stageVariables?: Record<string, string>;
  /** Values for `$context`, laid over the built-in sample values. Nested objects are laid over member by member. */
  context?: Record<string, JsonValue>;
  /** What the backend answered. */
  backend: BackendAnswer;
  /**
   * Named templates. A value of `responseTemplates` or `requestTemplates` that equals a name here stands for that
   * template's text; anything else is the template itself.
   */
  templates?: Record<string, string>;
}

/** `Integration` of the API. */
export interface Integration {
  type: IntegrationType;
  /**
   * Decides between Lambda and another AWS service for `AWS` and `AWS_PROXY`: Lambda when it contains
   * `:lambda:path/`. Default: a Lambda function.
   */
  uri?: string;
  /** Method the integration is called with; anything but `POST` breaks Lambda. Default: `POST`. */
  httpMethod?: string;
  /** The rules, in the order they were written. */
  integrationResponses?: IntegrationResponse[];
  /** Templates of the request, by content type; run for `MOCK`. */
  requestTemplates?: Record<string, string | null>;
  contentHandling?: ContentHandling;
  passthroughBehavior?: 'WHEN_NO_MATCH' | 'WHEN_NO_TEMPLATES' | 'NEVER';
  /** How long API Gateway waits for the backend, in ms. Default: 29000. */
  timeoutInMillis?: number;
}

/** `IntegrationResponse` of the API: one rule. */
export interface IntegrationResponse {
  /** Status as text: `"404"`. Names the method response and is the client's status unless overridden. */
  statusCode: string;
  /** Java pattern that has to match the whole subject. Absent, null or `""`: this is the default rule. */
  selectionPattern?: string | null;
  /** `method.response.header.NAME` to mapping expression. */
  responseParameters?: Record<string, string>;
  /** Content type to VTL text or template name; null and `""` mean "no template". */
  responseTemplates?: Record<string, string | null>;
  contentHandling?: ContentHandling;
}

/** `MethodResponse` of the API. */
export interface MethodResponse {
  /** `method.response.header.NAME`; the boolean has no effect on a response. */
  responseParameters?: Record<string, boolean>;
  responseModels?: Record<string, string>;
}

/** `GatewayResponse` of the API: an answer API Gateway gives by itself. */
export interface GatewayResponse {
  statusCode?: string;
  /** `gatewayresponse.header.NAME` to mapping expression. */
  responseParameters?: Record<string, string>;
  /** Content type to text with plain substitution: not VTL. */
  responseTemplates?: Record<string, string>;
}

/** What the client sent. */
export interface ClientRequest {
  /** Default: `GET`. */
  httpMethod?: string;
  /** Path as requested, without stage and query. Default: `resourcePath` with its parameters filled in. */
  path?: string;
  /** Resource template such as `/pets/{petId}`. Default: `/`. */
  resourcePath?: string;
  /** Headers as sent; names are matched without regard to case where the service does so. */
  headers?: Record<string, string>;
  queryStringParameters?: Record<string, string>;
  pathParameters?: Record<string, string>;
  body?: string;
}

/** What came back from behind the gateway. */
export type BackendAnswer =
  | LambdaAnswer
  | HttpAnswer
  /** MOCK integrations: the request template is the answer. */
  | { kind: 'none' }
  | GatewayFailure;

/** The answer of `lambda:Invoke`. */
export interface LambdaAnswer {
  kind: 'lambda';
  /** The payload, byte for byte: the returned value as JSON, or the error object. */
  payload: string;
  /**
   * Whether the answer carries `X-Amz-Function-Error`. Matters to proxy integrations and to explanations; rule
   * selection looks at the payload only. Default: guessed from the payload's shape.
   */
  functionError?: boolean;
  /** How long the function took, in ms. Default: 0. */
  latencyInMillis?: number;
}

/** The answer of an HTTP endpoint or of an AWS service other than Lambda. */
export interface HttpAnswer {
  kind: 'http';
  /** Default: 200. */
  statusCode?: number;
  /** Name and value pairs in the order received; a repeated name is a repeated header. Default: none. */
  headers?: [name: string, value: string][];
  /** A string stands for its UTF-8 bytes. Default: empty. */
  body?: string | Uint8Array;
  /** Default: 0. */
  latencyInMillis?: number;
}

/** No answer: API Gateway itself refuses or fails, and a gateway response is sent. */
export interface GatewayFailure {
  kind: 'gateway-failure';
  responseType: GatewayResponseType;
  /** `$context.error.message`; default: the service's own text for that type. */
  message?: string;
  /** `$context.error.validationErrorString`. */
  validationErrorString?: string;
}

/** `GatewayResponseType` of the API: all 21. */
export type GatewayResponseType = (typeof GATEWAY_RESPONSE_TYPES)[number];

export const GATEWAY_RESPONSE_TYPES = [
  'ACCESS_DENIED',
  'API_CONFIGURATION_ERROR',
  'AUTHORIZER_CONFIGURATION_ERROR',
  'AUTHORIZER_FAILURE',
  'BAD_REQUEST_BODY',
  'BAD_REQUEST_PARAMETERS',
  'DEFAULT_4XX',
  'DEFAULT_5XX',
  'EXPIRED_TOKEN',
  'INTEGRATION_FAILURE',
  'INTEGRATION_TIMEOUT',
  'INVALID_API_KEY',
  'INVALID_SIGNATURE',
  'MISSING_AUTHENTICATION_TOKEN',
  'QUOTA_EXCEEDED',
  'REQUEST_TOO_LARGE',
  'RESOURCE_NOT_FOUND',
  'THROTTLED',
  'UNAUTHORIZED',
  'UNSUPPORTED_MEDIA_TYPE',
  'WAF_FILTERED',
] as const;
