import { describe, expect, it } from 'vitest';
import type { Ciphertext } from '../../primitives/group.ts';
import type { Tally } from '../tally/tally.ts';
import { alteredAt, placeOf } from './altered-text.fixture.ts';
import { type Forgery, forgedShuffle, forgeries } from './forged-shuffle.fixture.ts';
import { makeShuffle } from './make-shuffle.ts';
import { curve, electionWith, field, openedWith, recordingLog, tallyOf, withOrderTwo } from './shuffle.fixture.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { verifyShuffle } from './verify-shuffle.ts';

const everyEquation = ['shuffle.t1', 'shuffle.t2', 'shuffle.t3', 'shuffle.t4', 'shuffle.t_hat'];
const random = seededRandomness('verify-shuffle');
const election = electionWith(curve, 1);
const tally = tallyOf(election, [3], random);
const made = makeShuffle(election, tally, random);

function verified(text: string, { of = election, inputs = tally } = {}) {
  const log = recordingLog();
  const outputs = verifyShuffle(of, inputs, text, 'shuffles[0]', log);
  return { outputs, log, checks: log.checks(), places: log.failures.map(({ place }) => place) };
}

/** Accepted as made, refused as altered: with the checks that fail. */
function checksOf(altered: { readonly text?: string; readonly of?: typeof election; readonly inputs?: Tally }) {
  expect(verified(made.text).log.failures).toEqual([]);
  const { outputs, checks } = verified(altered.text ?? made.text, altered);
  expect(outputs).toBeUndefined();
  return checks;
}

const timesG = (value: unknown): string => {
  const element = curve.parse(String(value));
  return element === undefined ? 'no member' : curve.write(curve.multiply(element, curve.g));
};
const plusOne = (value: unknown): string => String((BigInt(String(value)) + 1n) % curve.q);

const three = [0, 1, 2];
const members: readonly (readonly [string, readonly (string | number)[]])[] = [
  ['t1', ['proofs', 0, 0, 0]],
  ['t2', ['proofs', 0, 0, 1]],
  ['t3', ['proofs', 0, 0, 2]],
  ['t41', ['proofs', 0, 0, 3, 0]],
  ['t42', ['proofs', 0, 0, 3, 1]],
  ...three.map((i) => [`t_hat_${i}`, ['proofs', 0, 0, 4, i]] as const),
  ...three.map((i) => [`c_${i}`, ['proofs', 0, 2, i]] as const),
  ...three.map((i) => [`c_hat_${i}`, ['proofs', 0, 3, i]] as const),
  ...three.map((i) => [`alpha of e'_${i}`, ['ciphertexts', 0, i, 'alpha']] as const),
  ...three.map((i) => [`beta of e'_${i}`, ['ciphertexts', 0, i, 'beta']] as const),
];

/** Each response with the equations that it stands in. */
const responses: readonly (readonly [string, readonly (string | number)[], readonly string[]])[] = [
  ['s1', ['proofs', 0, 1, 0], ['shuffle.t1']],
  ['s2', ['proofs', 0, 1, 1], ['shuffle.t2']],
  ['s3', ['proofs', 0, 1, 2], ['shuffle.t3']],
  ['s4', ['proofs', 0, 1, 3], ['shuffle.t4']],
  ...three.map((i) => [`s_hat_${i}`, ['proofs', 0, 1, 4, i], ['shuffle.t_hat']] as const),
  ...three.map((i) => [`s'_${i}`, ['proofs', 0, 1, 5, i], ['shuffle.t3', 'shuffle.t4', 'shuffle.t_hat']] as const),
];

describe('a shuffle', () => {
  it('is accepted as made, with every check counted', () => {
    const { outputs, log } = verified(made.text);
    expect(log.failures).toEqual([]);
    expect(log.counts).toEqual({
      'shuffle.form': 1,
      'shuffle.numbers': 10,
      'shuffle.members': 20,
      'shuffle.t1': 1,
      'shuffle.t2': 1,
      'shuffle.t3': 1,
      'shuffle.t4': 1,
      'shuffle.t_hat': 3,
    });
    expect(openedWith(curve, outputs?.[1] ?? [])).toEqual(openedWith(curve, made.tally[1] ?? []));
    expect(outputs?.[0]).toBe(tally[0]);
  });

  it.each(members)('is refused with another member for %s alone', (_, path) => {
    // Every hash covers it, so no equation keeps its challenge.
    expect(checksOf({ text: alteredAt(made.text, path, timesG) })).toEqual(everyEquation);
  });

  it.each(members)('is refused where %s has a part of order two, at its place', (_, path) => {
    const { checks, places } = verified(alteredAt(made.text, path, (value) => withOrderTwo(String(value))));
    expect(checks).toEqual(['shuffle.members']);
    expect(places).toEqual([`shuffles[0]${placeOf(path)}`]);
  });

  it.each(responses)('is refused with another %s alone, by the equations it stands in', (_, path, expected) => {
    expect(checksOf({ text: alteredAt(made.text, path, plusOne) })).toEqual(expected);
  });

  it.each(responses)('is refused where %s is not reduced, at its place', (_, path) => {
    const { checks, places } = verified(alteredAt(made.text, path, (value) => String(BigInt(String(value)) + curve.q)));
    expect(checks).toEqual(['shuffle.numbers']);
    expect(places).toEqual([`shuffles[0]${placeOf(path)}`]);
  });

  it.each(three)('names link %d of the chain where it breaks', (i) => {
    const { places } = verified(alteredAt(made.text, ['proofs', 0, 1, 4, i], plusOne));
    expect(places).toEqual([`shuffles[0].proofs[0][0][4][${i}]`]);
  });

  it.each(three.flatMap((i) => [[i, 'alpha'] as const, [i, 'beta'] as const]))(
    'is refused for other inputs: e_%d with another %s',
    (at, half) => {
      const inputs = tally.map((list, question) =>
        list.map((e, i): Ciphertext =>
          question === 1 && i === at ? { ...e, [half]: curve.multiply(e[half], curve.g) } : e,
        ),
      );
      expect(checksOf({ inputs })).toEqual(everyEquation);
    },
  );

  it('is refused for the same inputs in another order', () => {
    expect(checksOf({ inputs: [tally[0] ?? [], tally[1]?.toReversed() ?? []] })).toEqual(everyEquation);
  });

  it('is refused in an election with another fingerprint', () => {
    const fingerprint = `${election.fingerprint.slice(0, -1)}A`;
    expect(checksOf({ of: { ...election, fingerprint } })).toEqual(everyEquation);
  });

  it('is refused in an election with another key', () => {
    expect(checksOf({ of: { ...election, key: curve.multiply(election.key, curve.g) } })).toEqual(everyEquation);
  });

  it('is refused when two of its outputs change places', () => {
    const text = alteredAt(made.text, ['ciphertexts', 0], (list) => (Array.isArray(list) ? list.toReversed() : list));
    expect(checksOf({ text })).toEqual(everyEquation);
  });
});

describe('a shuffle of two questions', () => {
  const two = electionWith(curve, 2);
  const inputs = tallyOf(two, [2, 2], random);
  const [first = [], second = []] = inputs.slice(1);
  const shuffle = makeShuffle(two, inputs, random);

  it('is accepted, and refused when its questions change places', () => {
    expect(verified(shuffle.text, { of: two, inputs }).checks).toEqual([]);
    const swapped = ['ciphertexts', 'proofs'].reduce(
      (text, list) => alteredAt(text, [list], (value) => (Array.isArray(value) ? value.toReversed() : value)),
      shuffle.text,
    );
    expect(verified(swapped, { of: two, inputs }).checks).toEqual(everyEquation);
    const otherOrder = [inputs[0] ?? [], second, first];
    expect(verified(swapped, { of: two, inputs: otherOrder }).checks).toEqual([]);
    expect(verified(shuffle.text, { of: two, inputs: otherOrder }).checks).toEqual(everyEquation);
  });

  it('names the question whose equation fails', () => {
    const text = alteredAt(shuffle.text, ['proofs', 1, 1, 0], plusOne);
    expect(verified(text, { of: two, inputs }).log.failures).toEqual([
      { check: 'shuffle.t1', place: 'shuffles[0].proofs[1]' },
    ]);
  });

  it.each([
    ['s1 of both questions', [0, 1, 0], [1, 1, 0], -1n],
    ['s1 and s2', [0, 1, 0], [0, 1, 1], -1n],
    ['s2 and s3', [0, 1, 1], [0, 1, 2], -1n],
    ['s3 and s4', [0, 1, 2], [0, 1, 3], 1n],
    ['s1 and the first link', [0, 1, 0], [0, 1, 4, 0], -1n],
    ['two links', [0, 1, 4, 0], [0, 1, 4, 1], -1n],
    ['the last link and the first of the next question', [0, 1, 4, 1], [1, 1, 4, 0], -1n],
  ] as const)('is refused where errors would cancel out without weights: %s', (_, first, second, by) => {
    const plus = (value: unknown): string => String((BigInt(String(value)) + curve.q + by) % curve.q);
    const once = alteredAt(shuffle.text, ['proofs', ...first], plusOne);
    const { outputs, log } = verified(alteredAt(once, ['proofs', ...second], plus), { of: two, inputs });
    expect(outputs).toBeUndefined();
    expect(log.failures).toHaveLength(2);
  });
});

describe('a forged shuffle that follows the protocol in all but one thing', () => {
  const inputs = tallyOf(election, [2], random);
  const checked = (forgery: Forgery) => verified(forgedShuffle(election, inputs[1] ?? [], forgery, random), { inputs });

  it('is accepted where nothing is forged', () => {
    const { outputs, checks } = checked(forgeries.swap);
    expect(checks).toEqual([]);
    expect(openedWith(curve, outputs?.[1] ?? [])).toEqual(openedWith(curve, inputs[1]?.toReversed() ?? []));
  });

  it.each(['t41', 't42'] as const)('is refused by the half %s of the fourth equation', (name) => {
    expect(checked(forgeries[name]).checks).toEqual(['shuffle.t4']);
  });

  it.each(['t1', 't2', 't3', 't4', 't_hat'] as const)('is refused by the equation %s alone', (name) => {
    expect(checked(forgeries[name]).checks).toEqual([`shuffle.${name}`]);
  });
});

describe('the form of a shuffle', () => {
  const shorter = (value: unknown): unknown => (Array.isArray(value) ? value.slice(1) : value);
  const longer = (value: unknown): unknown => (Array.isArray(value) ? [...value, value[0]] : value);
  const lists: readonly (readonly (string | number)[])[] = [
    ['ciphertexts'],
    ['ciphertexts', 0],
    ['proofs'],
    ['proofs', 0, 0, 4],
    ['proofs', 0, 1, 4],
    ['proofs', 0, 1, 5],
    ['proofs', 0, 2],
    ['proofs', 0, 3],
  ];

  it.each(lists.flatMap((path) => [[placeOf(path), path, shorter] as const, [placeOf(path), path, longer] as const]))(
    'has the length of its inputs: %s',
    (place, path, change) => {
      const { checks, places } = verified(alteredAt(made.text, path, change));
      expect(checks).toEqual(['shuffle.form']);
      expect(places).toEqual([`shuffles[0]${place}`]);
    },
  );

  it('is that of the format: no other field, order or spacing', () => {
    expect(verified(`${made.text} `).checks).toEqual(['shuffle.form']);
    expect(verified(made.text.replace('{', '{"more":1,')).checks).toEqual(['shuffle.form']);
    expect(
      verified(made.text.replace(/\{"ciphertexts":(.*),"proofs":(.*)\}$/u, '{"proofs":$2,"ciphertexts":$1}')).checks,
    ).toEqual(['shuffle.form']);
    expect(verified('[]').checks).toEqual(['shuffle.form']);
    expect(verified('no JSON').places).toEqual(['shuffles[0]']);
  });
});

describe('in a finite field', () => {
  const of = electionWith(field, 1);
  const inputs = tallyOf(of, [2], random);
  const { text } = makeShuffle(of, inputs, random);

  it('a shuffle is accepted as made', () => {
    expect(verified(text, { of, inputs }).checks).toEqual([]);
  });

  it('a shuffle is refused with a negated element, which is no square', () => {
    const p = 2n * field.q + 1n;
    const negated = alteredAt(text, ['proofs', 0, 2, 0], (value) => String(p - BigInt(String(value))));
    expect(verified(negated, { of, inputs }).checks).toEqual(['shuffle.members']);
  });
});
