import { community, documented } from '../../pipeline/evidence';
import type { CatalogueSection } from './entry';

const YAML = documented('YAML 1.2');
const CLOUD_FORMATION = documented('AWS CloudFormation, Fn::Sub');

/** I: configuration as it was pasted. */
export const PASTED_CONFIGURATION = {
  'yaml-comment-swallowed-template': {
    section: 'I1',
    severity: 'warning',
    when: 'input',
    title: 'YAML takes the template for a comment',
    evidence: YAML,
    help: {
      symptom: 'The template is not there, and the body passes through.',
      cause: 'A `#` after a blank begins a comment, so a template that begins with a directive is none.',
      remedy: 'Put it in quotes, or write `|` and the template on the lines after it.',
      example: {
        before: 'application/json: #set($x = 1)',
        after: 'application/json: |\n  #set($x = 1)',
      },
    },
  },
  'yaml-double-quoted-pattern': {
    section: 'I2',
    severity: 'error',
    when: 'input',
    title: 'Double quotes change the pattern’s backslashes',
    evidence: YAML,
    help: {
      symptom: 'The text cannot be read, or a pattern with `\\b` never matches.',
      cause: 'In double quotes YAML has escapes of its own: `\\d` is an error and `\\b` a backspace.',
      remedy: 'Put patterns in single quotes.',
      example: { before: 'selectionPattern: "\\d+"', after: "selectionPattern: '\\d+'" },
    },
  },
  'yaml-duplicate-status': {
    section: 'I3',
    severity: 'error',
    when: 'configuration',
    title: 'One status is listed twice',
    evidence: YAML,
    help: {
      symptom: 'One of two rules disappears.',
      cause: '`200` and `"200"` are two names for YAML and one for API Gateway.',
      remedy: 'Join the two rules, or give one another status.',
    },
  },
  'sub-reference-in-template': {
    section: 'I4',
    severity: 'warning',
    when: 'input',
    title: 'Fn::Sub takes the template’s variable for its own',
    evidence: CLOUD_FORMATION,
    help: {
      symptom: 'The deployment fails over an unresolved name, or a value is filled in that was not meant.',
      cause: 'Inside `!Sub` everything of the form `${name}` belongs to CloudFormation.',
      remedy: 'Write `${!name}` for a variable of the template, or `$name` without braces.',
      example: { before: '!Sub "${message}"', after: '!Sub "${!message}"' },
    },
  },
  'terraform-interpolation-in-template': {
    section: 'I5',
    severity: 'warning',
    when: 'input',
    title: 'Terraform fills this in before the deployment',
    evidence: documented('Terraform language, strings and templates'),
    help: {
      symptom: 'A template that works here prints something else there, or the other way round.',
      cause:
        '`${…}` and `%{…}` belong to Terraform, and `$${…}` is how its files write a formal reference. What is pasted from ' +
        'a file is not what API Gateway gets.',
      remedy: 'Put in what Terraform makes of it: the value, or a single dollar sign.',
      example: { before: '$${message}', after: '${message}' },
    },
  },
  'framework-variable-in-template': {
    section: 'I6',
    severity: 'warning',
    when: 'input',
    title: 'The framework fills this in before the deployment',
    evidence: documented('Serverless Framework, variables'),
    help: {
      symptom: 'The template prints a text such as `${self:custom.stage}`.',
      cause: 'That is a variable of the Serverless Framework. API Gateway never sees it.',
      remedy: 'Put its value in its place.',
    },
  },
  'framework-hidden-rules': {
    section: 'I7',
    severity: 'info',
    when: 'input',
    title: 'The framework adds rules that are not in the file',
    evidence: documented('Serverless Framework, API Gateway'),
    help: {
      symptom: 'Errors with a number in brackets get that status, though no rule says so.',
      cause:
        'With `integration: lambda` and no `statusCodes` the Serverless Framework adds rules for 200, 400, 401, 403, 404, ' +
        '422, 500, 502 and 504, chosen by a number in brackets such as `[404]` anywhere in the message.',
      remedy: 'Paste what is deployed: `aws apigateway get-method` prints it.',
    },
  },
  'unresolved-hole': {
    section: 'I8',
    severity: 'hint',
    when: 'input',
    title: 'CloudFormation fills this in',
    evidence: CLOUD_FORMATION,
    help: {
      symptom: 'A value stands as `!Ref` or `!GetAtt`.',
      cause: 'It is known only when the stack is deployed.',
      remedy: 'Put the final text in its place to see what it does.',
    },
  },
  'default-as-pattern': {
    section: 'I9',
    severity: 'warning',
    when: 'configuration',
    title: 'A word for “no pattern” became a pattern',
    evidence: community('Terraform configurations that store the sign the console shows for "no pattern"'),
    help: {
      symptom: 'The rule that should be the default never answers.',
      cause:
        'The console shows a dash, and other tools the word `default`, where a rule has no pattern. Copied into the pattern ' +
        'they match only that very text.',
      remedy: 'Leave `selectionPattern` out.',
      example: { before: "- statusCode: 200\n  selectionPattern: '-'", after: '- statusCode: 200' },
    },
  },
  'nothing-to-map': {
    section: 'I10',
    severity: 'info',
    when: 'input',
    title: 'The templates are never used',
    evidence: documented('Set up Lambda proxy integrations'),
    help: {
      symptom: 'Changes of a template change nothing.',
      cause:
        'The integration is of proxy type and has no rules, so there is nothing that could run a template.',
      remedy: 'Change the type to `AWS` or `HTTP` and name the template in a rule.',
    },
  },
} as const satisfies CatalogueSection;
