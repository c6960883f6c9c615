import { describe, expect, it } from 'vitest';
import {
  Point,
  type CurvePoint,
  cores,
  edgeScalars,
  numbers,
  order,
  power,
  prime,
  textOf,
  torsion,
  bytesOf,
} from './backends.fixture.ts';
import { joinPoints, scalarBytes, slicePoints } from './points.ts';

const random = numbers(0x9e3779b97f4a7c15n);
const randomScalar = (): bigint => random(320) % order;
const count = 48;
const scalars = [...edgeScalars, ...Array.from({ length: count - edgeScalars.length }, randomScalar)];
const members: readonly CurvePoint[] = [
  Point.ZERO,
  Point.BASE,
  Point.BASE.negate(),
  ...Array.from({ length: count - 3 }, () => power(Point.BASE, randomScalar())),
];

/** What the other library says of 32 bytes: the point, whatever its order, or undefined. */
function readByNoble(bytes: Uint8Array): CurvePoint | undefined {
  try {
    return Point.fromBytes(bytes, false);
  } catch {
    return undefined;
  }
}

/** The smallest y that no point of the curve has. */
const offCurve =
  Array.from({ length: 20 }, (_, y) => BigInt(y)).find((y) => readByNoble(bytesOf(y)) === undefined) ?? 0n;

describe.each(cores)('$name', (core) => {
  const read = core.readTexts(members.map(textOf));
  if (!read.ok) throw new Error(`member ${read.error.index} refused`);
  const points = read.value;
  const texts = (expected: readonly CurvePoint[]): readonly string[] => expected.map(textOf);

  it('writes the texts that it reads, and the encodings', () => {
    expect(core.writeTexts(points)).toEqual(members.map(textOf));
    expect(Buffer.from(core.encode(points)).toString('hex')).toBe(
      members.map((point) => Buffer.from(point.toBytes()).toString('hex')).join(''),
    );
  });

  it('accepts and refuses 4,000 encodings as the other library does', () => {
    let accepted = 0;
    for (let i = 0; i < 4_000; i++) {
      const bytes = bytesOf(random(256));
      const [own, other] = [core.decode(bytes), readByNoble(bytes)];
      expect(own.ok).toBe(other !== undefined);
      if (own.ok) accepted++;
      if (own.ok && i % 20 === 0) expect(core.encode(own.value)).toEqual(bytes);
    }
    expect(accepted).toBeGreaterThan(1_800);
  });

  it('refuses a text whose signs take more bytes than digits do, whatever stands where texts are read', () => {
    const sound = textOf(Point.BASE);
    expect(core.readTexts([sound]).ok).toBe(true);
    for (const sign of ['\udc00', 'é', '٦', '６', '\u0000', '\u0080']) {
      expect(core.readTexts([sound.slice(0, 63) + sign])).toEqual({ ok: false, error: { index: 0 } });
      expect(core.readTexts([sound, sign + sound.slice(1)])).toEqual({ ok: false, error: { index: 1 } });
    }
  });

  it.each([
    ['y = p, which is 0', prime],
    ['y = p + 1, the identity', prime + 1n],
    ['y = p + 3', prime + 3n],
    ['y = 2^255 − 1', 2n ** 255n - 1n],
    ['y = p with a sign', prime + 2n ** 255n],
    ['the identity with a sign', 1n + 2n ** 255n],
    ['(0, −1) with a sign', prime - 1n + 2n ** 255n],
  ])('refuses what is not canonical: %s', (_, number) => {
    expect(core.decode(bytesOf(number))).toEqual({ ok: false, error: { index: 0 } });
  });

  it('names the first text that is refused, at any place of a batch', () => {
    // With letters, so that capitals differ.
    const good = textOf(Point.BASE.double());
    const off = offCurve.toString(16).padStart(64, '0');
    for (const bad of [off, good.toUpperCase(), good.slice(1), `${good}0`, `é${good.slice(2)}`, 'g'.repeat(64), '']) {
      for (const index of [0, 1, 2, 3, 4]) {
        const batch = [good, good, good, good, good].with(index, bad);
        expect(core.readTexts(batch), `${bad} at ${index}`).toEqual({ ok: false, error: { index } });
      }
    }
  });

  it('multiplies, inverts and compares', () => {
    const shifted = members.map((_, i) => members[(i + 1) % count] ?? Point.ZERO);
    const other = joinPoints([slicePoints(points, 1, count), slicePoints(points, 0, 1)]);
    const products = core.multiply(points, other);
    expect(core.writeTexts(products)).toEqual(texts(members.map((point, i) => point.add(shifted[i] ?? Point.ZERO))));
    expect(core.writeTexts(core.multiply(products, products))).toEqual(
      texts(members.map((point, i) => point.add(shifted[i] ?? Point.ZERO).double())),
    );
    expect(core.writeTexts(core.inverse(points))).toEqual(texts(members.map((point) => point.negate())));
    for (const many of [0, 1, 2, count]) {
      const factors = members.slice(0, many).reduce((total, point) => total.add(point), Point.ZERO);
      expect(core.writeTexts(core.product(slicePoints(points, 0, many)))).toEqual([textOf(factors)]);
    }
    const product = slicePoints(products, 5, 6);
    const again = core.decode(core.encode(product));
    expect(again.ok && core.equal(product, again.value)).toBe(true);
    expect(core.equal(product, slicePoints(products, 6, 7))).toBe(false);
    expect(core.equal(product, core.inverse(product))).toBe(false);
  });

  it('raises points and g to public powers', () => {
    const expected = texts(members.map((point, i) => power(point, scalars[i] ?? 0n)));
    expect(core.writeTexts(core.powers(points, scalarBytes(scalars)))).toEqual(expected);
    expect(core.writeTexts(core.basePowers(scalarBytes(scalars)))).toEqual(
      texts(scalars.map((scalar) => power(Point.BASE, scalar))),
    );
  });

  it('multiplies a few powers, and many', () => {
    const terms = members.map((point, i) => power(point, scalars[i] ?? 0n));
    const sum = (from: number, to: number): CurvePoint =>
      terms.slice(from, to).reduce((total, term) => total.add(term), Point.ZERO);
    const pairs = Array.from({ length: count / 2 }, (_, i) => sum(2 * i, 2 * i + 2));
    expect(core.writeTexts(core.products(points, scalarBytes(scalars), 2))).toEqual(texts(pairs));
    const triples = Array.from({ length: count / 3 }, (_, i) => sum(3 * i, 3 * i + 3));
    expect(core.writeTexts(core.products(points, scalarBytes(scalars), 3))).toEqual(texts(triples));
    for (const many of [0, 1, 2, 7, count]) {
      const own = core.multiProduct(slicePoints(points, 0, many), scalarBytes(scalars.slice(0, many)), 253);
      expect(core.writeTexts(own), `${many} terms`).toEqual([textOf(sum(0, many))]);
    }
    // Enough for wide windows: the other library would take long, so the terms are summed one by one.
    const exponents = scalarBytes(Array.from({ length: 700 }, randomScalar));
    const factors = core.basePowers(scalarBytes(Array.from({ length: 700 }, randomScalar)));
    const single = core.product(core.powers(factors, exponents));
    expect(core.equal(core.multiProduct(factors, exponents, 253), single)).toBe(true);
    const short = scalars.map((scalar) => scalar % 2n ** 128n);
    const expected = members.reduce((total, point, i) => total.add(power(point, short[i] ?? 0n)), Point.ZERO);
    expect(core.writeTexts(core.multiProduct(points, scalarBytes(short), 128))).toEqual([textOf(expected)]);
  });

  it('finds the first point whose order is not prime, at any place of a batch', () => {
    expect(core.firstNonMember(points)).toBeUndefined();
    for (let multiple = 1n; multiple < 8n; multiple++) {
      for (const index of [0, 1, 2, 3, 4]) {
        const bad = power(Point.BASE, randomScalar()).add(torsion.multiplyUnsafe(multiple));
        const batch = core.readTexts(members.slice(0, 5).with(index, bad).map(textOf));
        expect(batch.ok && core.firstNonMember(batch.value), `${multiple} at ${index}`).toBe(index);
      }
    }
    const pure = core.readTexts([textOf(torsion.multiplyUnsafe(4n))]);
    expect(pure.ok && core.firstNonMember(pure.value)).toBe(0);
  });

  it('reads decimal scalars strictly', () => {
    const fine = [0n, 1n, 9n, 10n, 999_999_999n, 1_000_000_000n, order - 1n, ...scalars].map(String);
    const numbersRead = core.readScalars(fine);
    expect(numbersRead.ok && numbersRead.value).toEqual(scalarBytes(fine.map(BigInt)));
    const wrong = [
      '',
      '00',
      '01',
      '-1',
      '+1',
      ' 1',
      '1 ',
      '1\n2',
      '0x1',
      '1e3',
      '１',
      'é',
      String(order),
      String(order + 1n),
    ];
    for (const bad of [...wrong, String(2n ** 256n), '9'.repeat(76), '9'.repeat(77), `1${'0'.repeat(1000)}`]) {
      for (const index of [0, 1, 2]) {
        expect(core.readScalars(['5', '6', '7'].with(index, bad)), `${bad} at ${index}`).toEqual({
          ok: false,
          error: { index },
        });
      }
    }
  });
});
