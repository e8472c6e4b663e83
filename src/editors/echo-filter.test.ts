import { describe, expect, test } from 'vitest';
import { EchoFilter } from './echo-filter';

describe('EchoFilter', () => {
  test('an echo is not news', () => {
    const filter = new EchoFilter('');
    expect(filter.type('a')).toBe(true);
    expect(filter.receive('a')).toBe(false);
    expect(filter.text).toBe('a');
  });

  test('an echo that comes after more was typed does not undo it', () => {
    const filter = new EchoFilter('');
    filter.type('a');
    filter.type('ab');
    expect(filter.receive('a')).toBe(false);
    expect(filter.text).toBe('ab');
    expect(filter.receive('ab')).toBe(false);
    expect(filter.text).toBe('ab');
  });

  test('echoes may be left out', () => {
    const filter = new EchoFilter('');
    filter.type('a');
    filter.type('ab');
    expect(filter.receive('ab')).toBe(false);
    expect(filter.receive('a')).toBe(true);
    expect(filter.text).toBe('a');
  });

  test('a text set from outside is news, once', () => {
    const filter = new EchoFilter('old');
    filter.type('old!');
    expect(filter.receive('example')).toBe(true);
    expect(filter.receive('example')).toBe(false);
    expect(filter.text).toBe('example');
  });

  test('typing the same text sends nothing', () => {
    expect(new EchoFilter('a').type('a')).toBe(false);
  });
});
