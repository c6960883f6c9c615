import { invariant } from '@convite/kernel';
import { setUpElection } from '../../src/features/ballots/index.ts';
import type { TestSite } from '../open-test-site.ts';
import { sealElection, type SealedElection } from './sealed-election.ts';
import { moveContest, storeContest, type StoredContest } from './voting-contest.ts';

/** A contest of a whole site that is open, with its election, its letters and its addresses. */
export interface OpenVote extends StoredContest {
  readonly election: SealedElection;
  /** Path of the contest. */
  readonly path: string;
}

export async function openVote(site: TestSite, letters: number): Promise<OpenVote> {
  const stored = await storeContest(site.database.pool);
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
