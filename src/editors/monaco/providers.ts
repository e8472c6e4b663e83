import { completeYaml, explainYaml, type YamlText } from '../languages/rules-completion';
import type { Explanation, Suggestion } from '../languages/suggestion';
import { completeTemplate } from '../languages/vtl/completion';
import { explainTemplate } from '../languages/vtl/hover';
import { signatureAt } from '../languages/vtl/signature';
import { editorOf } from './models';
import { monaco } from './monaco';
import { plainMarkdown } from './plain-markdown';

/** A template longer than this is not read anew for every letter. */
const LONGEST_READ = 500_000;

type Model = monaco.editor.ITextModel;

register('vtl', ['$', '#', '.', '{'], {
  complete: (_model, text, offset) => completeTemplate(text, offset),
  explain: (_model, text, offset) => explainTemplate(text, offset),
});

register('yaml', [], {
  complete: (model, text, offset) => onYaml(model, (which) => completeYaml(text, offset, which)) ?? [],
  explain: (model, text, offset) => onYaml(model, (which) => explainYaml(text, offset, which)),
});

monaco.languages.registerSignatureHelpProvider('vtl', {
  signatureHelpTriggerCharacters: ['(', ','],
  provideSignatureHelp(model, position) {
    if (model.getValueLength() > LONGEST_READ) return null;
    const call = signatureAt(textOf(model), model.getOffsetAt(position));
    if (!call) return null;
    const { label, parameters, active, doc } = call;
    const signature = {
      label,
      documentation: { value: plainMarkdown(doc) },
      parameters: parameters.map((name) => ({ label: name })),
    };
    return {
      value: { signatures: [signature], activeSignature: 0, activeParameter: active },
      dispose() {},
    };
  },
});

function onYaml<T>(model: Model, action: (which: YamlText) => T): T | undefined {
  const editor = editorOf(model.uri);
  return editor === 'rules' || editor === 'request' ? action(editor) : undefined;
}

interface Knowledge {
  complete(model: Model, text: string, offset: number): Suggestion[];
  explain(model: Model, text: string, offset: number): Explanation | undefined;
}

function register(language: string, triggerCharacters: string[], { complete, explain }: Knowledge): void {
  monaco.languages.registerCompletionItemProvider(language, {
    triggerCharacters,
    provideCompletionItems(model, position) {
      if (model.getValueLength() > LONGEST_READ) return { suggestions: [] };
      const suggestions = complete(model, textOf(model), model.getOffsetAt(position));
      return { suggestions: suggestions.map((each, index) => completionItem(model, each, index)) };
    },
  });
  monaco.languages.registerHoverProvider(language, {
    provideHover(model, position) {
      if (model.getValueLength() > LONGEST_READ) return null;
      const explanation = explain(model, textOf(model), model.getOffsetAt(position));
      if (!explanation) return null;
      const { span, title, doc } = explanation;
      const contents = [title, doc]
        .filter((text) => text !== '')
        .map((text) => ({ value: plainMarkdown(text) }));
      return { range: rangeOfSpan(model, span), contents };
    },
  });
}

const KINDS: Record<Suggestion['kind'], monaco.languages.CompletionItemKind> = {
  method: monaco.languages.CompletionItemKind.Method,
  property: monaco.languages.CompletionItemKind.Property,
  variable: monaco.languages.CompletionItemKind.Variable,
  keyword: monaco.languages.CompletionItemKind.Keyword,
  value: monaco.languages.CompletionItemKind.Value,
};

function completionItem(model: Model, each: Suggestion, index: number): monaco.languages.CompletionItem {
  return {
    label: { label: each.label, detail: each.detail },
    kind: KINDS[each.kind],
    insertText: each.insert,
    insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet,
    // In the order they are given: the likeliest first.
    sortText: String(index).padStart(4, '0'),
    range: rangeOfSpan(model, each.replace),
    ...(each.doc === '' ? {} : { documentation: { value: plainMarkdown(each.doc) } }),
  };
}

function rangeOfSpan(model: Model, { from, to }: { from: number; to: number }): monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to));
}

function textOf(model: Model): string {
  return model.getValue(monaco.editor.EndOfLinePreference.LF);
}
