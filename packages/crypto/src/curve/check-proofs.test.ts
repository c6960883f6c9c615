import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import {
  type CurvePoint,
  Point,
  cores,
  edgeScalars,
  numbers,
  order,
  power,
  textOf,
  torsion,
} from './backends.fixture.ts';
import type { CurveCore, ProofToCheck, Statement } from './curve.ts';
import { loadCurveCore } from './load-curve.ts';
import type { Points } from './points.ts';
import { modulo } from './probes.fixture.ts';
import { scalarBytes } from './points.ts';

const random = numbers(0xa0761d6478bd642fn);
const randomScalar = (): bigint => random(320) % order;
const g = Point.BASE;
const key = power(g, randomScalar());

/** A statement in the words of the other library. */
interface PlainStatement {
  readonly alpha: CurvePoint;
  readonly beta: CurvePoint;
  readonly values: readonly number[];
  readonly scalars: readonly bigint[];
}

/** A_0, B_0, A_1, B_1, … by the other library. */
function plainCommitments({ alpha, beta, values, scalars }: PlainStatement): readonly string[] {
  return values.flatMap((value, j) => {
    const [c = 0n, r = 0n] = scalars.slice(2 * j, 2 * j + 2);
    const shifted = beta.add(power(g, BigInt(value)).negate());
    return [power(g, r).add(power(alpha, c)), power(key, r).add(power(shifted, c))].map(textOf);
  });
}

function points(core: CurveCore, plain: readonly CurvePoint[]): Points {
  const read = core.readTexts(plain.map(textOf));
  if (!read.ok) throw new Error(`point ${read.error.index} refused`);
  return read.value;
}

const statementOf = (core: CurveCore, plain: PlainStatement, membership: Statement['membership']): Statement => ({
  ciphertext: points(core, [plain.alpha, plain.beta]),
  values: plain.values,
  pairs: scalarBytes(plain.scalars),
  membership,
});

const randomStatement = (values: readonly number[]): PlainStatement => ({
  alpha: power(g, randomScalar()),
  beta: power(g, randomScalar()),
  values,
  scalars: values.flatMap(() => [randomScalar(), randomScalar()]),
});

const hash = (text: string): bigint =>
  BigInt(`0x${Buffer.from(sha256(new TextEncoder().encode(text))).toString('hex')}`) % order;

/** A ciphertext of m with a proof made as the textbook does: simulated branches first, the true one last. */
function honestProof(r: bigint, m: number, values: readonly number[], prefix: string): PlainStatement {
  const [alpha, beta] = [power(g, r), power(key, r).add(power(g, BigInt(m)))];
  const truth = values.indexOf(m);
  const w = randomScalar();
  const scalars = values.flatMap(() => [randomScalar(), randomScalar()]);
  const simulated = plainCommitments({ alpha, beta, values, scalars });
  const commitments = values.flatMap((_, j) =>
    j === truth ? [textOf(power(g, w)), textOf(power(key, w))] : simulated.slice(2 * j, 2 * j + 2),
  );
  const others = values.reduce((sum, _, j) => (j === truth ? sum : sum + (scalars[2 * j] ?? 0n)), 0n);
  const c = modulo(hash(prefix + commitments.join()) - others, order);
  return { alpha, beta, values, scalars: scalars.with(2 * truth, c).with(2 * truth + 1, modulo(w - r * c, order)) };
}

describe.each(cores)('$name', (core) => {
  const ownKey = points(core, [key]);

  it('recomputes the commitments of statements about any values', () => {
    const shapes = [[0, 1], [0], [7], [2, 3, 4, 5], [0, 1], [1, 0, 2147483647], [3], []];
    for (let round = 0; round < 6; round++) {
      // Odd and even numbers of values, so that the last of what is paired has a partner and has none.
      const plain = shapes.slice(0, 3 + round).map(randomStatement);
      const own = core.commitments(
        ownKey,
        plain.map((statement, i) => statementOf(core, statement, i % 2 === 0 ? 'check' : 'known')),
      );
      expect(own).toEqual(plain.map(plainCommitments));
    }
  });

  it('recomputes them for scalars at the edges, and for g, its inverse and the identity', () => {
    const special = [Point.ZERO, g, g.negate(), key];
    const plain = edgeScalars.map((scalar, i) => ({
      alpha: special[i % 4] ?? g,
      beta: special[(i + 1) % 4] ?? g,
      values: [i % 3, 1],
      scalars: [scalar, edgeScalars[(5 * i) % edgeScalars.length] ?? 0n, randomScalar(), scalar],
    }));
    const own = core.commitments(
      ownKey,
      plain.map((statement) => statementOf(core, statement, 'check')),
    );
    expect(own).toEqual(plain.map(plainCommitments));
  });

  it('notices every point of an order that is not prime, where it is asked to check', () => {
    for (let multiple = 1n; multiple < 8n; multiple++) {
      const off = torsion.multiplyUnsafe(multiple);
      const good = randomStatement([0, 1]);
      const bad = [
        { ...good, alpha: good.alpha.add(off) },
        { ...good, beta: good.beta.add(off) },
        { ...good, alpha: off, beta: off.add(good.beta) },
      ];
      const own = core.commitments(
        ownKey,
        [good, ...bad, good].map((statement) => statementOf(core, statement, 'check')),
      );
      const expected = plainCommitments(good);
      expect(own).toEqual([expected, undefined, undefined, undefined, expected]);
    }
  });

  it('answers nothing where nothing is asked', () => {
    const none = points(core, []);
    expect([core.checkProofs(ownKey, []), core.commitments(ownKey, []), core.prove(ownKey, [])]).toEqual([[], [], []]);
    expect([core.writeTexts(none), core.encode(none).length, core.firstNonMember(none)]).toEqual([[], 0, undefined]);
    expect(core.readScalars([])).toEqual({ ok: true, value: new Uint8Array(0) });
  });

  it('takes another key when it comes', () => {
    const other = points(core, [power(g, 12345n)]);
    const statement = randomStatement([0, 1]);
    const own = statementOf(core, statement, 'check');
    const [before] = core.commitments(ownKey, [own]);
    const [between] = core.commitments(other, [own]);
    expect(between?.[0]).toEqual(before?.[0]);
    expect(between?.[1]).not.toEqual(before?.[1]);
    expect(core.commitments(ownKey, [own])).toEqual([before]);
    expect(before).toEqual(plainCommitments(statement));
  });

  it('accepts honest proofs, and refuses them with any part altered alone', () => {
    const prefix = 'prove|ÀÉ|';
    const own = honestProof(randomScalar(), 3, [2, 3, 4], prefix);
    const proof = (plain: PlainStatement, text = prefix): ProofToCheck => ({
      prefix: text,
      statements: [statementOf(core, plain, 'check')],
    });
    const altered = [
      ...own.scalars.map((scalar, i) => proof({ ...own, scalars: own.scalars.with(i, (scalar + 1n) % order) })),
      proof({ ...own, alpha: own.alpha.add(g) }),
      proof({ ...own, beta: own.beta.add(g) }),
      proof({ ...own, values: [2, 3, 5] }),
      proof(own, `${prefix} `),
      proof(own, 'prove|ÀE|'),
    ];
    expect(core.checkProofs(ownKey, [proof(own), ...altered, proof(own)])).toEqual([
      'holds',
      ...altered.map(() => 'wrong_challenge'),
      'holds',
    ]);
    const off = torsion.multiplyUnsafe(4n);
    expect(core.checkProofs(ownKey, [proof({ ...own, alpha: own.alpha.add(off) }), proof(own)])).toEqual([
      'not_member',
      'holds',
    ]);
  });

  it('goes on where a large batch makes the memory grow under it', async () => {
    const fresh = await loadCurveCore(core.name);
    if (!fresh.ok) throw new Error(fresh.error);
    const prefix = 'prove|S|';
    const proof = { prefix, statements: [statementOf(core, honestProof(7n, 1, [0, 1], prefix), 'check')] };
    const many = Array.from({ length: 2000 }, () => proof);
    expect(new Set(fresh.value.checkProofs(ownKey, many))).toEqual(new Set(['holds']));
  });

  it('hashes the commitments of several statements of one proof together', () => {
    // The numbers of the first statement are free; the second is true and makes the sum right.
    const first = randomStatement([1]);
    const [r, w] = [randomScalar(), randomScalar()];
    const commitments = [...plainCommitments(first), textOf(power(g, w)), textOf(power(key, w))];
    const c = modulo(hash(`bproof0|S|${commitments.join()}`) - (first.scalars[0] ?? 0n), order);
    const scalars = [c, modulo(w - r * c, order)];
    const second = { alpha: power(g, r), beta: power(key, r), values: [0], scalars };
    const statements = [first, second].map((each) => statementOf(core, each, 'known'));
    const proof = { prefix: 'bproof0|S|', statements };
    const turned = { ...proof, statements: statements.toReversed() };
    expect(core.checkProofs(ownKey, [proof, turned])).toEqual(['holds', 'wrong_challenge']);
  });
});
