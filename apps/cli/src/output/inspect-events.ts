import type { BoardIndex } from '@convite/crypto';
import type { Words } from '../words/words.ts';
import type { InspectedArchive } from './inspect-page.ts';
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
  const heights = (from: number, to: number): readonly number[] =>
    Array.from({ length: to - from }, (_, i) => from + i);
  const rows = (shown: readonly number[]) => shown.map((height) => eventRow(index, height, words));
  return [
    ...heading(headings.events),
    ...table(
      [
        { heading: columns.height, align: 'end' },
        { heading: columns.event, align: 'start' },
        { heading: columns.hash, align: 'start', gives: true },
      ],
      isShort
        ? rows(heights(0, all))
        : [
            ...rows(heights(0, firstShown)),
            ['…', leftOut(all - firstShown - lastShown), ''],
            ...rows(heights(all - lastShown, all)),
          ],
      width,
    ),
  ];
}

function eventRow(index: BoardIndex, height: number, { inspect, figures }: Words): readonly string[] {
  const event = index.event(height);
  const by = 'owner' in event ? inspect.byTrustee(event.owner) : '';
  return [figures.count(height), inspect.event[event.type] + by, event.hash];
}
