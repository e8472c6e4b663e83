import { isMediaType } from '../bytes/media-type';
import { compilePattern } from '../java-regex/compile-pattern';
import { compilePath } from '../jsonpath/compile-path';
import type { Evidence, Problem } from '../outcome';
import { isStatusText } from './draft';
import { assumed, community, recorded } from './evidence';
import { isHeaderName } from './legal-headers';
import { type MappingExpression, parseResponseMapping } from './mapping-expression';
import { rulePlace } from './rule-place';
import { METHOD_RESPONSE_HEADER, type Rule, type Setup } from './setup';
import { shorten } from './stage';

/*
 * What the service does with integration responses when they are stored (§2.6, §3.1, §3.3), in the order they were
 * written. What it would refuse is told with its own words where they were recorded; evaluation then goes on without
 * the refused part, so that the rest can still be seen.
 */

export interface StoredRule {
  rule: Rule;
  fate: 'stored' | 'replaced' | 'refused' | 'invalid';
  /** For `invalid`: Java's description and index. */
  error?: { description: string; index: number };
  /** Header mappings the service accepts. */
  mappings: HeaderMapping[];
  /** Response templates the service accepts. */
  templates: Map<string, string | null>;
}

export interface HeaderMapping {
  /** `method.response.header.NAME` as written. */
  parameter: string;
  name: string;
  expression: MappingExpression;
  /** The expression as written. */
  text: string;
}

/** What a rule that is not stored brings along. */
const NOTHING: Pick<StoredRule, 'mappings' | 'templates'> = { mappings: [], templates: new Map() };

export interface StoredRules {
  rules: StoredRule[];
  problems: Problem[];
}

/** Stores the rules one after the other, as a deployment does. */
export function storeRules(setup: Setup): StoredRules {
  const problems: Problem[] = [];
  const byStatus = new Map<string, StoredRule>();
  const rules = setup.rules.map((rule) => {
    const entry = store(rule, setup, byStatus, problems);
    if (entry.fate === 'stored') {
      const former = byStatus.get(rule.statusCode);
      if (former) former.fate = 'replaced';
      byStatus.set(rule.statusCode, entry);
    }
    return entry;
  });
  for (const { rule, fate } of rules) if (fate === 'replaced') problems.push(duplicateStatus(rule));
  return { rules, problems };
}

function store(rule: Rule, setup: Setup, byStatus: Map<string, StoredRule>, problems: Problem[]): StoredRule {
  if (!isStatusText(rule.statusCode)) {
    problems.push({
      id: 'rule-status-invalid',
      severity: 'error',
      when: 'configuration',
      message:
        `1 validation error detected: Value '${shorten(rule.statusCode)}' at 'statusCode' failed to satisfy ` +
        'constraint: Member must satisfy regular expression pattern: [1-5]\\d\\d',
      place: rulePlace(rule, 'statusCode'),
      evidence: recorded('test_integration_response_invalid_statuscode (2025-06-18)'),
    });
    return { rule, fate: 'refused', ...NOTHING };
  }
  const compiled = rule.selectionPattern ? compilePattern(rule.selectionPattern) : undefined;
  if (compiled && !compiled.ok) {
    const { description, index } = compiled.error;
    problems.push({
      id: 'pattern-invalid',
      severity: 'error',
      when: 'configuration',
      message: `The pattern of rule ${rule.statusCode} is no valid Java pattern: ${description} near index ${index}. The service refuses to store the rule.`,
      place: {
        ...rulePlace(rule, 'selectionPattern'),
        span: spanAt(rule.selectionPattern, index),
      },
      evidence: assumed('pattern-error-wording'),
    });
    return { rule, fate: 'invalid', error: { description, index }, ...NOTHING };
  }
  const twin = [...byStatus.values()].find(
    (other) =>
      other.rule.statusCode !== rule.statusCode && other.rule.selectionPattern === rule.selectionPattern,
  );
  if (twin) {
    problems.push(samePattern(rule, twin.rule));
    return { rule, fate: 'refused', ...NOTHING };
  }
  if (rule.selectionPattern === '-' || rule.selectionPattern === 'default') {
    problems.push(defaultAsPattern(rule));
  }
  return {
    rule,
    fate: 'stored',
    mappings: readMappings(rule, setup, problems),
    templates: readTemplates(rule, problems),
  };
}

/** The character at an index, or the last one when the pattern ends too early. */
function spanAt(pattern: string, index: number) {
  const from = Math.max(0, Math.min(index, pattern.length - 1));
  return { from, to: Math.min(from + 1, pattern.length) };
}

function samePattern(rule: Rule, twin: Rule): Problem {
  const isDefault = rule.selectionPattern === '';
  const shown = isDefault ? 'default' : shorten(rule.selectionPattern);
  return {
    id: isDefault ? 'two-defaults' : 'duplicate-pattern',
    severity: 'error',
    when: 'configuration',
    message:
      `Integration response with selection pattern ${shown} already exists. Rules ${twin.statusCode} and ` +
      `${rule.statusCode} ${isDefault ? 'both have no pattern' : 'have the same pattern'}; the service refuses the second.`,
    place: rulePlace(rule),
    evidence: community('Terraform issues of 2016 and 2017 with log'),
  };
}

function defaultAsPattern(rule: Rule): Problem {
  return {
    id: 'default-as-pattern',
    severity: 'warning',
    when: 'configuration',
    message:
      `“${rule.selectionPattern}” is a pattern like any other and matches only this very text. For the default rule leave ` +
      'selectionPattern out.',
    place: rulePlace(rule, 'selectionPattern'),
    evidence: community('Terraform configurations that store the sign the console shows for "no pattern"'),
  };
}

function duplicateStatus(rule: Rule): Problem {
  return {
    id: 'duplicate-status',
    severity: 'error',
    when: 'configuration',
    message:
      `Another rule for status ${rule.statusCode} follows and replaces this one: rules are stored by their status. ` +
      'Join the patterns with |, or give one of them another status.',
    place: rulePlace(rule),
    evidence: assumed('duplicate-status'),
  };
}

function readTemplates(rule: Rule, problems: Problem[]): StoredRule['templates'] {
  const templates: StoredRule['templates'] = new Map();
  for (const [key, text] of rule.responseTemplates) {
    if (isMediaType(key)) {
      templates.set(key, text);
      continue;
    }
    problems.push({
      id: 'template-key-not-a-media-type',
      severity: 'error',
      when: 'configuration',
      message: `Validation Result: warnings : [], errors : [Invalid content type specified: ${shorten(key)}]`,
      place: rulePlace(rule, 'responseTemplates', key),
      evidence: recorded('test_integration_response_invalid_responsetemplates (2025-06-18)'),
    });
  }
  return templates;
}

const MAPPING_LOGS = community(
  'logs in issues of aws-apigateway-importer, aws-solutions-constructs and CDK, 2015 to 2024',
);

function readMappings(rule: Rule, setup: Setup, problems: Problem[]): HeaderMapping[] {
  const mappings: HeaderMapping[] = [];
  for (const [parameter, text] of rule.responseParameters) {
    const refuse = (id: string, reason: string, advice: string, evidence: Evidence = MAPPING_LOGS) => {
      problems.push({
        id,
        severity: 'error',
        when: 'configuration',
        message: `Invalid mapping expression specified: Validation Result: warnings : [], errors : [${reason}]. ${advice}`,
        place: rulePlace(rule, 'responseParameters', parameter),
        evidence,
      });
    };
    const name = parameter.startsWith(METHOD_RESPONSE_HEADER)
      ? parameter.slice(METHOD_RESPONSE_HEADER.length)
      : '';
    if (!isHeaderName(name)) {
      refuse(
        'mapping-target-invalid',
        'Invalid mapping identifier specified',
        `“${shorten(parameter)}” has to be method.response.header. and the name of a header.`,
      );
      continue;
    }
    const expression = parseResponseMapping(text);
    if (!expression) {
      refuse(
        'header-static-needs-quotes',
        `Invalid mapping expression specified: ${shorten(text)}`,
        `A constant is written in single quotes: '${shorten(text.replace(/^["']|["']$/g, ''))}'.`,
      );
      continue;
    }
    if (expression.kind === 'body' && expression.path !== undefined && !isJsonPath(expression.path)) {
      refuse(
        'header-path-syntax',
        `Invalid mapping expression specified: ${shorten(text)}`,
        'What follows integration.response.body. is a JSONPath without its “$.”.',
      );
      continue;
    }
    const statusDeclared = setup.declared?.get(rule.statusCode);
    if (setup.declared && !statusDeclared) {
      refuse(
        'method-response-missing',
        'No method response exists for method.',
        `Declare a method response for status ${rule.statusCode}.`,
      );
      continue;
    }
    if (statusDeclared && !statusDeclared.has(name.toLowerCase())) {
      refuse(
        'header-not-declared',
        `Invalid mapping expression parameter specified: ${parameter}`,
        `The method response of status ${rule.statusCode} has to declare ${parameter}.`,
      );
      continue;
    }
    if (expression.kind === 'body' && expression.path?.startsWith('$')) {
      problems.push({
        id: 'header-path-syntax',
        severity: 'warning',
        when: 'configuration',
        message: `The path after integration.response.body. is written without “$.”: integration.response.body.${shorten(expression.path.replace(/^\$\.?/, ''))}.`,
        place: rulePlace(rule, 'responseParameters', parameter),
        evidence: MAPPING_LOGS,
      });
    }
    mappings.push({ parameter, name, expression, text });
  }
  return mappings;
}

function isJsonPath(path: string): boolean {
  return compilePath(`$.${path}`).ok;
}
