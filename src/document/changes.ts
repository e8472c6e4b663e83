/*
 * Every change a person can make to a document, as a plain function from document to document. A change that cannot
 * be made (a name that is taken, the last case) gives back the very document it was given.
 *
 * Cases are named by their position, because the active one is; templates by their name, because rules refer to
 * them by it. Nothing here parses YAML, so the page can use all of it without that parser.
 */
import type { IntegrationType } from '../engine/scenario';
import { type AnswerKind, answerKind } from './answer-kind';
import {
  type BackendCase,
  DOCUMENT_FORMAT,
  DOCUMENT_VERSION,
  type NamedTemplate,
  type PlaygroundDocument,
} from './model';
import { integrationTypeIn, integrationUriIn, withIntegrationType, withTemplateRenamed } from './rules-edit';
import { freeName, MAX_CASES, MAX_TEMPLATES, nameProblem } from './schema';

/** A document to start from: one empty case and the default rule. */
export function newDocument(): PlaygroundDocument {
  return {
    format: DOCUMENT_FORMAT,
    version: DOCUMENT_VERSION,
    cases: [{ name: 'case-1', answer: '{}' }],
    activeCase: 0,
    rules: 'type: AWS\nintegrationResponses:\n  - statusCode: 200\n',
    templates: [],
    request: '',
  };
}

/** Leave the title empty to take it away. */
export function setTitle(document: PlaygroundDocument, title: string): PlaygroundDocument {
  const { title: _, ...rest } = document;
  return title.trim() === '' ? rest : { ...rest, title };
}

// ### Cases

export function setAnswer(
  document: PlaygroundDocument,
  answer: string,
  index = document.activeCase,
): PlaygroundDocument {
  return changeCase(document, index, (old) => ({ ...old, answer }));
}

/** What a case says besides its name and answer; a member given as undefined is taken away. */
export type CaseOptions = {
  [Name in keyof Omit<BackendCase, 'name' | 'answer'>]?: BackendCase[Name] | undefined;
};

export function setCaseOptions(
  document: PlaygroundDocument,
  options: CaseOptions,
  index = document.activeCase,
): PlaygroundDocument {
  return changeCase(document, index, (old) => withOptions(old, options));
}

/** Adds a case after the active one and selects it. Its name is made unique. */
export function addCase(document: PlaygroundDocument, from: Partial<BackendCase> = {}): PlaygroundDocument {
  if (document.cases.length >= MAX_CASES) return document;
  const names = document.cases.map(({ name }) => name);
  const name = freeName(from.name ?? `case-${names.length + 1}`, names);
  const index = document.activeCase + 1;
  return {
    ...document,
    cases: document.cases.toSpliced(index, 0, { answer: '{}', ...from, name }),
    activeCase: index,
  };
}

/** Copies a case under a new name and selects the copy. */
export function duplicateCase(document: PlaygroundDocument, index = document.activeCase): PlaygroundDocument {
  const original = document.cases[index];
  return original ? addCase({ ...document, activeCase: index }, original) : document;
}

/** What is wrong with a new name for a case, or undefined. */
export function caseNameProblem(
  document: PlaygroundDocument,
  index: number,
  name: string,
): string | undefined {
  return nameProblem(
    name,
    document.cases.filter((_, at) => at !== index).map((other) => other.name),
  );
}

export function renameCase(document: PlaygroundDocument, index: number, name: string): PlaygroundDocument {
  if (caseNameProblem(document, index, name)) return document;
  return changeCase(document, index, (old) => ({ ...old, name }));
}

/** The last case stays. The case that takes the removed one's place becomes active. */
export function removeCase(document: PlaygroundDocument, index: number): PlaygroundDocument {
  if (document.cases.length < 2 || !document.cases[index]) return document;
  const cases = document.cases.toSpliced(index, 1);
  const active = document.activeCase > index ? document.activeCase - 1 : document.activeCase;
  return { ...document, cases, activeCase: Math.min(active, cases.length - 1) };
}

export function selectCase(document: PlaygroundDocument, index: number): PlaygroundDocument {
  return document.cases[index] && index !== document.activeCase
    ? { ...document, activeCase: index }
    : document;
}

function changeCase(
  document: PlaygroundDocument,
  index: number,
  change: (old: BackendCase) => BackendCase,
): PlaygroundDocument {
  const old = document.cases[index];
  return old ? { ...document, cases: document.cases.with(index, change(old)) } : document;
}

function withOptions(old: BackendCase, options: CaseOptions): BackendCase {
  const entries = Object.entries({ ...old, ...options }).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(entries), name: old.name, answer: old.answer };
}

// ### Rules and request

export function setRules(document: PlaygroundDocument, rules: string): PlaygroundDocument {
  return { ...document, rules };
}

export function setRequest(document: PlaygroundDocument, request: string): PlaygroundDocument {
  return { ...document, request };
}

/** The integration type the rules name; `AWS`, a Lambda function, when they name none. */
export function integrationTypeOf(document: PlaygroundDocument): IntegrationType {
  return integrationTypeIn(document.rules) ?? 'AWS';
}

/** How the answers of a document are read: an `AWS` integration's URI may name another service than Lambda. */
export function answerKindOf(document: PlaygroundDocument): AnswerKind {
  const type = integrationTypeOf(document);
  const uri = type === 'AWS' ? integrationUriIn(document.rules) : undefined;
  return answerKind({ type, ...(uri !== undefined && { uri }) });
}

/** Writes the type into the rules and leaves all else in them as it was typed. */
export function setIntegrationType(document: PlaygroundDocument, type: IntegrationType): PlaygroundDocument {
  return { ...document, rules: withIntegrationType(document.rules, type) };
}

// ### Templates

export function setTemplate(document: PlaygroundDocument, name: string, text: string): PlaygroundDocument {
  return changeTemplate(document, name, (old) => ({ ...old, text }));
}

/** Adds a template at the end. Its name is made unique. */
export function addTemplate(
  document: PlaygroundDocument,
  name = 'template.vtl',
  text = '',
): PlaygroundDocument {
  if (document.templates.length >= MAX_TEMPLATES) return document;
  const unique = freeName(name, templateNames(document));
  return { ...document, templates: [...document.templates, { name: unique, text }] };
}

/** What is wrong with a new name for a template, or undefined. */
export function templateNameProblem(
  document: PlaygroundDocument,
  oldName: string | undefined,
  name: string,
): string | undefined {
  return nameProblem(
    name,
    templateNames(document).filter((other) => other !== oldName),
  );
}

/** Renames a template, and the rules' references to it with it. */
export function renameTemplate(
  document: PlaygroundDocument,
  oldName: string,
  name: string,
): PlaygroundDocument {
  if (name === oldName || templateNameProblem(document, oldName, name)) return document;
  const renamed = changeTemplate(document, oldName, (old) => ({ ...old, name }));
  return renamed === document
    ? document
    : { ...renamed, rules: withTemplateRenamed(document.rules, oldName, name) };
}

/** Rules that refer to the removed template keep doing so: its name is then taken as the template's text. */
export function removeTemplate(document: PlaygroundDocument, name: string): PlaygroundDocument {
  const templates = document.templates.filter((template) => template.name !== name);
  return templates.length === document.templates.length ? document : { ...document, templates };
}

function changeTemplate(
  document: PlaygroundDocument,
  name: string,
  change: (old: NamedTemplate) => NamedTemplate,
): PlaygroundDocument {
  const index = document.templates.findIndex((template) => template.name === name);
  const old = document.templates[index];
  return old ? { ...document, templates: document.templates.with(index, change(old)) } : document;
}

function templateNames(document: PlaygroundDocument): string[] {
  return document.templates.map(({ name }) => name);
}
