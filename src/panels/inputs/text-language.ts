/** YAML texts that begin like JSON are coloured as JSON; both are read by the same reader. */
export function yamlOrJson(text: string): 'yaml' | 'json' {
  return /^\s*[{[]/.test(text) ? 'json' : 'yaml';
}
