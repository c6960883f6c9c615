import type { AccountsContext } from '../accounts-context.ts';
import { staffTrailCsv, trailCsv } from '../downloads/trail-csv.ts';
import { grantsOf } from '../store-acts.ts';
import { listPublicTrail, listTrail, type TrailRecord } from '../store-trail.ts';

/** A page of the trail, the newest line first. */
export interface TrailPart {
  readonly lines: readonly TrailRecord[];
  /** Number of the last line shown, where more come before it. */
  readonly before: number | undefined;
}

const perPage = 100;

/** One more is read than shown: it tells whether there are more. */
function part(read: readonly TrailRecord[]): TrailPart {
  const lines = read.slice(0, perPage);
  return { lines, before: read.length > perPage ? lines.at(-1)?.number : undefined };
}

/** What was done where this account has a role, and below. */
export async function showTrail(
  { database }: AccountsContext,
  account: string,
  before: number | undefined,
): Promise<TrailPart> {
  const under = (await grantsOf(database, account)).map(({ territory }) => territory);
  return part(await listTrail(database, { under, before, most: perPage + 1 }));
}

const linesAtOnce = 200;

/** All that was done where this account has a role, and below, the newest line first, as CSV, piece by piece. */
export async function trailTable(
  { database }: Pick<AccountsContext, 'database'>,
  account: string,
): Promise<AsyncGenerator<string, void, undefined>> {
  const under = (await grantsOf(database, account)).map(({ territory }) => territory);
  return staffTrailCsv(everyLineUnder(database, under));
}

async function* everyLineUnder(
  database: AccountsContext['database'],
  under: readonly (string | null)[],
): AsyncGenerator<readonly TrailRecord[]> {
  for (let before: number | undefined; ;) {
    const lines = await listTrail(database, { under, before, most: linesAtOnce });
    const last = lines.at(-1);
    if (last === undefined) return;
    yield lines;
    before = last.number;
  }
}

/** What everyone may read about a consultation; undefined if there is none of that slug. */
export async function showPublicTrail(
  { database }: AccountsContext,
  slug: string,
  before: number | undefined,
): Promise<(TrailPart & { readonly title: unknown; readonly zone: string }) | undefined> {
  const read = await listPublicTrail(database, slug, { before, most: perPage + 1 });
  return read && { ...part(read.lines), title: read.title, zone: read.zone };
}

/** Far more lines than any consultation has. */
const everyLine = 1_000_000;

/** The whole of it as a table, from its first line on; undefined if there is none of that slug. */
export async function publicTrailTable(
  { database }: Pick<AccountsContext, 'database'>,
  slug: string,
): Promise<string | undefined> {
  const read = await listPublicTrail(database, slug, { before: undefined, most: everyLine });
  return read && trailCsv(read.lines.toReversed());
}
