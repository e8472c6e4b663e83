import { useCallback, useEffect, useState } from 'react';
import type { PlaygroundDocument } from '../../document/model';
import { DEFAULT_EMBED_OPTIONS, type EmbedOptions, embedAddress, embedCode } from '../../share/embed';
import { documentFile, downloadFile } from '../../share/file';
import { documentAddress } from '../../share/link';
import { closeDialog, usePlayground } from '../../store/store';
import { Dialog } from './Dialog';

/** The longest address that common programs pass on whole, in characters. */
const COMFORTABLE_LINK = 8000;

export function ShareDialog({ onOpenFile }: { onOpenFile(): void }) {
  const document = usePlayground((state) => state.work.document);
  const [options, setOptions] = useState<EmbedOptions>(DEFAULT_EMBED_OPTIONS);
  const link = useAddress(useCallback(() => documentAddress(location.href, document), [document]));
  const embed = useAddress(
    useCallback(() => embedAddress(location.href, document, options), [document, options]),
  );

  return (
    <Dialog title="Share" onClose={closeDialog}>
      <CopyField
        label="Link"
        text={link}
        note={
          link.length > COMFORTABLE_LINK
            ? `The link has ${link.length.toLocaleString('en-US')} characters, which some programs cut off. The file is safer.`
            : 'The whole document is in the link. It stays in the browser: what follows the # is sent to no server.'
        }
      />
      <fieldset className="share-embed">
        <legend>Embed</legend>
        <div className="choices">
          <label>
            Readers may{' '}
            <select
              value={options.mode}
              onChange={({ currentTarget: { value } }) =>
                setOptions({ ...options, mode: value === 'readonly' ? 'readonly' : 'editable' })
              }
            >
              <option value="editable">edit</option>
              <option value="readonly">only read</option>
            </select>
          </label>
          <label>
            Theme{' '}
            <select
              value={options.theme}
              onChange={({ currentTarget: { value } }) =>
                setOptions({ ...options, theme: value === 'light' || value === 'dark' ? value : 'system' })
              }
            >
              <option value="system">the reader’s</option>
              <option value="light">light</option>
              <option value="dark">dark</option>
            </select>
          </label>
        </div>
        <CopyField
          label="HTML for the other page"
          text={embed && embedCode(embed, document.title ? { title: document.title } : {})}
        />
      </fieldset>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={() => download(document)}>
          Download as a file
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            closeDialog();
            onOpenFile();
          }}
        >
          Open a file
        </button>
      </div>
    </Dialog>
  );
}

function download(document: PlaygroundDocument) {
  downloadFile(documentFile(document));
}

/** An address that takes a moment to make; empty until then. */
function useAddress(make: () => Promise<string>): string {
  const [address, setAddress] = useState('');
  useEffect(() => {
    let current = true;
    make().then((made) => current && setAddress(made));
    return () => {
      current = false;
    };
  }, [make]);
  return address;
}

function CopyField({ label, text, note }: { label: string; text: string; note?: string }) {
  const [copied, setCopied] = useState(false);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), 2000);
    } catch {
      // Forbidden: the text is selected in its field, ready for the keyboard.
    }
  }
  return (
    <div className="copy-field">
      <label>
        <span>{label}</span>
        <input readOnly value={text} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <button type="button" className="button primary" disabled={text === ''} onClick={copy}>
        {copied ? 'Copied' : 'Copy'}
      </button>
      {note && <p className="copy-note">{note}</p>}
      <span className="visually-hidden" role="status">
        {copied ? `${label} copied` : ''}
      </span>
    </div>
  );
}
