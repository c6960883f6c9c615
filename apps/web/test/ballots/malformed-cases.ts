import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, type TestSite } from '../open-test-site.ts';
import { malformedBallots } from './malformed-ballots.ts';
import { openVote, type OpenVote, sendBallot } from './open-vote.ts';
import { sealBallot } from './sealed-election.ts';

/** Sends so many ballots over HTTP that are none. */
export function malformedCases(count: number): void {
  describe(`${count} malformed ballots over HTTP`, () => {
    let site: TestSite;
    let vote: OpenVote;
    beforeAll(async () => {
      site = await openTestSite();
      vote = await openVote(site, 2);
    });
    afterAll(() => site.close());

    it('are each refused with a code in a problem, nothing is stored, and the next sound ballot is taken', async () => {
      const seal = (letter: number): Promise<string> =>
        sealBallot(vote.election.electionText, vote.election.letters[letter]?.credential ?? '', letter + 1);
      const sound = [await seal(0), await seal(1)] as const;
      const bad = malformedBallots(sound, count, 'malformed');
      const [codes, wrong]: [Map<string, number>, string[]] = [new Map(), []];
      const left = bad.entries();
      const lane = async (): Promise<void> => {
        for (const [i, text] of left) {
          const response = await sendBallot(site, vote, text);
          const { code } = await response.json();
          codes.set(`${response.status} ${code}`, (codes.get(`${response.status} ${code}`) ?? 0) + 1);
          if (response.status < 400 || response.status > 499)
            wrong.push(`${i}: ${response.status} ${text.slice(0, 200)}`);
        }
      };
      await Promise.all(Array.from({ length: 16 }, lane));
      expect(wrong).toEqual([]);
      // A credential that was altered alone is one that nobody was given.
      codes.delete('403 unknown_credential');
      expect([...codes.keys()].toSorted()).toEqual(['400 too_deep', '422 invalid_ballot']);
      const { rows } = await site.database.pool.query(
        'select height, (select count(*)::int from board_payloads p where p.contest_id = e.contest_id) as payloads from elections e where contest_id = $1',
        [vote.contest],
      );
      expect(rows).toEqual([{ height: 0, payloads: 4 }]);
      for (const text of sound) expect((await sendBallot(site, vote, text)).status).toBe(201);
    });
  });
}
