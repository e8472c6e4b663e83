/** A directive with what it takes, as a snippet (`${1:…}` are the places to fill in). */
export interface Directive {
  name: string;
  snippet: string;
  doc: string;
}

export const DIRECTIVES: readonly Directive[] = [
  {
    name: 'set',
    snippet: '#set(\\$${1:name} = ${2:value})',
    doc: 'Sets a variable, or a member of a map: #set($a = 1), #set($context.responseOverride.status = 404).',
  },
  {
    name: 'if',
    snippet: '#if(${1:condition})\n$0\n#end',
    doc: 'Runs its body when the condition is true. An empty string counts as true; compare with == "".',
  },
  { name: 'elseif', snippet: '#elseif(${1:condition})', doc: 'Another condition of an #if.' },
  { name: 'else', snippet: '#else', doc: 'What an #if does otherwise.' },
  { name: 'end', snippet: '#end', doc: 'Ends #if, #foreach and #define.' },
  {
    name: 'foreach',
    snippet: '#foreach(\\$${1:item} in ${2:\\$list})\n$0\n#end',
    doc: 'Runs its body for every element of a list or value of a map, at most 1,000 times.',
  },
  {
    name: 'define',
    snippet: '#define(\\$${1:name})\n$0\n#end',
    doc: 'Keeps its body under a name; it is rendered where the name is used.',
  },
  { name: 'break', snippet: '#break', doc: 'Leaves the innermost loop.' },
  { name: 'stop', snippet: '#stop', doc: 'Ends the rendering; what was printed so far stays.' },
];
