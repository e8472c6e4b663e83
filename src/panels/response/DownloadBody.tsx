import { downloadFile } from '../../share/file';

/** Endings of files that only show what they hold: a page that came in with a link must not run from the disk. */
const ENDINGS: Record<string, string> = {
  text: 'txt',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

export interface DownloadBodyProps {
  bytes: Uint8Array;
  /** `text`, `bytes`, or the media type of an image. */
  kind: string;
}

/** Saves the body, byte for byte. */
export function DownloadBody({ bytes, kind }: DownloadBodyProps) {
  return (
    <button
      type="button"
      className="place-link"
      aria-label="Download the body"
      onClick={() =>
        downloadFile({
          name: `body.${ENDINGS[kind] ?? 'bin'}`,
          text: bytes.slice(),
          type: kind === 'text' ? 'text/plain' : 'application/octet-stream',
        })
      }
    >
      Download
    </button>
  );
}
