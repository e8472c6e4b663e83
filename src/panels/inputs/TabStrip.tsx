import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { Icon } from '../icons';

export interface TabStripProps {
  /** Accessible name of the strip. */
  label: string;
  /** What one tab is, such as `case`; used in the names of buttons. */
  noun: string;
  names: string[];
  active: number;
  /** The one the result comes from, and what to call that. */
  marked?: { index: number; word: string };
  /** Id of the panel the tabs control. */
  panelId: string;
  readOnly?: boolean;
  /** The last one may not go. */
  keepOne?: boolean;
  onSelect(index: number): void;
  onAdd(): void;
  onRename(index: number, name: string): void;
  /** What is wrong with a new name, as a sentence, or undefined. */
  nameProblem(index: number, name: string): string | undefined;
  onRemove(index: number): void;
  /** Stands at the end of the strip. */
  children?: ReactNode;
}

/** Tabs whose names can be changed: arrow keys move, F2 or a double click renames, Delete removes. */
export function TabStrip(props: TabStripProps) {
  const { names, active, readOnly = false } = props;
  const [renaming, setRenaming] = useState<number>();
  const list = useRef<HTMLDivElement>(null);
  const removable = !readOnly && !(props.keepOne && names.length === 1);

  function focusTab(index: number) {
    props.onSelect(index);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[index]?.focus();
  }

  function press(event: KeyboardEvent, index: number) {
    const last = names.length - 1;
    const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: last }[event.key];
    if (to !== undefined) focusTab((to + names.length) % names.length);
    else if (event.key === 'F2' && !readOnly) setRenaming(index);
    else if (event.key === 'Delete' && removable) remove(index);
    else return;
    event.preventDefault();
  }

  function remove(index: number) {
    props.onRemove(index);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus());
  }

  function rename(index: number, name: string) {
    setRenaming(undefined);
    if (name !== names[index] && !props.nameProblem(index, name)) props.onRename(index, name);
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('[role=tab]')[index]?.focus());
  }

  return (
    <div className="tab-strip">
      <div className="tabs" role="tablist" aria-label={props.label} ref={list}>
        {names.map((name, index) =>
          renaming === index ? (
            <NameField
              key={`rename-${name}`}
              name={name}
              noun={props.noun}
              problem={(to) => props.nameProblem(index, to)}
              onDone={(to) => rename(index, to)}
            />
          ) : (
            <button
              key={name}
              type="button"
              role="tab"
              className="tab"
              aria-selected={index === active}
              aria-controls={props.panelId}
              aria-keyshortcuts={readOnly ? undefined : 'F2 Delete'}
              tabIndex={index === active ? 0 : -1}
              title={readOnly ? name : `${name} · double-click to rename`}
              onClick={() => props.onSelect(index)}
              onDoubleClick={() => !readOnly && setRenaming(index)}
              onKeyDown={(event) => press(event, index)}
            >
              {props.marked?.index === index && (
                <span className="tab-dot" title={props.marked.word}>
                  <span className="visually-hidden">{props.marked.word}: </span>
                </span>
              )}
              {name}
            </button>
          ),
        )}
      </div>
      {!readOnly && (
        <button
          type="button"
          className="button quiet tab-add"
          aria-label={`Add ${props.noun}`}
          title={`Add ${props.noun}`}
          onClick={props.onAdd}
        >
          <Icon name="add" />
        </button>
      )}
      {removable && names.length > 0 && (
        <button
          type="button"
          className="button quiet"
          aria-label={`Remove ${props.noun} ${names[active]}`}
          title={`Remove ${props.noun} ${names[active]}`}
          onClick={() => remove(active)}
        >
          <Icon name="close" />
        </button>
      )}
      <div className="tab-rest">{props.children}</div>
    </div>
  );
}

interface NameFieldProps {
  name: string;
  noun: string;
  problem(name: string): string | undefined;
  onDone(name: string): void;
}

function NameField({ name, noun, problem, onDone }: NameFieldProps) {
  const [text, setText] = useState(name);
  const wrong = problem(text);
  return (
    <input
      className="tab-name"
      aria-label={wrong ?? `Name of the ${noun}`}
      aria-invalid={wrong !== undefined}
      title={wrong}
      value={text}
      size={Math.max(6, text.length)}
      // biome-ignore lint/a11y/noAutofocus: the person just asked to type here
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => onDone(text)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !wrong) onDone(text);
        if (event.key === 'Escape') onDone(name);
      }}
    />
  );
}
