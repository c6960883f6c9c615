import { describe, expect, it } from 'vitest';
import type { PrivateRecord } from '../src/simulation/private-record.ts';
import type { SimulationPlan } from '../src/simulation/simulation-plan.ts';
import { simulated, smallPlan, verdict } from '../src/simulation/simulated.fixture.ts';
import { approvalsQuestion } from '../src/v1/election/approvals-question.ts';
import type { Choices } from '../src/v1/ballot/make-ballot.ts';
import { ballotOfOurs, resultOf } from './board-of-both.fixture.ts';
import { addBallot, finishWithStockTool, stockBallot } from './stock-election.ts';
import { archiveIn, hasStockTool, newToolFolder, stockVerdict, whyNot } from './stock-tool.ts';

const ofType = <T extends PrivateRecord['type']>(records: readonly PrivateRecord[], type: T) =>
  records.filter((record): record is Extract<PrivateRecord, { readonly type: T }> => record.type === type);

/** Sets an election of ours up, has the tool cast and count, and asks both what they think of it. */
async function countedByThem(change: Partial<SimulationPlan>, votes: readonly Choices[]) {
  const plan: SimulationPlan = {
    ...smallPlan,
    ...change,
    voters: votes.length,
    credentialForm: 'checked',
    trustees: [{ kind: 'single' }, { kind: 'single' }],
    until: 'setup',
  };
  const { archive, outcome, secrets } = simulated(plan, 'counted by them');
  const board = newToolFolder();
  try {
    board.write(`${outcome.uuid}.bel`, archive);
    for (const [i, { credential }] of ofType(secrets, 'voter').entries()) {
      const choices = votes[i] ?? [];
      // The first ballot is replaced by one of the other program.
      if (i === 0) await addBallot(board, ballotOfOurs(archive, credential, votes[1] ?? []));
      await addBallot(board, await stockBallot(board, credential, choices));
    }
    const decrypting = ofType(secrets, 'trustee').map(({ owner, secret_key }) => {
      board.write(`${owner}.privkey`, JSON.stringify(secret_key));
      return ['decrypt', '--privkey', `${owner}.privkey`, '--trustee-id', String(owner)];
    });
    await finishWithStockTool(board, plan.shuffles, decrypting);
    const finished = archiveIn(board);
    const { answer, failures } = await verdict(finished);
    const theirs = await stockVerdict(finished, outcome.uuid);
    return { theirs, ours: answer, failures, result: resultOf(finished) };
  } finally {
    board.remove();
  }
}

const accepted = { theirs: 'accepted', ours: 'accepted', failures: [] };

describe.skipIf(!hasStockTool)(`an election of ours with ballots and a count of the stock tool${whyNot}`, () => {
  it('with a blank vote and limits gives what both accept', async () => {
    const votes = [[[0, 1, 1]], [[1, 0, 0]], [[0, 0, 1]]];
    const counted = await countedByThem({ group: 'BELENIOS-2048' }, votes);
    expect(counted).toEqual({ ...accepted, result: [[1, 1, 2]] });
  });

  it('with packed approvals and plain ints, shuffled by both trustees', async () => {
    const names = Array.from({ length: 11 }, (_, i) => `Obra ${i + 1}`);
    const plain = { type: 'NonHomomorphic', value: { answers: ['Pozo', 'Techo'], question: '¿Cuánto?' } } as const;
    const questions = [approvalsQuestion(names, '¿Cuáles?'), plain];
    const votes = [
      [
        [255, 7],
        [0, 9],
      ],
      [
        [0, 4],
        [200, 1],
      ],
    ];
    const counted = await countedByThem({ group: 'RFC-3526-2048', questions, shuffles: 2 }, votes);
    expect(counted).toEqual({
      ...accepted,
      result: [
        ['0,4', '255,7'],
        ['0,9', '200,1'],
      ],
    });
  });
});
