import { isUuid } from '@convite/kernel';
import type { BallotsContext } from '../ballots-context.ts';
import { consultationOf } from '../store-elections.ts';

/** Addresses kept: a contest belongs to one consultation for ever. */
const mostKept = 20_000;

/** Tells whether a contest belongs to the consultation that an address names it under. */
export type ContestAddresses = (slug: string, contest: string) => Promise<boolean>;

/** @param published the slug that the files of a board name, so that boards are found while the database is away. */
export function contestAddresses(
  { database }: Pick<BallotsContext, 'database'>,
  published: (contest: string) => Promise<string | undefined>,
): ContestAddresses {
  const known = new Map<string, string>();
  return async (slug, contest) => {
    if (!isUuid(contest)) return false;
    const found = known.get(contest) ?? (await published(contest)) ?? (await consultationOf(database, contest));
    if (found === undefined) return false;
    if (known.size >= mostKept) known.clear();
    known.set(contest, found);
    return found === slug;
  };
}
