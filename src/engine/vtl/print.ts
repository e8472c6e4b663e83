import type { Span } from '../text/span';
import type { Body, Item, Template } from './tree';

/**
 * Writes a template out again, from its tree. Heads and ends of blocks are taken from the text, bodies item by item, so
 * the result is the text itself exactly when the spans in the tree leave no gap and do not overlap.
 *
 * @param template a whole template, not the contents of a string
 */
export function printTemplate(template: Template): string {
  const { source } = template;
  const slice = ({ from, to }: Span) => source.slice(from, to);
  const printBody = ({ items }: Body) => printItems(items);
  const printItems = (items: Item[]): string => items.map(printItem).join('');
  const printItem = (item: Item): string => {
    switch (item.type) {
      case 'if': {
        const { branches, otherwise, end } = item;
        const last = otherwise ? slice(otherwise.head) + printBody(otherwise.body) : '';
        return branches.map(({ head, body }) => slice(head) + printBody(body)).join('') + last + slice(end);
      }
      case 'foreach':
      case 'define':
      case 'macro':
        return slice(item.head) + printBody(item.body) + slice(item.end);
    }
    return slice(item);
  };
  return printItems(template.items);
}
