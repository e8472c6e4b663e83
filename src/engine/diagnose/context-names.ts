/*
 * Members of `$context` as the documentation of mapping templates and access logging lists them. A missing value of one
 * of these is no slip of the pen: it depends on the authorizer, the domain or the stage.
 */

const NAMES = [
  'accountId',
  'apiId',
  'authorizer',
  'authorize',
  'authenticate',
  'awsEndpointRequestId',
  'awsEndpointRequestId2',
  'customDomain',
  'deploymentId',
  'domainName',
  'domainPrefix',
  'endpointType',
  'error',
  'extendedRequestId',
  'httpMethod',
  'identity',
  'integration',
  'integrationErrorMessage',
  'integrationLatency',
  'integrationStatus',
  'isCanaryRequest',
  'path',
  'protocol',
  'requestId',
  'requestOverride',
  'requestTime',
  'requestTimeEpoch',
  'resourceId',
  'resourcePath',
  'responseLatency',
  'responseLength',
  'responseOverride',
  'responseType',
  'stage',
  'status',
  'waf',
  'wafResponseCode',
  'webaclArn',
  'xrayTraceId',
];

const IDENTITY_NAMES = [
  'accountId',
  'accessKey',
  'apiKey',
  'apiKeyId',
  'caller',
  'clientCert',
  'cognitoAuthenticationProvider',
  'cognitoAuthenticationType',
  'cognitoIdentityId',
  'cognitoIdentityPoolId',
  'principalOrgId',
  'sourceIp',
  'user',
  'userAgent',
  'userArn',
  'vpcId',
  'vpceId',
];

/** Documented members of `$context`, or of the member of it with that name; undefined where anything may be. */
export function contextNames(parent?: string): readonly string[] | undefined {
  if (parent === undefined) return NAMES;
  return parent === 'identity' ? IDENTITY_NAMES : undefined;
}
