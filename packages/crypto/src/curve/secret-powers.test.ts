import { describe, expect, it } from 'vitest';
import { type CurvePoint, Point, cores, edgeScalars, numbers, order, power, textOf } from './backends.fixture.ts';
import { KeyedSession } from './keyed-session.ts';
import type { CurveCore, ProofToMake } from './curve.ts';
import { prove, secretAnswers, secretBasePowers, secretPairs, secretPowers } from './secret-powers.ts';
import { type FusedExports, type ScalarExports, fusedOperations, scalarOperations } from './module-exports.ts';
import { fusedModule, scalarModule } from './modules.ts';
import { type Points, joinPoints, scalarBytes, scalarsOfBytes, slicePoints } from './points.ts';
import { startModule } from './wasm-engine.ts';

const random = numbers(0xe7037ed1a0b428dbn);
const randomScalar = (): bigint => random(320) % order;
const g = Point.BASE;
const key = power(g, randomScalar());

function points(core: CurveCore, plain: readonly CurvePoint[]): Points {
  const read = core.readTexts(plain.map(textOf));
  if (!read.ok) throw new Error(`point ${read.error.index} refused`);
  return read.value;
}

describe.each(cores)('$name', (core) => {
  const ownKey = points(core, [key]);

  it('makes pairs of powers of g and the key, for even and odd numbers of them', () => {
    for (const count of [0, 1, 2, 5, edgeScalars.length]) {
      const exponents = edgeScalars.slice(0, count);
      const shifts = exponents.map((_, i) => (i % 3 === 0 ? BigInt(i % 2) : randomScalar()));
      const own = core.writeTexts(core.secretPairs(ownKey, scalarBytes(exponents), scalarBytes(shifts)));
      const expected = exponents.flatMap((exponent, i) => [
        power(g, exponent),
        power(key, exponent).add(power(g, shifts[i] ?? 0n)),
      ]);
      expect(own).toEqual(expected.map(textOf));
    }
  });

  it('raises g to each scalar, and each point to one scalar', () => {
    const scalars = [...edgeScalars, ...Array.from({ length: 40 }, randomScalar)];
    expect(core.writeTexts(core.secretBasePowers(scalarBytes(scalars)))).toEqual(
      scalars.map((scalar) => textOf(power(g, scalar))),
    );
    const members = [Point.ZERO, g, g.negate(), key, power(g, randomScalar())];
    for (const scalar of [...edgeScalars, randomScalar(), randomScalar()]) {
      for (const count of [1, 4, 5]) {
        const own = core.secretPowers(points(core, members.slice(0, count)), scalarBytes([scalar]));
        expect(core.writeTexts(own)).toEqual(members.slice(0, count).map((point) => textOf(power(point, scalar))));
      }
    }
  });

  it('answers challenges', () => {
    const [w, x, c] = [edgeScalars, edgeScalars.toReversed(), edgeScalars.map(randomScalar)];
    expect(scalarsOfBytes(core.secretAnswers(scalarBytes(w), scalarBytes(x), scalarBytes(c)))).toEqual(
      w.map((nonce, i) => (((nonce - (x[i] ?? 0n) * (c[i] ?? 0n)) % order) + order) % order),
    );
  });

  it('makes proofs that hold, whichever branch is true, and leaves what was drawn in all others', () => {
    const values = [0, 1, 2, 3];
    for (const m of values) {
      const r = randomScalar();
      const ciphertext = core.secretPairs(ownKey, scalarBytes([r]), scalarBytes([BigInt(m)]));
      const drawn = scalarBytes(values.flatMap(() => [randomScalar(), randomScalar()]));
      const proof = toMake(r, m, values, drawn);
      const single = toMake(r, m, [m], scalarBytes([randomScalar(), randomScalar()]));
      const made = core.prove(ownKey, [proof, single, proof]);
      expect(made[2]).toEqual(made[0]);
      const checked = core.checkProofs(
        ownKey,
        [values, [m], values].map((own, i) => ({
          prefix: 'prove|S|',
          statements: [{ ciphertext, values: own, pairs: made[i] ?? drawn, membership: 'check' }],
        })),
      );
      expect(checked).toEqual(['holds', 'holds', 'holds']);
      const scalarsOf = (pairs: Uint8Array, j: number): string =>
        scalarsOfBytes(pairs)
          .slice(2 * j, 2 * j + 2)
          .join();
      const changed = values.filter((j) => scalarsOf(made[0] ?? drawn, j) !== scalarsOf(drawn, j));
      expect(changed).toEqual([m]);
    }
  });

  it('makes proofs over several ciphertexts, of which one statement is true', () => {
    const [r0, r1] = [randomScalar(), randomScalar()];
    const both = core.secretPairs(ownKey, scalarBytes([r0, r1]), scalarBytes([1n, 2n]));
    const branches = [
      { randomness: scalarBytes([r0]), difference: 1 },
      { randomness: scalarBytes([r1]), difference: -1 },
      { randomness: scalarBytes([r1]), difference: 0 },
    ];
    const drawn = scalarBytes(branches.flatMap(() => [randomScalar(), randomScalar()]));
    const [pairs = drawn] = core.prove(ownKey, [{ prefix: 'bproof1|', branches, truth: 2, drawn }]);
    const statements = [
      { ciphertext: slicePoints(both, 0, 2), values: [0], pairs: pairs.slice(0, 64), membership: 'known' },
      { ciphertext: slicePoints(both, 2, 4), values: [3, 2], pairs: pairs.slice(64), membership: 'known' },
    ] as const;
    expect(core.checkProofs(ownKey, [{ prefix: 'bproof1|', statements }])).toEqual(['holds']);
  });
});

const toMake = (r: bigint, m: number, values: readonly number[], drawn: Uint8Array): ProofToMake => ({
  prefix: 'prove|S|',
  branches: values.map((value) => ({ randomness: scalarBytes([r]), difference: m - value })),
  truth: values.indexOf(m),
  drawn,
});

/** A session whose memory the test may look at. */
async function openSession(
  lanes: boolean,
): Promise<{ readonly session: KeyedSession; readonly scalar: ScalarExports }> {
  const scalar = await startModule<ScalarExports>(scalarModule, {});
  if (scalar === undefined || scalar.initialise() !== 1) throw new Error('this engine does not take the module');
  if (!lanes) return { session: new KeyedSession(scalarOperations(scalar)), scalar };
  const imports = { env: { memory: scalar.memory }, scalar: { ...scalar } };
  const fused = await startModule<FusedExports>(fusedModule, imports);
  if (fused === undefined) throw new Error('this engine does not take the module');
  fused.initialise();
  return { session: new KeyedSession(fusedOperations(scalar, fused)), scalar };
}

describe.each([false, true])('with two lanes: %s', (lanes) => {
  it('leaves nothing of a secret in memory: all bytes are as before the call', async () => {
    const { session, scalar } = await openSession(lanes);
    const ownKey = secretBasePowers(session, scalarBytes([5n]));
    const few = [7n, 9n, 11n];
    const calls: readonly ((scalars: readonly bigint[]) => unknown)[] = [
      (scalars) => secretPairs(session, ownKey, scalarBytes(scalars), scalarBytes(scalars.toReversed())),
      (scalars) => secretBasePowers(session, scalarBytes(scalars)),
      (scalars) => secretPowers(session, joinPoints([ownKey, ownKey, ownKey]), scalarBytes(scalars.slice(0, 1))),
      (scalars) => secretAnswers(session, scalarBytes(scalars), scalarBytes(scalars), scalarBytes(scalars)),
      (scalars) =>
        prove(session, ownKey, [toMake(scalars[0] ?? 0n, 1, [0, 1, 2], scalarBytes([...scalars, ...scalars]))]),
    ];
    for (const call of calls) {
      // Once before, so that tables are made and the memory has grown.
      call(few);
      const before = new Uint8Array(scalar.memory.buffer).slice();
      call([randomScalar(), randomScalar(), randomScalar()]);
      const after = new Uint8Array(scalar.memory.buffer);
      expect(Buffer.compare(before, after)).toBe(0);
    }
  });
});
