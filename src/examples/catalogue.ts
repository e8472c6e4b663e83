import { BINARY_AND_FAILURES } from './binary-and-failures';
import { CHOOSING_A_RULE } from './choosing-a-rule';
import { DEFAULT_EXAMPLE } from './default-example';
import type { Example } from './example';
import { HEADERS_AND_STATUS } from './headers-and-status';
import { HTTP_BACKENDS } from './http-backends';
import { PROXY_INTEGRATIONS } from './proxy-integrations';
import { TEMPLATES } from './templates';

/** Every worked example, in the order of the menu. Load it when the menu is opened. */
export const EXAMPLES: readonly Example[] = [
  DEFAULT_EXAMPLE,
  ...CHOOSING_A_RULE,
  ...TEMPLATES,
  ...HEADERS_AND_STATUS,
  ...HTTP_BACKENDS,
  ...PROXY_INTEGRATIONS,
  ...BINARY_AND_FAILURES,
];
