import { describe, expect, it } from 'vitest';
import { testSuite } from '../verify/machine.fixture.ts';
import { withPolicy } from '../strict/policy.ts';
import { approvalsQuestion } from '../v1/election/approvals-question.ts';
import { simulateElection } from './simulate-election.ts';
import { simulationEnds, type SimulationPlan } from './simulation-plan.ts';
import { simulated, smallPlan, verdict } from './simulated.fixture.ts';

const mixed: SimulationPlan = {
  ...smallPlan,
  questions: [...smallPlan.questions, approvalsQuestion(['Pozo', 'Techo', 'Camino'], '¿Cuáles obras?')],
  trustees: [{ kind: 'threshold', threshold: 2, size: 3 }],
  shuffles: 2,
};

describe('a simulated election', () => {
  it.each(simulationEnds)('that stops at %s is accepted there', async (until) => {
    const states = { setup: 'voting', ballots: 'closed', tally: 'tallied', result: 'finished' };
    const { archive, outcome } = simulated({ ...mixed, until }, 'stop');
    expect(await verdict(archive)).toEqual({ answer: 'accepted', state: states[until], failures: [] });
    expect(outcome.state).toBe(states[until]);
  });

  it.each(simulationEnds)(
    'that declares our policy and stops at %s passes that too, with its side file',
    async (until) => {
      const plan = { ...mixed, description: withPolicy(mixed.description), until };
      const { archive, outcome } = simulated(plan, 'strict');
      expect(outcome.side === undefined).toBe(until !== 'result');
      expect(await verdict(archive, outcome)).toMatchObject({ answer: 'accepted', failures: [] });
    },
  );

  it('is the same for the same seed, byte for byte, and another for another', () => {
    const { archive, secrets } = simulated(mixed, 'Cedro');
    const again = simulated(mixed, 'Cedro');
    expect(Buffer.from(again.archive).equals(archive)).toBe(true);
    expect(again.secrets).toEqual(secrets);
    expect(Buffer.from(simulated(mixed, 'Cedro ').archive).equals(archive)).toBe(false);
  });

  it('publishes nothing of what its private records keep secret', () => {
    const { archive, secrets } = simulated(mixed, 'secrets');
    const text = Buffer.from(archive).toString('latin1');
    const kept = secrets.flatMap((record) =>
      record.type === 'trustee' ? [record.secret_key, record.seed] : record.type === 'voter' ? record.credential : [],
    );
    expect(kept).toHaveLength(9);
    expect(kept.filter((secret) => secret === undefined || text.includes(secret))).toEqual([]);
  });

  it('keeps a line for every trustee, voter and ballot', () => {
    const { secrets } = simulated(mixed, 'lines');
    const count = (type: string): number => secrets.filter((record) => record.type === type).length;
    expect(['election', 'trustee', 'voter', 'ballot'].map(count)).toEqual([1, 3, 3, 4]);
  });

  it('says how far each stage is', () => {
    const run = simulateElection(testSuite, smallPlan, (length) => crypto.getRandomValues(new Uint8Array(length)));
    const steps = run.ok ? [...run.value].map(({ stage, done, of }) => `${stage} ${done}/${of}`) : [];
    expect(steps).toEqual([
      'trustees 1/1',
      ...['credentials 1/3', 'credentials 2/3', 'credentials 3/3', 'setup 1/1'],
      ...['ballots 1/4', 'ballots 2/4', 'ballots 3/4', 'ballots 4/4', 'ballots 4/4'],
      ...['tally 1/1', 'decryptions 1/1', 'result 1/1'],
    ]);
  });
});

describe('a plan that cannot be carried out is refused:', () => {
  const cases: readonly (readonly [string, Partial<SimulationPlan>, unknown])[] = [
    ['no voter', { voters: 0 }, { type: 'voters_out_of_range', most: 1_000_000, found: 0 }],
    ['half a voter', { voters: 1.5 }, { type: 'voters_out_of_range', most: 1_000_000, found: 1.5 }],
    ['fewer than no revotes', { revotes: -1 }, { type: 'revotes_out_of_range', most: 1_000_000, found: -1 }],
    ['no trustee', { trustees: [] }, { type: 'trustees_out_of_range', most: 100, found: 0 }],
    [
      'more trustees than the limit',
      { trustees: [{ kind: 'single' }, { kind: 'threshold', threshold: 2, size: 100 }] },
      { type: 'trustees_out_of_range', most: 100, found: 101 },
    ],
    [
      'more trustees needed than there are',
      { trustees: [{ kind: 'threshold', threshold: 4, size: 3 }] },
      { type: 'threshold_out_of_range', threshold: 4, size: 3 },
    ],
    [
      'weights that sum to more than can be counted',
      { mostWeight: 40_000_000_000n },
      { type: 'weights_too_large', most: 100_000_000_000n, found: 120_000_000_000n },
    ],
    ['a shuffle of nothing', { shuffles: 1 }, { type: 'shuffles_out_of_range', least: 0, most: 0, found: 1 }],
    ['no shuffle', { ...mixed, shuffles: 0 }, { type: 'shuffles_out_of_range', least: 1, most: 3, found: 0 }],
    [
      'more shuffles than trustees',
      { ...mixed, shuffles: 4 },
      { type: 'shuffles_out_of_range', least: 1, most: 3, found: 4 },
    ],
    ['weights with mixed questions', { ...mixed, mostWeight: 2n }, { type: 'weights_with_mixed' }],
    ['no question', { questions: [] }, { type: 'election', refusal: { type: 'no_question' } }],
  ];
  it.each(cases)('%s', (_, change, expected) => {
    const run = simulateElection(testSuite, { ...smallPlan, ...change }, () => new Uint8Array());
    expect(run).toEqual({ ok: false, error: expected });
  });
});
