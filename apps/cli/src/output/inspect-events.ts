import type { BoardIndex } from '@convite/crypto';
import type { InspectedArchive } from '../inspect/inspected-archive.ts';
import type { Words } from '../words/words.ts';
import { padded, widthOf } from './lines.ts';
import { heading, type PageLine } from './page.ts';
import { table } from './table.ts';

/** Events shown from the beginning and from the end, where not all of them are asked for. */
const firstShown = 1;
const lastShown = 8;

/** The events of an archive by height, with the hashes that people compare. */
export function eventsSection(
  { reading: { index }, allEvents }: InspectedArchive,
  words: Words,
  width: number,
): readonly PageLine[] {
  const { columns, headings, leftOut } = words.inspect;
  const all = index.length;
  const isShort = allEvents || all <= firstShown + lastShown + 1;
  const rows = (from: number, to: number): readonly Row[] =>
    Array.from({ length: to - from }, (_, i) => eventRow(index, from + i, words));
  const shown = isShort
    ? rows(0, all)
    : [
        ...rows(0, firstShown),
        { height: '…', event: leftOut(all - firstShown - lastShown), hash: '' },
        ...rows(all - lastShown, all),
      ];
  return [...heading(headings.events), ...eventLines(shown, columns, width)];
}

interface Row {
  readonly height: string;
  readonly event: string;
  readonly hash: string;
}

/** A table; where it is wider than the page, hashes on lines of their own: people compare them whole. */
function eventLines(rows: readonly Row[], columns: Words['inspect']['columns'], width: number): readonly string[] {
  const lines = table(
    [
      { heading: columns.height, align: 'end' },
      { heading: columns.event, align: 'start' },
      { heading: columns.hash, align: 'start' },
    ],
    rows.map(({ height, event, hash }) => [height, event, hash]),
    width,
  );
  if (lines.every((line) => widthOf(line) <= width)) return lines;
  const heightWidth = rows.reduce((widest, { height }) => Math.max(widest, widthOf(height)), 0);
  return rows.flatMap(({ height, event, hash }) => [
    `${padded(height, heightWidth, 'end')}  ${event}`,
    ...(hash === '' ? [] : [`${' '.repeat(heightWidth)}  ${hash}`]),
  ]);
}

function eventRow(index: BoardIndex, height: number, { inspect, figures }: Words): Row {
  const event = index.event(height);
  const by = 'owner' in event ? inspect.byTrustee(event.owner) : '';
  return { height: figures.count(height), event: inspect.event[event.type] + by, hash: event.hash };
}
