import { describe, expect, test } from 'vitest';
import { addTemplate, newDocument, removeTemplate, renameTemplate, setRules } from '../document/changes';
import type { PlaygroundDocument } from '../document/model';
import type { Outcome } from '../engine/outcome';
import { EARLIER_LIMIT } from './persistence';
import {
  changeDocument,
  endVisit,
  followTemplate,
  isEdited,
  keepVisit,
  openDocument,
  restoreEarlier,
  revealPlace,
  startWork,
  visitLink,
  type WorkSlice,
} from './work-slice';

const BLANK = newDocument();

function titled(title: string): PlaygroundDocument {
  return { ...BLANK, title };
}

function typed(work: WorkSlice, rules: string): WorkSlice {
  return changeDocument(work, setRules(work.document, rules));
}

function earlierTitles(work: WorkSlice) {
  return work.earlier.map(({ document }) => document.title);
}

describe('opening a document', () => {
  test('one that was only looked at is replaced without a trace', () => {
    const work = openDocument(startWork(titled('a')), titled('b'), 1);
    expect([work.document.title, work.earlier]).toEqual(['b', []]);
  });

  test('one that was edited goes to the earlier work', () => {
    const edited = typed(startWork(titled('a')), 'type: HTTP');
    const work = openDocument(edited, titled('b'), 7);
    expect(work.earlier).toEqual([{ document: edited.document, replacedAt: 7 }]);
  });

  test('typing and taking it back is no edit', () => {
    const work = startWork(titled('a'));
    expect(isEdited(typed(typed(work, 'x'), work.document.rules))).toBe(false);
  });

  test('stored work counts as edited, whatever it began with', () => {
    const work = openDocument(startWork(titled('mine'), [], titled('example')), titled('b'), 1);
    expect(earlierTitles(work)).toEqual(['mine']);
  });

  test('the list is bounded and names each document once', () => {
    let work = startWork(titled('start'));
    for (let round = 0; round < 2 * EARLIER_LIMIT; round += 1) {
      work = openDocument(typed(work, `# ${round}`), titled(String(round)), round);
    }
    expect(work.earlier).toHaveLength(EARLIER_LIMIT);
    const first = work.earlier[0]!;
    const again = openDocument(startWork(first.document, work.earlier, BLANK), titled('z'), 99);
    expect(again.earlier).toHaveLength(EARLIER_LIMIT);
    expect(again.earlier[0]).toEqual({ document: first.document, replacedAt: 99 });
  });

  test('an earlier document comes back and the present one takes its place', () => {
    const opened = openDocument(typed(startWork(titled('a')), 'x'), titled('b'), 1);
    const back = restoreEarlier(typed(opened, 'y'), 0, 2);
    expect(back.document).toEqual({ ...titled('a'), rules: 'x' });
    expect(earlierTitles(back)).toEqual(['b']);
    expect(restoreEarlier(back, 9, 3)).toBe(back);
  });
});

describe('visiting a link', () => {
  const own = typed(startWork(titled('own')), 'mine');
  const visit = visitLink(own, { link: '#d=1.x', document: titled('link') }, 1);

  test('shows its document and leaves the own work alone', () => {
    expect([visit.document.title, visit.visit?.own, visit.earlier]).toEqual(['link', own.document, []]);
  });

  test('going back drops a document that was only looked at', () => {
    const back = endVisit(visit, 2);
    expect([back.document, back.visit, back.earlier]).toEqual([own.document, undefined, []]);
  });

  test('going back keeps edits to the visited document', () => {
    expect(earlierTitles(endVisit(typed(visit, 'changed'), 2))).toEqual(['link']);
  });

  test('keeping it puts the own work with the earlier', () => {
    const kept = keepVisit(visit, 2);
    expect([kept.document.title, kept.visit, earlierTitles(kept)]).toEqual(['link', undefined, ['own']]);
  });

  test('opening something else keeps the own work and the edits', () => {
    expect(earlierTitles(openDocument(typed(visit, 'x'), titled('b'), 3))).toEqual(['own', 'link']);
  });

  test('a second link does not take the own work’s place', () => {
    const second = visitLink(visit, { link: '#d=1.y', document: titled('second') }, 4);
    expect(second.visit?.own).toEqual(own.document);
  });

  test('edits made to the same link before a reload are shown again', () => {
    const again = visitLink(own, { link: '#', document: titled('link'), edited: titled('link, edited') }, 1);
    expect([again.document.title, isEdited(again)]).toEqual(['link, edited', true]);
  });
});

describe('the template in front', () => {
  const two = addTemplate(addTemplate(BLANK, 'a.vtl'), 'b.vtl');

  test('is the first one of an opened document, or none', () => {
    expect([startWork(two).template, startWork(BLANK).template]).toEqual(['a.vtl', undefined]);
  });

  test('follows a renaming and gives way to a neighbour when removed', () => {
    const work = startWork(two);
    expect(changeDocument(work, renameTemplate(two, 'a.vtl', 'z.vtl')).template).toBe('z.vtl');
    expect(changeDocument(work, removeTemplate(two, 'a.vtl')).template).toBe('b.vtl');
    const last = { ...work, template: 'b.vtl' };
    expect(changeDocument(last, removeTemplate(two, 'b.vtl')).template).toBe('a.vtl');
  });

  test('the first template added comes to the front', () => {
    expect(changeDocument(startWork(BLANK), addTemplate(BLANK, 'a.vtl')).template).toBe('a.vtl');
  });

  test('is the one that ran, whenever that becomes another', () => {
    const ran = (name: string) =>
      ({ template: { verdict: 'rendered', place: { in: 'template', name } } }) as unknown as Outcome;
    const work = startWork(two);
    expect(followTemplate(work, ran('a.vtl'), ran('b.vtl')).template).toBe('b.vtl');
    expect(followTemplate(work, ran('b.vtl'), ran('b.vtl'))).toBe(work);
    expect(followTemplate(work, ran('a.vtl'), ran('gone.vtl'))).toBe(work);
    expect(followTemplate(work, ran('a.vtl'), {} as Outcome)).toBe(work);
  });

  test('a place in another template brings that one to the front', () => {
    const span = { from: 1, to: 2 };
    const work = revealPlace(startWork(two), { editor: 'template', template: 'b.vtl', span });
    expect([work.template, work.reveals.template]).toEqual(['b.vtl', { span }]);
  });

  test('asking for the same place again is a new request', () => {
    const place = { editor: 'rules', span: { from: 0, to: 1 } } as const;
    const once = revealPlace(startWork(BLANK), place);
    expect(revealPlace(once, place).reveals.rules).not.toBe(once.reveals.rules);
  });
});
