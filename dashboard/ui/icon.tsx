/** Line drawings on a grid of 20; one weight, no fill. */
const drawings = {
  inbox:
    'M3 11l2.2-6.2A1.2 1.2 0 0 1 6.3 4h7.4a1.2 1.2 0 0 1 1.1.8L17 11v4a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1zM3 11h4l1 2h4l1-2h4',
  knowledge:
    'M10 5.5C8.5 4.4 6.3 4 3.5 4v11c2.8 0 5 .4 6.5 1.5 1.5-1.1 3.7-1.5 6.5-1.5V4C13.7 4 11.5 4.4 10 5.5zM10 5.5v11',
  bot: 'M6 7h8a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2zM10 7V3.5M8 11v1M12 11v1M2 11v2M18 11v2',
  widget: 'M16.5 9.7a6.3 6.3 0 0 1-9.2 5.6L3.5 16.5l1.2-3.7a6.3 6.3 0 1 1 11.8-3.1z',
  team: 'M7.5 9.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4zM2.5 16c0-2.6 2-4.2 5-4.2s5 1.6 5 4.2M13 4.3a2.6 2.6 0 0 1 0 5M14.5 12c1.9.5 3 2 3 4',
  overview: 'M4 16V10M8 16V5M12 16v-4M16 16V8',
  settings:
    'M10 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM10 3v2M10 15v2M3 10h2M15 10h2M5 5l1.5 1.5M13.5 13.5L15 15M5 15l1.5-1.5M13.5 6.5L15 5',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4',
  close: 'M5 5l10 10M15 5L5 15',
  back: 'M12 4l-6 6 6 6',
  forward: 'M8 4l6 6-6 6',
  down: 'M5 8l5 5 5-5',
  up: 'M5 12l5-5 5 5',
  check: 'M4 10.5l4 4 8-9',
  reopen: 'M4 10a6 6 0 1 0 2-4.5M6 2.5v3.3h3.3',
  send: 'M10 16V4M5 9l5-5 5 5',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  details: 'M4 4h12a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM12.5 4v12',
  plus: 'M10 4v12M4 10h12',
  trash: 'M4 6h12M8 6V4h4v2M6 6l.7 10h6.6L14 6',
  edit: 'M4 16l.8-3.5L13 4.3a1.4 1.4 0 0 1 2 0l.7.7a1.4 1.4 0 0 1 0 2L7.5 15.2z',
  copy: 'M8 7h7a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1zM13 4H5a1 1 0 0 0-1 1v8',
  upload: 'M10 13V4M6 8l4-4 4 4M4 16h12',
  download: 'M10 4v9M6 9l4 4 4-4M4 16h12',
  globe:
    'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM3.5 8h13M3.5 12h13M10 3c-2.5 2-3 9.5 0 14M10 3c2.5 2 3 9.5 0 14',
  help: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM8 8.2a2 2 0 1 1 2.7 1.9c-.5.2-.7.6-.7 1.2M10 13.5v.1',
  bell: 'M5 13.5V9a5 5 0 0 1 10 0v4.5l1.2 1.5H3.8zM8.5 17h3',
  note: 'M5 3.5h10a1 1 0 0 1 1 1V12l-4.5 4.5H5a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1zM16 12h-3.5a1 1 0 0 0-1 1v3.5M7 7.5h6M7 10.5h4',
  bolt: 'M11 3l-6 8h4l-1 6 6-8h-4z',
  star: 'M10 3.5l2 4.3 4.6.6-3.4 3.2.9 4.6L10 13.9l-4.1 2.3.9-4.6L3.4 8.4l4.6-.6z',
  person: 'M10 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 16.5c0-3 2.5-4.8 6-4.8s6 1.8 6 4.8',
  signOut: 'M8 4H5a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h3M12 6l4 4-4 4M16 10H8',
  link: 'M8.5 11.5a3 3 0 0 0 4.2 0l2.4-2.4a3 3 0 0 0-4.2-4.2l-1 1M11.5 8.5a3 3 0 0 0-4.2 0l-2.4 2.4a3 3 0 0 0 4.2 4.2l1-1',
  warning: 'M10 3.5l7 12.5H3zM10 8v4M10 14.2v.1',
  spark: 'M10 3l1.6 4.4L16 9l-4.4 1.6L10 15l-1.6-4.4L4 9l4.4-1.6zM15.5 14v3M14 15.5h3',
} as const;

export type IconName = keyof typeof drawings;

/** A picture beside words or in a button that has a name; it says nothing of its own. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
