import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { invariant } from '@convite/kernel';
import { eventsOf, nodeSha256, utf8, written } from '../src/board/archive.fixture.ts';
import type { NewEvent } from '../src/board/archive-writer.ts';
import { seededRandomness } from '../src/simulation/seeded-randomness.ts';
import { simulated, smallPlan, verdict } from '../src/simulation/simulated.fixture.ts';
import type { SimulationPlan } from '../src/simulation/simulation-plan.ts';
import { planDrawing } from './drawn-plan.ts';
import { hasStockTool, stockVerdict, whyNot } from './stock-tool.ts';

/** Every run draws other elections; a failure names the seed, with which CONVITE_INTEROP_SEED draws them again. */
const runSeed = process.env['CONVITE_INTEROP_SEED'] ?? randomBytes(8).toString('hex');

const elections = (kind: string, count: number, draw: (drawing: ReturnType<typeof planDrawing>) => SimulationPlan) =>
  Array.from({ length: count }, (_, i) => {
    const seed = `${runSeed}/${kind}/${i}`;
    return { seed, plan: draw(planDrawing(seededRandomness(seed, nodeSha256))) };
  });

async function verdicts({ seed, plan }: { readonly seed: string; readonly plan: SimulationPlan }) {
  const { archive, outcome } = simulated(plan, seed);
  const [theirs, ours] = await Promise.all([stockVerdict(archive, outcome.uuid), verdict(archive)]);
  return { seed, theirs, ours: ours.answer, failures: ours.failures };
}

function withOtherSignature(event: NewEvent): NewEvent {
  invariant(event.type === 'Ballot', 'the first event after the setup is a ballot');
  const text = Buffer.from(event.payload).toString();
  const altered = text.replace(/(?<=\d)\d(?="\}\}\}$)/u, (digit) => (digit === '1' ? '2' : '1'));
  return { ...event, payload: utf8(altered) };
}

describe.skipIf(!hasStockTool)(`a random election of ours is accepted by the stock tool${whyNot}`, () => {
  it.each(elections('homomorphic', 36, ({ homomorphicElection }) => homomorphicElection()))(
    'homomorphic, drawn from $seed',
    async (drawn) => {
      expect(await verdicts(drawn)).toEqual({ seed: drawn.seed, theirs: 'accepted', ours: 'accepted', failures: [] });
    },
  );

  it('but not with a digit of one ballot’s signature altered', async () => {
    const { archive, outcome } = simulated({ ...smallPlan, group: 'BELENIOS-2048' }, 'altered');
    const events = await eventsOf(archive);
    const altered = events.map((event, height) => (height === 1 ? withOtherSignature(event) : event));
    expect(await stockVerdict(written(events), outcome.uuid)).toBe('accepted');
    expect(await stockVerdict(written(altered), outcome.uuid)).toContain('invalid ballot');
  });

  it.each(elections('mixed', 16, ({ mixedElection }) => mixedElection()))('mixed, drawn from $seed', async (drawn) => {
    expect(await verdicts(drawn)).toEqual({ seed: drawn.seed, theirs: 'accepted', ours: 'accepted', failures: [] });
  });
});
