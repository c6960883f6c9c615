import { byNeighbours, byRank, type Link, type Sought } from './link-attack.ts';

/** What is read of a site: pages and downloads, what stands above them in the answer, the server's log, files beside the database. */
const kinds = ['page', 'header', 'log', 'file'] as const;

/** One of those as it was at a moment. */
export interface Sheet {
  readonly kind: (typeof kinds)[number];
  /** Who reads it and where; it is compared with what stood there before. */
  readonly place: string;
  readonly text: string;
}

/** Everything that could be read at one moment. */
export type Sight = readonly Sheet[];

/** A row that came or went between two moments. */
interface Change {
  readonly sheet: Sheet;
  readonly row: string;
  readonly at: number;
}

/**
 * Takes the ballot that is new at a moment for that of the person about whom something changed at the same moment; and the
 * order in which people stand at the end for that of the board, where they did not stand like that before.
 *
 * @param sights one before the vote, and one after each ballot.
 */
export function linksByWatching(sights: readonly Sight[], sought: readonly Sought[]): readonly Link[] {
  const changes = sights.slice(1).flatMap((sight, at) => changesBetween(sights[at] ?? [], sight, at));
  const named = changes.flatMap(({ sheet, row, at }) =>
    sought
      .filter(({ names }) => names.some((name) => row.includes(name) || sheet.place.includes(name)))
      .map((each) => ({ kind: sheet.kind, at, sought: each })),
  );
  const ballots = named.filter(({ sought: { kind } }) => kind === 'ballot');
  const [first = [], last = []] = [sights.at(0), sights.at(-1)];
  return kinds.flatMap((kind) => {
    const people = named.filter((trace) => trace.kind === kind && trace.sought.kind === 'person');
    return [
      ...byNeighbours(`${kind} at the moment`, [...people, ...ballots]),
      ...last
        .filter((sheet) => sheet.kind === kind)
        .flatMap((sheet) => byRank(`order in the ${kind}`, newOrder(first, sheet, sought), sought)),
    ];
  });
}

function changesBetween(before: Sight, after: Sight, at: number): readonly Change[] {
  const [old, now] = [before, after].map((sight) => new Map(sight.map((sheet) => [nameOf(sheet), sheet])));
  return [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].flatMap((name) => {
    const [was, is] = [old?.get(name), now?.get(name)];
    if (was?.text === is?.text) return [];
    return [...rowsBeyond(is, was, at), ...rowsBeyond(was, is, at)];
  });
}

const nameOf = ({ kind, place }: Sheet): string => `${kind} ${place}`;

/** The rows of a sheet that another one lacks, or has less often. */
function rowsBeyond(sheet: Sheet | undefined, other: Sheet | undefined, at: number): readonly Change[] {
  if (sheet === undefined) return [];
  const left = new Map<string, number>();
  for (const row of rowsOf(other)) left.set(row, (left.get(row) ?? 0) + 1);
  return rowsOf(sheet).flatMap((row) => {
    const times = left.get(row) ?? 0;
    left.set(row, times - 1);
    return times > 0 ? [] : [{ sheet, row, at }];
  });
}

/** Lines, and in markup what is told together. */
const rowsOf = (sheet: Sheet | undefined): readonly string[] =>
  sheet?.text.split(/\n|(?=<(?:article|dl|form|h\d|li|p|section|table|tr)\b)/u) ?? [];

/** The people of a sheet in their order, where it is another one than before the vote. */
function newOrder(first: Sight, sheet: Sheet, sought: readonly Sought[]) {
  const people = (text: string) =>
    sought
      .filter(({ kind }) => kind === 'person')
      .flatMap((each) => {
        const places = each.names.map((name) => text.indexOf(name)).filter((at) => at !== -1);
        return places.length === 0 ? [] : [{ at: Math.min(...places), sought: each }];
      })
      .toSorted((a, b) => a.at - b.at);
  const before = first.find((each) => nameOf(each) === nameOf(sheet));
  const [was, is] = [people(before?.text ?? ''), people(sheet.text)];
  return is.every(({ sought: { who } }, i) => was[i]?.sought.who === who) ? [] : is;
}
