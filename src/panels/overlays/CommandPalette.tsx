import { type KeyboardEvent, useId, useState } from 'react';
import { closeDialog } from '../../store/store';
import { Dialog } from './Dialog';
import { findCommands } from './find-commands';

export interface PaletteCommand {
  id: string;
  group: string;
  title: string;
  /** As people read them. */
  keys?: string;
  run(): void;
}

/** All commands by name: type to narrow, arrows to choose, Enter to run. */
export function CommandPalette({ commands }: { commands: readonly PaletteCommand[] }) {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const found = findCommands(commands, query);
  const current = found[Math.min(at, found.length - 1)];

  function run(command: PaletteCommand | undefined) {
    if (!command) return;
    closeDialog();
    // The closing dialog gives the focus back; the command may then move it on.
    setTimeout(() => command.run());
  }

  function press(event: KeyboardEvent) {
    const last = found.length - 1;
    const to = { ArrowDown: at >= last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1 }[event.key];
    if (to !== undefined) setAt(to);
    else if (event.key === 'Enter') run(current);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog title="Commands" className="dialog-commands" onClose={closeDialog}>
      <input
        className="palette-input"
        role="combobox"
        aria-label="Find a command"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={current && `${listId}-${current.id}`}
        placeholder="Find a command"
        data-first-focus
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div id={listId} className="palette-list" role="listbox" aria-label="Commands">
        {found.map((command) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field above
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above handles the keys
          <div
            key={command.id}
            id={`${listId}-${command.id}`}
            role="option"
            className="palette-item"
            aria-selected={command === current}
            ref={(item) => {
              if (command === current) item?.scrollIntoView({ block: 'nearest' });
            }}
            onClick={() => run(command)}
          >
            <span className="palette-group">{command.group}</span>
            <span className="palette-title">{command.title}</span>
            {command.keys && <kbd>{command.keys}</kbd>}
          </div>
        ))}
        {found.length === 0 && <p className="empty">No command is called that.</p>}
      </div>
    </Dialog>
  );
}
