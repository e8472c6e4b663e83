import type { Span } from '../text/span';
import type {
  Binary,
  Comment,
  DirectiveArgument,
  Foreach,
  If,
  Item,
  Reference,
  Set as SetDirective,
  StringLiteral,
  Template,
} from '../vtl/tree';

/** What a reference's value is for. `text`: it becomes part of a text in double quotes. */
export type Role = 'printed' | 'text' | 'condition' | 'operand';

export interface SeenReference {
  node: Reference;
  role: Role;
  /** It stands in a loop, or in a block that a loop may use. */
  inLoop: boolean;
}

/** The parts of a template that diagnostics look at, in the order they stand. */
export interface TemplateParts {
  source: string;
  references: SeenReference[];
  sets: SetDirective[];
  ifs: If[];
  loops: Foreach[];
  comments: Comment[];
  strings: StringLiteral[];
  binaries: Binary[];
  /** Items that stand right before a directive, with that directive. */
  beforeDirectives: { before: Item; directive: Item }[];
  /** Names of all variables the template gives a value. */
  assigned: ReadonlySet<string>;
  /** The reference at a span, by `spanKey`. */
  bySpan: ReadonlyMap<string, SeenReference>;
  /** References that some condition asks about, as `bareText` writes them. */
  checked: ReadonlySet<string>;
}

export function spanKey({ from, to }: Span): string {
  return `${from}-${to}`;
}

/** A reference without the signs that make no difference to its value. */
export function bareText(source: string, { from, to }: Span): string {
  return source.slice(from, to).replace(/^\$!?\{?|\}$/g, '');
}

const known = new WeakMap<Template, TemplateParts>();

/** Takes a template apart; once for each tree. */
export function partsOf(tree: Template): TemplateParts {
  let parts = known.get(tree);
  if (!parts) {
    parts = new Walk(tree.source).run(tree.items);
    known.set(tree, parts);
  }
  return parts;
}

class Walk {
  private readonly source: string;
  private readonly references: SeenReference[] = [];
  private readonly sets: SetDirective[] = [];
  private readonly ifs: If[] = [];
  private readonly loops: Foreach[] = [];
  private readonly comments: Comment[] = [];
  private readonly strings: StringLiteral[] = [];
  private readonly binaries: Binary[] = [];
  private readonly beforeDirectives: TemplateParts['beforeDirectives'] = [];
  private readonly assigned = new Set<string>();
  private loopDepth = 0;

  constructor(source: string) {
    this.source = source;
  }

  run(items: Item[]): TemplateParts {
    this.items(items, 'printed');
    const { source, references, sets, ifs, loops, comments, strings, binaries, beforeDirectives, assigned } =
      this;
    const bySpan = new Map(references.map((seen) => [spanKey(seen.node), seen]));
    const conditions = references.filter(({ role }) => role === 'condition');
    const checked = new Set(conditions.map(({ node }) => bareText(source, node)));
    return {
      source,
      references,
      sets,
      ifs,
      loops,
      comments,
      strings,
      binaries,
      beforeDirectives,
      assigned,
      bySpan,
      checked,
    };
  }

  private items(items: readonly Item[], role: Role): void {
    for (const [i, item] of items.entries()) {
      const before = items[i - 1];
      if (before && (item.type === 'set' || item.type === 'if' || item.type === 'foreach')) {
        this.beforeDirectives.push({ before, directive: item });
      }
      this.item(item, role);
    }
  }

  private item(item: Item, role: Role): void {
    switch (item.type) {
      case 'comment':
        this.comments.push(item);
        break;
      case 'reference':
        this.reference(item, role);
        break;
      case 'set':
        this.sets.push(item);
        if (item.target.parts.length === 0) this.assigned.add(item.target.root);
        else for (const part of item.target.parts) this.part(part, 'operand');
        this.expression(item.value, 'operand');
        break;
      case 'if':
        this.ifs.push(item);
        for (const { condition, body } of item.branches) {
          this.expression(condition, 'condition');
          this.items(body.items, role);
        }
        if (item.otherwise) this.items(item.otherwise.body.items, role);
        break;
      case 'foreach':
        this.loops.push(item);
        this.assigned.add(item.variable);
        for (const argument of item.arguments.slice(2)) this.expression(argument, 'operand');
        this.inLoop(() => this.items(item.body.items, role));
        break;
      case 'define':
        this.assigned.add(item.variable);
        this.inLoop(() => this.items(item.body.items, role));
        break;
    }
  }

  private inLoop(walk: () => void): void {
    this.loopDepth += 1;
    walk();
    this.loopDepth -= 1;
  }

  private reference(node: Reference, role: Role): void {
    // A name without a dollar sign, or after a backslash, prints itself.
    if (node.form === 'runt' || node.escaped) return;
    this.references.push({ node, role, inLoop: this.loopDepth > 0 });
    for (const part of node.parts) this.part(part, role === 'condition' ? role : 'operand');
  }

  private part(part: Reference['parts'][number], role: Role): void {
    if (part.type === 'call') for (const argument of part.arguments) this.expression(argument, role);
    else if (part.type === 'index') this.expression(part.index, role);
  }

  private expression(node: DirectiveArgument, role: Role): void {
    switch (node.type) {
      case 'reference':
        this.reference(node, role);
        break;
      case 'string':
        this.strings.push(node);
        if (node.template) this.items(node.template.items, role === 'condition' ? role : 'text');
        break;
      case 'list':
        for (const item of node.items) this.expression(item, role);
        break;
      case 'range':
        this.expression(node.first, role);
        this.expression(node.last, role);
        break;
      case 'map':
        for (const { key, value } of node.entries) {
          this.expression(key, role);
          this.expression(value, role);
        }
        break;
      case 'binary':
        this.binaries.push(node);
        this.expression(node.left, role);
        this.expression(node.right, role);
        break;
      case 'not':
        this.expression(node.operand, role);
        break;
    }
  }
}
