import { useState } from 'react';
import { setTitle } from '../document/changes';
import { DEFAULT_EXAMPLE } from '../examples/default-example';
import type { Example } from '../examples/example';
import { Icon } from '../panels/icons';
import { Menu, type MenuGroup } from '../panels/overlays/Menu';
import { integrationType } from '../store/integration-type';
import type { ThemeChoice } from '../store/layout-slice';
import { edit } from '../store/session';
import { openDialog, usePlayground } from '../store/store';
import { chooseIntegrationType, chooseTheme, INTEGRATION_TYPES } from './commands';
import { openEarlier, openEmpty, openExample, openFile } from './open';

/** Name, examples, document title, integration type; share, theme, help. */
export function TopBar() {
  return (
    <header className="top-bar">
      <h1 className="product">
        <svg className="product-mark" viewBox="0 0 32 32" width="20" height="20" aria-hidden="true">
          <path d="M3 8h7v16h12V8h7" />
          <circle cx="16" cy="24" r="5" />
        </svg>
        <span className="product-name">
          <span className="visually-hidden">API Gateway </span>Response playground
        </span>
      </h1>
      <ExamplesMenu />
      <TitleField />
      <TypeControl />
      <div className="top-bar-end">
        <button
          type="button"
          className="button"
          onClick={() => openDialog('share')}
          title="Share, embed, download, open"
        >
          <Icon name="share" />
          <span className="wide-only">Share</span>
          <span className="visually-hidden narrow-only">Share</span>
        </button>
        <ThemeMenu />
        <Menu
          label="Help"
          className="button quiet"
          align="end"
          groups={[
            {
              entries: [
                { label: 'All commands', run: () => openDialog('commands') },
                { label: 'Keyboard', run: () => openDialog('keys') },
                { label: 'How right is this?', run: () => openDialog('rightness') },
              ],
            },
          ]}
        >
          <Icon name="help" />
        </Menu>
      </div>
    </header>
  );
}

function ExamplesMenu() {
  const [examples, setExamples] = useState<readonly Example[]>([DEFAULT_EXAMPLE]);
  const earlier = usePlayground((state) => state.work.earlier);
  const groups: MenuGroup[] = [...new Set(examples.map(({ group }) => group))].map((title) => ({
    title,
    entries: examples
      .filter(({ group }) => group === title)
      .map((example) => ({ label: example.title, run: () => openExample(example) })),
  }));
  groups.push({
    entries: [
      { label: 'Empty document', run: openEmpty },
      { label: 'Open a file', run: openFile },
    ],
  });
  if (earlier.length > 0) {
    groups.push({
      title: 'Your earlier work',
      entries: earlier.map(({ document, replacedAt }, index) => ({
        label: document.title ?? 'Untitled',
        detail: new Date(replacedAt).toLocaleString(),
        run: () => openEarlier(index),
      })),
    });
  }
  const load = async () => setExamples((await import('../examples/catalogue')).EXAMPLES);
  return (
    <Menu wide groups={groups} onApproach={load}>
      Examples
      <Icon name="chevron" />
    </Menu>
  );
}

function TitleField() {
  const title = usePlayground((state) => state.work.document.title) ?? '';
  return (
    <input
      className="title-field"
      aria-label="Title of the document"
      placeholder="Untitled"
      maxLength={200}
      value={title}
      onChange={({ currentTarget: { value } }) => edit((document) => setTitle(document, value))}
    />
  );
}

/** The integration type: it decides what patterns are compared with, and whether rules run at all. */
function TypeControl() {
  const type = usePlayground((state) => integrationType(state.work.document));
  const detail = INTEGRATION_TYPES.find(({ id }) => id === type)?.detail;
  return (
    <label className="type-control" title={detail}>
      <span className="type-label">Integration</span>
      <select
        value={type}
        onChange={({ currentTarget: { value } }) => {
          const chosen = INTEGRATION_TYPES.find(({ id }) => id === value);
          if (chosen) chooseIntegrationType(chosen.id);
        }}
      >
        {INTEGRATION_TYPES.map(({ id, label }) => (
          <option key={id} value={id}>
            {label} · {id}
          </option>
        ))}
      </select>
    </label>
  );
}

const THEMES: { id: ThemeChoice; label: string }[] = [
  { id: 'system', label: 'As the system' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
];

function ThemeMenu() {
  const theme = usePlayground((state) => state.layout.theme);
  return (
    <Menu
      label="Theme"
      className="button quiet"
      align="end"
      groups={[
        {
          entries: THEMES.map(({ id, label }) => ({
            label,
            checked: id === theme,
            run: () => chooseTheme(id),
          })),
        },
      ]}
    >
      <Icon name="theme" />
    </Menu>
  );
}
