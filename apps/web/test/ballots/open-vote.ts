import { invariant } from '@convite/kernel';
import { setUpElection } from '../../src/features/ballots/index.ts';
import type { TestSite } from '../open-test-site.ts';
import { sealElection, type SealedElection } from './sealed-election.ts';
import { moveContest, storeBeside, storeContest, type StoredContest } from './voting-contest.ts';

/** A contest of a whole site that is open, with its election, its letters and its addresses. */
export interface OpenVote extends StoredContest {
  readonly election: SealedElection;
  /** Path of the contest. */
  readonly path: string;
}

export async function openVote(site: TestSite, letters: number): Promise<OpenVote> {
  return await openStored(site, await storeContest(site.database.pool), letters);
}

/** Another paper in the same place. */
export async function openBeside(site: TestSite, beside: StoredContest, paper: string): Promise<OpenVote> {
  return await openStored(site, await storeBeside(site.database.pool, beside, paper), 1);
}

async function openStored(site: TestSite, stored: StoredContest, letters: number): Promise<OpenVote> {
  const election = await sealElection(letters);
  const { contest } = stored;
  const set = await setUpElection(site.site.ballots.context, {
    contest,
    archive: election.archive,
    spares: [],
    by: null,
  });
  invariant(set.ok, 'the election is set up');
  await moveContest(site.database.pool, stored, 'open');
  return { ...stored, election, path: `/c/${stored.slug}/contests/${contest}` };
}

/** Sends a ballot as the booth does. */
export const sendBallot = (site: TestSite, { path }: Pick<OpenVote, 'path'>, text: string): Promise<Response> =>
  site.ask(`${path}/ballots`, {
    method: 'POST',
    body: text,
    headers: { 'Content-Type': 'application/json', Origin: site.origin },
  });
