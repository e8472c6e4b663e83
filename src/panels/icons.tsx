/** Line icons on a 16 px grid, drawn for this page. Always beside a text or a label, so hidden from readers. */
const SHAPES = {
  add: 'M8 3v10M3 8h10',
  close: 'M4 4l8 8M12 4l-8 8',
  chevron: 'M4 6l4 4 4-4',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  share: 'M8 10V2.5M5 5l3-3 3 3M3 8v5.5h10V8',
  theme: 'M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11',
  help: 'M6 6.2a2 2 0 1 1 2.9 1.9c-.6.3-.9.7-.9 1.4M8 12h.01',
  command: 'M3 5l3 3-3 3M8 11h5',
  error: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
  warning: 'M8 2.2L14.2 13.3H1.8zM8 6.5v3M8 11.4h.01',
  info: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2zM8 7.5v3.4M8 5.2h.01',
  hint: 'M4 8h8',
  check: 'M3 8.5l3.2 3.2L13 5',
  clock: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2zM8 5v3.2l2 1.6',
  open: 'M6 3.5H2.5v10h10V10M9 2.5h4.5V7M13.5 2.5L7.5 8.5',
} as const;

export type IconName = keyof typeof SHAPES;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={SHAPES[name]} />
    </svg>
  );
}
