import { scanTemplate } from './scan';

/** A variable of the template's own. */
export interface TemplateVariable {
  name: string;
  /** The directive that binds it. */
  boundBy: 'set' | 'foreach' | 'define';
  /** The directive with its parentheses, such as `#set($x = 1)`. */
  binding: string;
  /** Offset of the first binding, in UTF-16 units. */
  at: number;
}

/** The variables a template binds with `#set`, `#foreach` and `#define`, each once, in the order they appear. */
export function templateVariables(text: string): TemplateVariable[] {
  const found = new Map<string, TemplateVariable>();
  const tokens = scanTemplate(text);
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'directive') continue;
    const { name: boundBy, from, to, end } = token;
    if (boundBy !== 'set' && boundBy !== 'foreach' && boundBy !== 'define') continue;
    const target = tokens[index + 1];
    if (target?.kind !== 'reference' || found.has(target.name)) continue;
    // `#set($a.b = 1)` binds no variable, and a reference further off belongs to something else.
    if (!/^[ \t]*\(\s*$/.test(text.slice(to, target.from)) || /^[.[]/.test(text.slice(target.to))) continue;
    found.set(target.name, { name: target.name, boundBy, binding: text.slice(from, end), at: from });
  }
  return [...found.values()];
}
