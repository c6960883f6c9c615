import { describe, expect, it } from 'vitest';
import { verdict } from '../src/simulation/simulated.fixture.ts';
import type { Choices } from '../src/v1/ballot/make-ballot.ts';
import { ballotOfOurs, resultOf } from './board-of-both.fixture.ts';
import { setUpStockElection, type StockTemplate } from './stock-election.ts';
import { hasStockTool, stockVerdict, whyNot } from './stock-tool.ts';

interface Vote {
  readonly by: 'us' | 'them';
  readonly voter: number;
  readonly choices: Choices;
}

/** Runs an election of the tool with ballots of both, and asks both what they think of it. */
async function held(template: StockTemplate, votes: readonly Vote[]) {
  const election = await setUpStockElection(template);
  try {
    for (const { by, voter, choices } of votes) {
      if (by === 'them') await election.cast(voter, choices);
      else await election.add(ballotOfOurs(election.archive(), election.credentials[voter] ?? '', choices));
    }
    await election.finish();
    const archive = election.archive();
    const { answer, failures } = await verdict(archive);
    return { theirs: await stockVerdict(archive, election.uuid), ours: answer, failures, result: resultOf(archive) };
  } finally {
    election.remove();
  }
}

const accepted = { theirs: 'accepted', ours: 'accepted', failures: [] };

describe.skipIf(!hasStockTool)(`an election of the stock tool with ballots of both${whyNot}`, () => {
  it('with weights, a blank vote, limits and a revote across programs gives what both accept', async () => {
    const questions = [
      { answers: ['Farolas', 'Bancos', 'Árbol'], min: 1, max: 2, question: '¿Qué obras?' },
      { answers: ['Sí', 'No'], blank: true, min: 1, max: 1, question: '¿Reunirse en mayo?' },
    ];
    const votes: readonly Vote[] = [
      // The first voter's two ballots come from different programs: the second counts.
      {
        by: 'us',
        voter: 0,
        choices: [
          [0, 0, 1],
          [0, 0, 1],
        ],
      },
      {
        by: 'them',
        voter: 0,
        choices: [
          [1, 0, 0],
          [0, 1, 0],
        ],
      },
      {
        by: 'us',
        voter: 1,
        choices: [
          [1, 1, 0],
          [1, 0, 0],
        ],
      },
      {
        by: 'them',
        voter: 2,
        choices: [
          [0, 1, 0],
          [0, 0, 1],
        ],
      },
    ];
    const template = { group: 'BELENIOS-2048', questions, weights: [3, 25, 2_000_000_000], singles: 2 } as const;
    expect(await held(template, votes)).toEqual({
      ...accepted,
      result: [
        [28, '2000000025', 0],
        [25, 3, 2_000_000_000].map((total) => (total > 1_073_741_823 ? String(total) : total)),
      ],
    });
  });

  it('decrypted by two of three members of a ceremony and a single trustee', async () => {
    const questions = [{ answers: ['Pozo', 'Techo'], min: 0, max: 1, question: '¿Qué obra?' }];
    const votes: readonly Vote[] = [
      { by: 'us', voter: 0, choices: [[0, 1]] },
      { by: 'them', voter: 1, choices: [[0, 1]] },
    ];
    const ceremony = { size: 3, threshold: 2, decrypting: [1, 3] };
    const template = { group: 'BELENIOS-2048', questions, weights: [1, 1, 1], singles: 1, ceremony } as const;
    expect(await held(template, votes)).toEqual({ ...accepted, result: [[0, 2]] });
  });

  it('with mixed questions, shuffled by every trustee of a ceremony', async () => {
    const questions = [
      { type: 'NonHomomorphic', value: { answers: ['Pozo', 'Techo', 'Camino'], question: '¿Cuánto vale?' } },
      { answers: ['Sí', 'No'], min: 1, max: 1, question: '¿Reunirse en mayo?' },
    ];
    const votes: readonly Vote[] = [
      {
        by: 'them',
        voter: 0,
        choices: [
          [0, 255, 7],
          [1, 0],
        ],
      },
      {
        by: 'us',
        voter: 1,
        choices: [
          [3, 0, 255],
          [0, 1],
        ],
      },
      {
        by: 'us',
        voter: 0,
        choices: [
          [1, 2, 3],
          [0, 1],
        ],
      },
    ];
    const ceremony = { size: 2, threshold: 1, decrypting: [2] };
    const template = { group: 'RFC-3526-2048', questions, weights: [1, 1, 1], singles: 0, ceremony } as const;
    expect(await held(template, votes)).toEqual({
      ...accepted,
      result: [
        ['1,2,3', '3,0,255'],
        [0, 2],
      ],
    });
  });
});
