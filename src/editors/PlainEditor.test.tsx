// @vitest-environment happy-dom
import { act, createRef } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PlainEditor, type PlainState } from './PlainEditor';
import type { CodeEditorProps } from './types';

const PROPS: CodeEditorProps = {
  editor: 'template',
  model: 'template:a',
  language: 'vtl',
  text: 'one',
  onChange: () => {},
  label: 'Template',
};

let root: Root;
let host: HTMLElement;
const state = createRef<() => PlainState>();

function show(props: Partial<CodeEditorProps>): void {
  act(() => root.render(<PlainEditor {...PROPS} {...props} state={state} />));
}

function area(): HTMLTextAreaElement {
  const element = host.querySelector('textarea');
  if (!element) throw new Error('there is no text area');
  return element;
}

function type(text: string): void {
  const setter = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
  act(() => {
    setter?.call(area(), text);
    area().dispatchEvent(new Event('input', { bubbles: true }));
  });
}

describe('PlainEditor', () => {
  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    host = document.body.appendChild(document.createElement('div'));
    root = createRoot(host);
  });
  afterEach(() => {
    act(() => root.unmount());
    host.remove();
    vi.unstubAllGlobals();
  });

  test('is a text area with a name, and sends what is typed', () => {
    const onChange = vi.fn();
    show({ onChange });
    expect(area().getAttribute('aria-label')).toBe('Template');
    type('two');
    expect(onChange.mock.calls).toEqual([['two']]);
  });

  test('a late echo does not undo newer letters', () => {
    show({});
    type('one!');
    type('one!!');
    show({ text: 'one!' });
    expect(area().value).toBe('one!!');
    show({ text: 'one!!' });
    expect(area().value).toBe('one!!');
  });

  test('a text from outside takes the place of what was typed', () => {
    show({});
    type('one!');
    show({ text: 'one!' });
    show({ text: 'example' });
    expect(area().value).toBe('example');
  });

  test('line breaks nobody touched stay as they are', () => {
    const onChange = vi.fn();
    show({ text: 'a\r\nb', onChange });
    expect(area().value).toBe('a\nb');
    type('a\nb!');
    expect(onChange.mock.calls).toEqual([['a\r\nb!']]);
  });

  test('a place asked for gets the focus and is selected', () => {
    show({ text: 'a\r\nbcd' });
    show({ text: 'a\r\nbcd', reveal: { span: { from: 3, to: 5 } } });
    expect(document.activeElement).toBe(area());
    expect([area().selectionStart, area().selectionEnd]).toEqual([2, 4]);
    expect(state.current?.()).toMatchObject({ from: 3, to: 5, focused: true, composing: false });
  });

  test('marks say that the text is wrong, and notes stand after their line', () => {
    show({
      text: 'a\nb',
      marks: [{ id: 'x', span: { from: 0, to: 1 }, severity: 'error', message: 'm' }],
      notes: [{ offset: 2, text: '<b>note</b>', tone: 'good' }],
    });
    expect(area().getAttribute('aria-invalid')).toBe('true');
    const lines = [...host.querySelectorAll('.plain-editor-line')];
    expect(lines[0]?.querySelector('.text-mark-error')?.textContent).toBe('a');
    expect(lines[1]?.querySelector('.line-note-good')?.textContent?.trim()).toBe('<b>note</b>');
  });
});
