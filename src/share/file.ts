/*
 * A document as a file: the same JSON as in a link, written to be read.
 */
import type { PlaygroundDocument } from '../document/model';
import { type FileReading, readDocumentFile } from '../document/read-file';
import { MAX_TEXT_LENGTH } from '../document/schema';

export interface NamedFile {
  name: string;
  text: string;
  /** Media type. */
  type: string;
}

/** The file a document is downloaded as. Reading it gives the same document. */
export function documentFile(document: PlaygroundDocument): NamedFile {
  return {
    name: `${fileStem(document.title)}.json`,
    text: `${JSON.stringify(document, null, 2)}\n`,
    type: 'application/json',
  };
}

/** Reads a file the person picked or dropped. Never throws; a large file is refused before it is read. */
export async function readFile(file: Blob): Promise<FileReading> {
  if (file.size > 6 * MAX_TEXT_LENGTH) {
    return { ok: false, message: 'The file is too large to be a playground document.' };
  }
  try {
    return readDocumentFile(await file.text());
  } catch {
    return { ok: false, message: 'The file could not be read. It may have been moved or may be locked.' };
  }
}

/** Makes the browser save a file: a text, or bytes as they are. */
export function downloadFile(file: Omit<NamedFile, 'text'> & { text: BlobPart }): void {
  const address = URL.createObjectURL(new Blob([file.text], { type: file.type }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = file.name;
  anchor.click();
  // The browser takes the data when it handles the click, which may be after this call.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Asks for a file; undefined when the person changes their mind. */
export function pickFile(): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,application/json';
    input.addEventListener('change', () => resolve(input.files?.[0]));
    input.addEventListener('cancel', () => resolve(undefined));
    input.click();
  });
}

/** A name every file system takes: letters, digits and hyphens. */
function fileStem(title: string | undefined): string {
  const stem = (title ?? '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return [...stem].slice(0, 60).join('').replace(/-+$/, '') || 'response-mapping';
}
