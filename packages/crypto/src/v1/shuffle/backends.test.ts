import { invariant } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import type { CurveCore, CurveCoreName } from '../../curve/curve.ts';
import { loadCurveCore } from '../../curve/load-curve.ts';
import { curveGroup } from '../../primitives/curve-group.ts';
import type { Group } from '../../primitives/group.ts';
import { alteredAt } from './altered-text.fixture.ts';
import { makeShuffle } from './make-shuffle.ts';
import { curve, electionWith, recordingLog, tallyOf } from './shuffle.fixture.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { verifyShuffle } from './verify-shuffle.ts';

async function loaded(name: CurveCoreName): Promise<CurveCore> {
  const core = await loadCurveCore(name);
  invariant(core.ok, 'the engine takes the arithmetic core');
  return core.value;
}

const cores = [await loaded('wasm-fused'), await loaded('wasm-scalar')];

/** The same election, ballots and randomness in a group: only the arithmetic differs. */
function prepared(group: Group) {
  const random = seededRandomness('on every arithmetic');
  const election = electionWith(group, 2);
  const tally = tallyOf(election, [3, 1], random);
  const verdict = (text: string) => {
    const log = recordingLog();
    return { isAccepted: verifyShuffle(election, tally, text, '', log) !== undefined, failures: log.failures };
  };
  return { text: makeShuffle(election, tally, random).text, verdict };
}

describe('a shuffle on the arithmetic core', () => {
  const portable = prepared(curve);
  const fast = cores.map((core) => [core.name, prepared(curveGroup(core))] as const);
  const damaged = [
    alteredAt(portable.text, ['proofs', 0, 1, 5, 2], () => '1'),
    alteredAt(portable.text, ['proofs', 1, 1, 4, 0], () => '1'),
    alteredAt(portable.text, ['ciphertexts', 0, 1, 'alpha'], () => curve.write(curve.g)),
    // The point of order two.
    alteredAt(portable.text, ['proofs', 0, 2, 1], () => `7${'f'.repeat(61)}ec`),
    alteredAt(portable.text, ['proofs', 0, 3, 1], () => '0'.repeat(63)),
  ];

  it.each(fast)('%s is to the byte the one that the portable arithmetic makes', (_, { text }) => {
    expect(text).toBe(portable.text);
  });

  it.each(fast)('%s is judged in the same way', (_, { verdict }) => {
    for (const text of [portable.text, ...damaged]) expect(verdict(text)).toEqual(portable.verdict(text));
    expect(verdict(portable.text).isAccepted).toBe(true);
    expect(damaged.filter((text) => verdict(text).isAccepted)).toEqual([]);
  });
});
