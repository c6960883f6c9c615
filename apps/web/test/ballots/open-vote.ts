import { invariant } from '@convite/kernel';
import { type Ballots, setUpElection } from '../../src/features/ballots/index.ts';
import type { FreshDatabase } from '../fresh-database.ts';
import type { TestSite } from '../open-test-site.ts';
import { sealElection, type SealedElection } from './sealed-election.ts';
import { moveContest, storeBeside, storeContest, type StoredContest } from './voting-contest.ts';

/** A contest of a whole site that is open, with its election, its letters and its addresses. */
export interface OpenVote extends StoredContest {
  readonly election: SealedElection;
  /** Path of the contest. */
  readonly path: string;
}

/** What a vote is opened in: a whole site, or the room of ballots and its database. */
interface VotePlace {
  readonly database: Pick<FreshDatabase, 'pool'>;
  readonly site: { readonly ballots: Pick<Ballots, 'context'> };
}

/** @param hours that it stays open. @param spares letters that are spares, the last ones */
export async function openVote(
  place: VotePlace,
  letters: number,
  { hours = 1, spares = 0 }: { readonly hours?: number; readonly spares?: number } = {},
): Promise<OpenVote> {
  const closesAt = new Date(Date.now() + hours * 3_600_000);
  return await openStored(place, await storeContest(place.database.pool, { closesAt }), letters, spares);
}

/** Another paper in the same place. */
export async function openBeside(site: TestSite, beside: StoredContest, paper: string): Promise<OpenVote> {
  return await openStored(site, await storeBeside(site.database.pool, beside, paper), 1);
}

async function openStored(
  { database, site }: VotePlace,
  stored: StoredContest,
  letters: number,
  spares = 0,
): Promise<OpenVote> {
  const election = await sealElection(letters);
  const { contest } = stored;
  const set = await setUpElection(site.ballots.context, {
    contest,
    archive: election.archive,
    spares: election.letters.slice(letters - spares).map(({ publicCredential }) => publicCredential),
    by: null,
  });
  invariant(set.ok, 'the election is set up');
  await moveContest(database.pool, stored, 'open');
  return { ...stored, election, path: `/c/${stored.slug}/contests/${contest}` };
}

/** Sends a ballot as the booth does. */
export const sendBallot = (site: TestSite, { path }: Pick<OpenVote, 'path'>, text: string): Promise<Response> =>
  site.ask(`${path}/ballots`, {
    method: 'POST',
    body: text,
    headers: { 'Content-Type': 'application/json', Origin: site.origin },
  });
