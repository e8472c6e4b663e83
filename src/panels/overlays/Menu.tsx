import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';

interface MenuEntry {
  label: string;
  /** Said under the label. */
  detail?: string;
  /** For one of several choices: whether it is the present one. */
  checked?: boolean;
  disabled?: boolean;
  run(): void;
}

export interface MenuGroup {
  title?: string;
  entries: MenuEntry[];
}

export interface MenuProps {
  /** What the button shows. */
  children: ReactNode;
  /** Accessible name of the button, when its content does not say it. */
  label?: string;
  className?: string;
  align?: 'start' | 'end';
  /** Long: in two columns where there is room. */
  wide?: boolean;
  groups: MenuGroup[];
  /** The person is about to open it: time to fetch what it needs. */
  onApproach?(): void;
}

/** A button with a menu below it: arrow keys, first letters, Home, End, Escape. */
export function Menu({
  children,
  label,
  className = 'button',
  align = 'start',
  wide = false,
  groups,
  onApproach,
}: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    const entries = menuEntries(root.current);
    (entries.find((entry) => entry.ariaChecked === 'true') ?? entries[0])?.focus();
    const leave = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [open]);

  function close() {
    setOpen(false);
    button.current?.focus();
  }

  function press(event: KeyboardEvent) {
    if (!open) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      setOpen(true);
      return;
    }
    if (event.key === 'Escape') close();
    else if (!moveInMenu(event.key, menuEntries(root.current))) return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="menu" ref={root}>
      <button
        ref={button}
        type="button"
        className={className}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={label}
        title={label}
        onClick={() => setOpen(!open)}
        onKeyDown={press}
        onPointerEnter={onApproach}
        onFocus={onApproach}
      >
        {children}
      </button>
      {open && (
        <div
          id={id}
          className={`menu-list menu-${align} ${wide ? 'menu-wide' : ''}`}
          role="menu"
          tabIndex={0}
          aria-label={label}
          onKeyDown={press}
        >
          {groups.map((group, index) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a menu
            <div key={group.title ?? index} className="menu-group" role="group" aria-label={group.title}>
              {group.title && <div className="menu-title">{group.title}</div>}
              {group.entries.map((entry) => (
                <MenuItem
                  key={entry.label}
                  entry={entry}
                  tabIndex={entry === groups[0]?.entries[0] ? 0 : -1}
                  close={close}
                />
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

interface MenuItemProps {
  entry: MenuEntry;
  /** One entry of a menu can be reached with Tab, the others from there. */
  tabIndex: 0 | -1;
  close(): void;
}

function MenuItem({ entry, tabIndex, close }: MenuItemProps) {
  const kind =
    entry.checked === undefined
      ? ({ role: 'menuitem' } as const)
      : ({ role: 'menuitemradio', 'aria-checked': entry.checked } as const);
  return (
    <button
      type="button"
      className="menu-item"
      {...kind}
      aria-disabled={entry.disabled}
      tabIndex={tabIndex}
      onClick={() => {
        if (entry.disabled) return;
        close();
        entry.run();
      }}
    >
      <span className="menu-label">{entry.label}</span>
      {entry.detail && <span className="menu-detail">{entry.detail}</span>}
    </button>
  );
}

function menuEntries(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('.menu-item') ?? [])];
}

function moveInMenu(key: string, entries: HTMLElement[]): boolean {
  const at = entries.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[key];
  if (to !== undefined) {
    entries.at(to % entries.length)?.focus();
    return true;
  }
  if (key.length !== 1 || key === ' ') return false;
  const turned = [...entries.slice(at + 1), ...entries.slice(0, at + 1)];
  turned.find((entry) => entry.textContent?.toLowerCase().startsWith(key.toLowerCase()))?.focus();
  return true;
}
