import type { Command } from './commands';

const MAC = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

/**
 * Runs a command when its keys are pressed anywhere on the page. Listens before the editors do, so that F6 and F8
 * mean the same inside them. A dialog keeps its keys to itself.
 */
export function bindKeys(commands: readonly Command[]): void {
  const byKeys = new Map(
    commands.flatMap((command) => (command.keys ? [[command.keys, command] as const] : [])),
  );
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.isComposing || document.querySelector('dialog[open]')) return;
      const command = byKeys.get(keysOf(event));
      if (!command) return;
      event.preventDefault();
      event.stopPropagation();
      command.run();
    },
    { capture: true },
  );
}

/**
 * The keys of an event as commands write them. Digits go by their place, since Alt makes other signs of them. On a
 * Mac, Ctrl stays with the editor, where it moves the cursor.
 */
export function keysOf(
  event: {
    key: string;
    code: string;
    ctrlKey: boolean;
    metaKey: boolean;
    altKey: boolean;
    shiftKey: boolean;
  },
  mac = MAC,
): string {
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  const key = digit ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key);
  const modifiers = [
    (mac ? event.metaKey : event.ctrlKey) ? 'Mod+' : '',
    event.altKey ? 'Alt+' : '',
    event.shiftKey ? 'Shift+' : '',
  ];
  return modifiers.join('') + key;
}

/** Keys as people read them on this machine. */
export function writeKeys(keys: string): string {
  return MAC
    ? keys.replace('Mod', '⌘').replace('Alt', '⌥').replace('Shift', '⇧').replaceAll('+', ' ')
    : keys.replace('Mod', 'Ctrl');
}
