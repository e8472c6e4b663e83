import { lazy, Suspense } from 'react';
import { Boundary } from '../panels/Boundary';
import type { PaletteCommand } from '../panels/overlays/CommandPalette';
import { usePlayground } from '../store/store';
import { pageCommands } from './commands';
import { writeKeys } from './keyboard';
import { openExample, openFile } from './open';

// Dialogs are fetched when they are first opened: none is needed for the first result.
const ShareDialog = lazy(async () => ({
  default: (await import('../panels/overlays/ShareDialog')).ShareDialog,
}));
const CaseDialog = lazy(async () => ({
  default: (await import('../panels/overlays/CaseDialog')).CaseDialog,
}));
const ExpectedDialog = lazy(async () => ({
  default: (await import('../panels/overlays/ExpectedDialog')).ExpectedDialog,
}));
const PresetsDialog = lazy(async () => ({
  default: (await import('../panels/overlays/PresetsDialog')).PresetsDialog,
}));
const KeysDialog = lazy(async () => ({
  default: (await import('../panels/overlays/KeysDialog')).KeysDialog,
}));
const CommandPalette = lazy(loadPalette);
const RightnessDialog = lazy(async () => ({
  default: (await import('../panels/overlays/RightnessDialog')).RightnessDialog,
}));

/** The palette, with the examples among its commands. */
async function loadPalette() {
  const [{ CommandPalette }, { EXAMPLES }] = await Promise.all([
    import('../panels/overlays/CommandPalette'),
    import('../examples/catalogue'),
  ]);
  const examples = EXAMPLES.map((example) => ({
    id: `example-${example.id}`,
    group: 'Example',
    title: example.title,
    run: () => openExample(example),
  }));
  return {
    default: ({ commands }: { commands: readonly PaletteCommand[] }) => (
      <CommandPalette commands={[...commands, ...examples]} />
    ),
  };
}

/** The dialog that is open, if any. */
export function Dialogs() {
  const dialog = usePlayground((state) => state.dialog);
  if (dialog === undefined) return null;
  const commands = pageCommands().map(({ keys, ...command }) => ({
    ...command,
    ...(keys ? { keys: writeKeys(keys) } : {}),
  }));
  return (
    <Boundary what="The dialog" retry={dialog}>
      <Suspense fallback={null}>
        {dialog === 'share' && <ShareDialog onOpenFile={openFile} />}
        {dialog === 'case' && <CaseDialog />}
        {dialog === 'expected' && <ExpectedDialog />}
        {dialog === 'presets' && <PresetsDialog />}
        {dialog === 'commands' && <CommandPalette commands={commands} />}
        {dialog === 'keys' && (
          <KeysDialog keys={commands.flatMap(({ title, keys }) => (keys ? [{ title, keys }] : []))} />
        )}
        {dialog === 'rightness' && <RightnessDialog />}
      </Suspense>
    </Boundary>
  );
}
