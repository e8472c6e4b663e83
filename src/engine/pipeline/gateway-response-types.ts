import type { GatewayResponseType } from '../scenario';

/** What API Gateway answers for a type nobody customised (§10.1). */
export interface GatewayResponseDefaults {
  /** Undefined for DEFAULT_4XX and DEFAULT_5XX, which take the status of what failed. */
  statusCode: number | undefined;
  /** The type whose customisation applies when this one has none. */
  fallback: 'DEFAULT_4XX' | 'DEFAULT_5XX' | undefined;
  /** `$context.error.message`; null prints as JSON null. */
  message: string | null;
  /** Value of `x-amzn-ErrorType`. */
  errorType: string;
  /**
   * A space follows the colon of the uncustomised body. Recorded for "Internal server error" by its length and
   * seen by users in the answers of the execution stage; the answers given before it have none.
   */
  spaced: boolean;
}

const SIGNATURE =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key ' +
  'and signing method. Consult the service documentation for details.';

type Row = [
  type: GatewayResponseType,
  statusCode: number | undefined,
  message: string | null,
  errorType: string,
  spaced?: 'spaced',
];

const ROWS: readonly Row[] = [
  ['ACCESS_DENIED', 403, 'User is not authorized to access this resource', 'AccessDeniedException'],
  ['API_CONFIGURATION_ERROR', 500, 'Internal server error', 'InternalServerErrorException', 'spaced'],
  ['AUTHORIZER_CONFIGURATION_ERROR', 500, null, 'AuthorizerConfigurationException'],
  ['AUTHORIZER_FAILURE', 500, null, 'AuthorizerFailureException'],
  ['BAD_REQUEST_BODY', 400, 'Invalid request body', 'BadRequestException', 'spaced'],
  ['BAD_REQUEST_PARAMETERS', 400, 'Missing required request parameters', 'BadRequestException', 'spaced'],
  ['DEFAULT_4XX', undefined, 'Bad Request', 'BadRequestException'],
  ['DEFAULT_5XX', undefined, 'Internal server error', 'InternalServerErrorException', 'spaced'],
  ['EXPIRED_TOKEN', 403, 'The security token included in the request is expired', 'ExpiredTokenException'],
  ['INTEGRATION_FAILURE', 504, 'Internal server error', 'InternalServerErrorException', 'spaced'],
  ['INTEGRATION_TIMEOUT', 504, 'Endpoint request timed out', 'InternalServerErrorException', 'spaced'],
  ['INVALID_API_KEY', 403, 'Forbidden', 'ForbiddenException'],
  ['INVALID_SIGNATURE', 403, SIGNATURE, 'InvalidSignatureException'],
  [
    'MISSING_AUTHENTICATION_TOKEN',
    403,
    'Missing Authentication Token',
    'MissingAuthenticationTokenException',
  ],
  ['QUOTA_EXCEEDED', 429, 'Limit Exceeded', 'LimitExceededException'],
  ['REQUEST_TOO_LARGE', 413, 'Request Too Long', 'RequestTooLargeException'],
  ['RESOURCE_NOT_FOUND', 404, 'Not Found', 'ResourceNotFoundException'],
  ['THROTTLED', 429, 'Too Many Requests', 'TooManyRequestsException'],
  ['UNAUTHORIZED', 401, 'Unauthorized', 'UnauthorizedException'],
  ['UNSUPPORTED_MEDIA_TYPE', 415, 'Unsupported Media Type', 'BadRequestException'],
  ['WAF_FILTERED', 403, 'Forbidden', 'ForbiddenException'],
];

const DEFAULTS = new Map(
  ROWS.map(([type, statusCode, message, errorType, spaced]) => {
    const server = type === 'DEFAULT_5XX' || (statusCode ?? 400) >= 500;
    const isDefault = type === 'DEFAULT_4XX' || type === 'DEFAULT_5XX';
    const fallback = isDefault ? undefined : server ? 'DEFAULT_5XX' : 'DEFAULT_4XX';
    const row: GatewayResponseDefaults = {
      statusCode,
      fallback,
      message,
      errorType,
      spaced: spaced !== undefined,
    };
    return [type, row];
  }),
);

export function gatewayResponseDefaults(type: GatewayResponseType): GatewayResponseDefaults {
  return DEFAULTS.get(type)!;
}
