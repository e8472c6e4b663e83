/*
 * The names a method's configuration is written with, in the words of the API Gateway API. Where they stand
 * decides which of them are offered.
 */

export interface Property {
  name: string;
  /** What follows the colon, as a snippet. */
  value: string;
  doc: string;
}

export const METHOD_PROPERTIES: readonly Property[] = [
  {
    name: 'type',
    value: ' ${1|AWS,AWS_PROXY,HTTP,HTTP_PROXY,MOCK|}',
    doc: 'How the method reaches its backend. Rules run for AWS, HTTP and MOCK only.',
  },
  {
    name: 'uri',
    value: ' $1',
    doc: 'Backend. For type AWS it says whether this is a Lambda function or another service.',
  },
  {
    name: 'integrationResponses',
    value: '\n  - statusCode: "${1:200}"',
    doc: 'The rules: which answer of the backend becomes which status, headers and body.',
  },
  {
    name: 'methodResponses',
    value: '\n  "${1:200}":\n    responseParameters: {$2}',
    doc: 'Statuses and headers the method declares. A rule for an undeclared status fails.',
  },
  {
    name: 'requestTemplates',
    value: '\n  ${1:application/json}: ${2:template}',
    doc: 'Templates for the request by content type; for MOCK they make the answer.',
  },
  {
    name: 'passthroughBehavior',
    value: ' ${1|WHEN_NO_MATCH,WHEN_NO_TEMPLATES,NEVER|}',
    doc: 'What happens to a request body that no template fits.',
  },
  {
    name: 'contentHandling',
    value: ' ${1|CONVERT_TO_TEXT,CONVERT_TO_BINARY|}',
    doc: 'Changes the body between base64 text and bytes.',
  },
  { name: 'timeoutInMillis', value: ' ${1:29000}', doc: 'How long the backend may take, in milliseconds.' },
  {
    name: 'binaryMediaTypes',
    value: '\n  - ${1:image/png}',
    doc: 'Content types whose bodies are bytes, not text.',
  },
  {
    name: 'gatewayResponses',
    value: '\n  ${1:DEFAULT_5XX}:\n    statusCode: "${2:500}"',
    doc: "API Gateway's own answers, customised.",
  },
];

export const RULE_PROPERTIES: readonly Property[] = [
  {
    name: 'statusCode',
    value: ' "${1:404}"',
    doc: 'Status of the response when this rule is chosen; it has to be declared as a method response.',
  },
  {
    name: 'selectionPattern',
    value: ' ${1:.*NotFound.*}',
    doc: 'Java pattern for all of the errorMessage (Lambda) or of the status (HTTP). Without one this is the default rule.',
  },
  {
    name: 'responseTemplates',
    value: '\n  ${1:application/json}: ${2:template.vtl}',
    doc: "Mapping template by content type, chosen by the client's Accept: the name of one here, or the template itself.",
  },
  {
    name: 'responseParameters',
    value: '\n  method.response.header.${1:Name}: "${2:\'value\'}"',
    doc: "Headers of the response: 'constant', integration.response.header.NAME or integration.response.body.PATH.",
  },
  {
    name: 'contentHandling',
    value: ' ${1|CONVERT_TO_TEXT,CONVERT_TO_BINARY|}',
    doc: 'Changes the body between base64 text and bytes.',
  },
];

export const METHOD_RESPONSE_PROPERTIES: readonly Property[] = [
  {
    name: 'responseParameters',
    value: '\n  method.response.header.${1:Name}: true',
    doc: 'Headers declared for this status.',
  },
  {
    name: 'responseModels',
    value: '\n  ${1:application/json}: ${2:Empty}',
    doc: 'Models declared for this status; no effect on a response.',
  },
];

export const GATEWAY_RESPONSE_PROPERTIES: readonly Property[] = [
  { name: 'statusCode', value: ' "${1:500}"', doc: 'Status in place of the usual one.' },
  {
    name: 'responseParameters',
    value: '\n  gatewayresponse.header.${1:Name}: "${2:\'value\'}"',
    doc: 'Headers to add.',
  },
  {
    name: 'responseTemplates',
    value: '\n  ${1:application/json}: \'{"message":\\$context.error.messageString}\'',
    doc: 'Body by content type. Plain substitution of $context variables, not VTL.',
  },
];

/** Members of the request text. */
export const REQUEST_PROPERTIES: readonly Property[] = [
  {
    name: 'httpMethod',
    value: ' ${1|GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS|}',
    doc: 'Method of the request. Default: GET.',
  },
  {
    name: 'resourcePath',
    value: ' ${1:/pets/\\{petId\\}}',
    doc: 'Path of the resource, with its parameters in braces.',
  },
  { name: 'path', value: ' ${1:/pets/1}', doc: 'Path as requested, without stage.' },
  {
    name: 'headers',
    value: '\n  ${1:Accept}: ${2:application/json}',
    doc: 'Headers of the request. Accept chooses the response template.',
  },
  {
    name: 'queryStringParameters',
    value: '\n  ${1:name}: ${2:value}',
    doc: 'Query parameters, for $input.params.',
  },
  { name: 'pathParameters', value: '\n  ${1:petId}: ${2:value}', doc: 'Path parameters, for $input.params.' },
  { name: 'body', value: ' ${1:text}', doc: 'Body of the request; a response template cannot see it.' },
  {
    name: 'stageVariables',
    value: '\n  ${1:name}: ${2:value}',
    doc: 'The stage variables, for $stageVariables.',
  },
  {
    name: 'context',
    value: '\n  ${1:stage}: ${2:prod}',
    doc: 'Values of $context, laid over the sample ones.',
  },
];

/** The values a property may have. */
export const PROPERTY_VALUES: ReadonlyMap<string, readonly string[]> = new Map([
  ['type', ['AWS', 'AWS_PROXY', 'HTTP', 'HTTP_PROXY', 'MOCK']],
  ['contentHandling', ['CONVERT_TO_TEXT', 'CONVERT_TO_BINARY']],
  ['passthroughBehavior', ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER']],
]);
