import { newDocument } from '../document/changes';
import type { PlaygroundDocument } from '../document/model';
import type { FileReading } from '../document/read-file';
import type { Example } from '../examples/example';
import { pickFile, readFile } from '../share/file';
import { decodeDocument } from '../share/link';
import type { Persistence } from '../store/persistence';
import { changeWork, store, tell } from '../store/store';
import {
  endVisit,
  isEdited,
  keepVisit,
  openDocument,
  restoreEarlier,
  sameDocument,
  visitLink,
} from '../store/work-slice';

/*
 * The ways a document comes to be open. What was typed before is never dropped: it goes to the earlier work, and
 * the notice that says so takes it back.
 */

export function openExample(example: Example): void {
  open(example.document);
}

export function openEmpty(): void {
  open(newDocument());
}

export function openEarlier(index: number): void {
  changeWork((work) => restoreEarlier(work, index, Date.now()));
}

/** Asks for a file and opens it. */
export async function openFile(): Promise<void> {
  const file = await pickFile();
  if (file) openReading(await readFile(file));
}

/** Opens what was read from a file, or says why it could not be read. */
function openReading(reading: FileReading): void {
  if (!reading.ok) tell({ tone: 'bad', text: reading.message });
  else open(reading.document, reading.notes);
}

function open(document: PlaygroundDocument, notes: string[] = []): void {
  const { work } = store.getState();
  const kept = isEdited(work) || work.visit !== undefined;
  changeWork((current) => openDocument(current, document, Date.now()));
  if (kept) {
    tell({
      tone: 'info',
      text: [...notes, 'What you had is kept under Examples, Your earlier work.'].join(' '),
      action: { label: 'Back to it', run: () => openEarlier(0) },
    });
  } else tell(notes.length > 0 ? { tone: 'info', text: notes.join(' ') } : undefined);
}

/**
 * Opens the document an address fragment holds. The person's own work stays where it is until they choose; without
 * work of their own there is nothing to choose.
 *
 * @returns whether the fragment held something
 */
export async function openLink(link: string, persistence: Persistence, ownWork: boolean): Promise<boolean> {
  const reading = await decodeDocument(link);
  if (!reading) return false;
  if (!reading.ok) {
    tell({ tone: 'bad', text: `${reading.message} Your page is as it was.` });
    return true;
  }
  const { document, notes } = reading;
  if (sameDocument(document, store.getState().work.document)) return true;
  if (ownWork) {
    const edited = persistence.loadVisit(link);
    changeWork((work) => visitLink(work, { link, document, edited }, Date.now()));
  } else changeWork((work) => openDocument(work, document, Date.now()));
  tell(notes.length > 0 ? { tone: 'info', text: notes.join(' ') } : undefined);
  return true;
}

/** Ends the visit to a link: its document becomes the person's own, or they return to what they had. */
export function settleVisit(choice: 'keep' | 'back', persistence: Persistence): void {
  changeWork((work) => (choice === 'keep' ? keepVisit(work, Date.now()) : endVisit(work, Date.now())));
  persistence.forgetVisit();
  clearAddress();
}

/** Takes the document out of the address, which no longer tells what is on the page. */
export function clearAddress(): void {
  if (location.hash !== '') history.replaceState(history.state, '', location.pathname + location.search);
}
