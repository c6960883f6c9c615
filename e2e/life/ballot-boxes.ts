import { invariant } from '@convite/kernel';
import { sealBallot } from '../../apps/web/test/ballots/seal-ballot.ts';
import { contestsOf } from '../../apps/web/test/consultations/prepared.ts';
import { fromBrowser } from '../../apps/web/test/open-test-site.ts';
import { until } from '../../apps/web/test/until.ts';
import { type Consultation, slug } from './preparing.ts';

/** A paper that people vote on, and what its voters seal their ballots with. */
export interface BallotBox {
  /** The path of its contest. */
  readonly path: string;
  readonly election: string;
}

/** The two papers of the consultation, each found by an option on it. */
export async function boxesOf({
  site,
  crew,
}: Consultation): Promise<{ readonly one: BallotBox; readonly many: BallotBox }> {
  const boxes: BallotBox[] = [];
  for (const contest of await contestsOf(crew.organiser.staff, slug)) {
    const path = `/c/${slug}/contests/${contest}`;
    boxes.push({ path, election: await (await site.ask(`${path}/election.json`)).text() });
  }
  const withOption = (title: string): BallotBox => {
    const box = boxes.find(({ election }) => election.includes(title));
    invariant(box !== undefined, `${title} is on a paper`);
    return box;
  };
  return { one: withOption('Pozo y bomba'), many: withOption('Farolas') };
}

/** Seals a ballot as a voter's device does, and sends it. @returns the status, and the code of a refusal */
export async function castSealed(
  { site }: Pick<Consultation, 'site'>,
  { path, election }: BallotBox,
  code: string,
  numbers: readonly number[],
): Promise<readonly [status: number, refusal?: string]> {
  const places = numbers.map((number) => number - 1);
  const body = await sealBallot(election, code, places);
  return await until(async () => {
    const answer = await site.ask(`${path}/ballots`, {
      ...{ method: 'POST', body, headers: { ...fromBrowser(site), 'Content-Type': 'application/json' } },
    });
    const told: { readonly code?: string } = await answer.json();
    // A full waiting room asks for the same ballot again.
    if (answer.status === 202 || answer.status === 503) return undefined;
    return told.code === undefined ? [answer.status] : [answer.status, told.code];
  });
}

/** What each of the fifty wants in the end: the first two options of the one paper have as many votes. */
export const wishes = {
  one: (voter: number): readonly number[] => [voter < 22 ? 1 : voter < 44 ? 2 : 3],
  many: (voter: number): readonly number[] => (voter < 40 ? [1, 3] : [2, 3]),
} as const;
