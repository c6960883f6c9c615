import { invariant } from '@convite/kernel';
import { sealBallot } from '../../apps/web/test/ballots/seal-ballot.ts';
import { fromBrowser } from '../../apps/web/test/open-test-site.ts';
import { until } from '../../apps/web/test/until.ts';
import { type Consultation, slug, title } from './preparing.ts';

/** A paper that people vote on, and what its voters seal their ballots with. */
export interface BallotBox {
  /** The path of its contest. */
  readonly path: string;
  readonly election: string;
}

/** The papers of the two communes, and the one of the whole city. */
export interface Boxes {
  readonly communes: readonly [BallotBox, BallotBox];
  readonly city: BallotBox;
}

/** The papers of the consultation, each found by its territory in the control room. */
export async function boxesOf({ site, crew: { organiser } }: Consultation): Promise<Boxes> {
  await organiser.arrivesAt(title);
  const rows = organiser.page.getByRole('rowheader').getByRole('link');
  const boxOf = async (territory: string): Promise<BallotBox> => {
    const href = await rows.filter({ hasText: territory }).getAttribute('href');
    const path = `/c/${slug}/contests/${href?.split('/').at(-1) ?? ''}`;
    const election = await site.ask(`${path}/election.json`);
    invariant(election.status === 200, `${territory} has an election`);
    return { path, election: await election.text() };
  };
  return {
    communes: [await boxOf('La Enramada'), await boxOf('Los Tres Puentes')],
    city: await boxOf('Puerto Solana'),
  };
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

/** Somebody who votes: in a commune, and with everybody else in the city. */
export interface Voter {
  readonly commune: 0 | 1;
  /** From 0, among those of the commune who vote. */
  readonly turn: number;
}

/** What each wants in the end: in the first commune two options have as many votes. */
export const wishes = {
  commune: ({ commune, turn }: Voter): readonly number[] =>
    commune === 1 ? [turn < 14 ? 1 : 2] : [turn < 13 ? 1 : turn < 26 ? 2 : 3],
  city: ({ commune }: Voter): readonly number[] => (commune === 0 ? [1, 3] : [2, 3]),
} as const;

/** What comes out where everybody votes so. */
export const expected = {
  communes: [
    [13, 13, 4],
    [14, 6],
  ],
  city: [30, 20, 50],
} as const;
