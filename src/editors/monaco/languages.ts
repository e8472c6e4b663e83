import { HTTP_CONFIGURATION, HTTP_GRAMMAR } from '../languages/http';
import { JSON_CONFIGURATION, JSON_GRAMMAR } from '../languages/json';
import { VTL_CONFIGURATION } from '../languages/vtl/configuration';
import { foldTemplate } from '../languages/vtl/folding';
import { VTL_GRAMMAR } from '../languages/vtl/grammar';
import { YAML_CONFIGURATION, YAML_GRAMMAR } from '../languages/yaml';
import { monaco } from './monaco';

const LANGUAGES = [
  { id: 'json', grammar: JSON_GRAMMAR, configuration: JSON_CONFIGURATION },
  { id: 'yaml', grammar: YAML_GRAMMAR, configuration: YAML_CONFIGURATION },
  { id: 'http', grammar: HTTP_GRAMMAR, configuration: HTTP_CONFIGURATION },
  { id: 'vtl', grammar: VTL_GRAMMAR, configuration: VTL_CONFIGURATION },
];

for (const { id } of LANGUAGES) monaco.languages.register({ id });
for (const { id, grammar, configuration } of LANGUAGES) {
  monaco.languages.setMonarchTokensProvider(id, grammar);
  monaco.languages.setLanguageConfiguration(id, configuration);
}

monaco.languages.registerFoldingRangeProvider('vtl', {
  provideFoldingRanges: (model) =>
    foldTemplate(model.getValue(monaco.editor.EndOfLinePreference.LF)).map(({ from, to, kind }) => ({
      start: from,
      end: to,
      ...(kind === 'comment' ? { kind: monaco.languages.FoldingRangeKind.Comment } : {}),
    })),
});
