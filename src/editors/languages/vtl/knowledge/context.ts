import type { Member, ValueType } from './types';

/*
 * `$context` in a response template. Names that exist only in access logs (`status`, `integrationLatency`, ...)
 * print nothing in a template and are left out.
 */

export const CONTEXT: readonly Member[] = [
  text('accountId', 'Account that owns the API.'),
  text('apiId', 'Id of the API.'),
  object('authorizer', 'authorizer', 'What the authorizer said; absent without one.'),
  text('awsEndpointRequestId', 'Request id the AWS endpoint answered with.'),
  text('deploymentId', 'Id of the deployment.'),
  text('domainName', "Host the request came to; also the request's Host header."),
  text('domainPrefix', 'First label of the host.'),
  object('error', 'error', 'Only in gateway responses.'),
  text('extendedRequestId', 'Equals the response header x-amz-apigw-id.'),
  text('httpMethod', 'Method of the request.'),
  object('identity', 'identity', 'Who called. Prints nothing by itself.'),
  { name: 'isCanaryRequest', type: 'Boolean', doc: 'Whether the request went to the canary.' },
  text('path', 'Path of the request, with the stage.'),
  text('protocol', 'HTTP/1.1, for HTTP/2 clients too.'),
  text('requestId', 'Equals the response header x-amzn-RequestId; a client may set it.'),
  object('requestOverride', 'requestOverride', 'Set by a request template: path, header, querystring.'),
  text('requestTime', 'Time of the request as dd/MMM/yyyy:HH:mm:ss +0000.'),
  { name: 'requestTimeEpoch', type: 'Number', doc: 'Time of the request in milliseconds since 1970.' },
  text('resourceId', 'Id of the resource.'),
  text('resourcePath', 'Path of the resource, with its parameters in braces.'),
  object('responseOverride', 'responseOverride', 'Set it to change the status and headers of the response.'),
  text('stage', 'Stage of the request; test-invoke-stage in the test console.'),
  { name: 'wafResponseCode', type: 'String', doc: 'WAF_ALLOW or WAF_BLOCK, with a web ACL.' },
  text('webaclArn', 'ARN of the web ACL.'),
];

export const IDENTITY: readonly Member[] = [
  text('accountId', 'Account of the caller; with IAM only.'),
  text('accessKey', 'Access key of the caller; with IAM only.'),
  text('apiKey', 'API key of the request; with an API key required.'),
  text('apiKeyId', 'Id of the API key; with an API key required.'),
  text('caller', 'Principal that signed the request; with IAM only.'),
  object('clientCert', 'clientCert', 'Certificate of the client; with mutual TLS.'),
  text('cognitoAuthenticationProvider', 'Cognito providers of the caller; with Cognito credentials only.'),
  text('cognitoAuthenticationType', 'authenticated or unauthenticated; with Cognito credentials only.'),
  text('cognitoIdentityId', 'Cognito identity of the caller; with Cognito credentials only.'),
  text('cognitoIdentityPoolId', 'Cognito pool of the caller; with Cognito credentials only.'),
  text('principalOrgId', 'AWS organisation of the caller; with IAM only.'),
  text('sourceIp', 'Address the request came from.'),
  text('user', 'User that signed the request; with IAM only.'),
  text('userAgent', 'User-Agent header of the request.'),
  text('userArn', 'ARN of that user; with IAM only.'),
  text('vpcId', 'VPC the request came from; private APIs.'),
  text('vpceId', 'VPC endpoint the request came through; private APIs.'),
];

export const CLIENT_CERT: readonly Member[] = [
  text('clientCertPem', 'The certificate in PEM.'),
  text('subjectDN', 'Distinguished name of the subject.'),
  text('issuerDN', 'Distinguished name of the issuer.'),
  text('serialNumber', 'Serial number.'),
  object('validity', 'validity', 'When it is valid.'),
];

export const VALIDITY: readonly Member[] = [text('notBefore', 'Valid from.'), text('notAfter', 'Valid to.')];

export const AUTHORIZER: readonly Member[] = [
  object('claims', 'Map', 'Claims of the Cognito user pool token. Prints nothing by itself.'),
  text('principalId', 'Principal the Lambda authorizer named.'),
];

export const ERROR: readonly Member[] = [
  text('message', 'Message of the failure; gateway responses only.'),
  text('messageString', 'The same in quotes; gateway responses only.'),
  text('responseType', 'Type of the gateway response; gateway responses only.'),
  text('validationErrorString', 'What request validation found; gateway responses only.'),
];

export const RESPONSE_OVERRIDE: readonly Member[] = [
  { name: 'status', type: 'Number', doc: "Status of the response; wins over the rule's." },
  object(
    'header',
    'Map',
    'Headers of the response by name: #set($context.responseOverride.header.Name = "value").',
  ),
];

export const REQUEST_OVERRIDE: readonly Member[] = [
  object('path', 'Map', 'Path parameters of the request to the backend.'),
  object('querystring', 'Map', 'Query parameters of the request to the backend.'),
  object('header', 'Map', 'Headers of the request to the backend.'),
];

function text(name: string, doc: string): Member {
  return { name, type: 'String', doc };
}

function object(name: string, type: ValueType, doc: string): Member {
  return { name, type, doc };
}
