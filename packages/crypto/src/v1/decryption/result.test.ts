import { describe, expect, it } from 'vitest';
import { createCheckRecord } from '../../verify/check-record.ts';
import { testSuite } from '../../verify/machine.fixture.ts';
import { smallElection } from '../ballot/small-election.fixture.ts';
import type { Question } from '../wire/election-wire.ts';
import { logarithms } from './discrete-logarithm.ts';
import { makeResult } from './make-result.ts';
import { checkResult } from './verify-result.ts';

const group = testSuite.group('Ed25519');
const powers = (...exponents: readonly bigint[]) => exponents.map((exponent) => group.power(group.g, exponent));

const questions: readonly Question[] = [
  { answers: ['Farolas', 'Bancos'], min: 0, max: 2, question: '¿Qué?' },
  { type: 'NonHomomorphic', value: { answers: ['Pozo', 'Techo'], question: '¿Cuánto?' } },
];
const ballots = [
  [3, 4],
  [0, 255],
].map((ints) => group.encodeInts(ints));

function failuresOf(plain: Parameters<typeof checkResult>[1], text: string): readonly string[] {
  return smallElection('Ed25519', questions, (election) => {
    const record = createCheckRecord();
    const unencoded = checkResult(election, plain, text, record);
    const failed = record.totals().failures.map(({ check, place }) => `${check} at ${place}`);
    return [...failed, ...unencoded.map((place) => `no encoding at ${place}`)];
  });
}

const made = (plain: Parameters<typeof checkResult>[1], most: bigint) =>
  smallElection('Ed25519', questions, (election) => makeResult(election, plain, most));

describe('a result', () => {
  it('is what the plaintexts say, and is then accepted', () => {
    const plain = [powers(0n, 12n), ballots];
    const result = made(plain, 20n);
    expect(result).toEqual({ ok: true, value: '{"result":[[0,12],[[3,4],[0,255]]]}' });
    expect(result.ok && failuresOf(plain, result.value)).toEqual([]);
  });

  it('writes a large total as a text, and is then accepted', () => {
    const plain = [powers(1_073_741_823n, 1_073_741_824n), []];
    const result = made(plain, 2_000_000_000n);
    expect(result).toEqual({ ok: true, value: '{"result":[[1073741823,"1073741824"],[]]}' });
    expect(result.ok && failuresOf(plain, result.value)).toEqual([]);
  });

  it('cannot be written when a total is beyond all weights', () => {
    expect(made([powers(3n, 21n), []], 20n)).toEqual({ ok: false, error: { type: 'no_total', question: 0, index: 1 } });
    expect(made([powers(3n, 20n), []], 20n).ok).toBe(true);
  });

  it('is written as other programs read it where a plaintext is no canonical encoding, and then that is said', () => {
    const garbage = group.power(group.g, 99n);
    const plain = [powers(0n, 0n), [garbage]];
    const result = made(plain, 5n);
    expect(result.ok && failuresOf(plain, result.value)).toEqual(['no encoding at result[1][0]']);
  });

  it('is held to what other programs read there, too', () => {
    const plain = [powers(0n, 0n), [group.power(group.g, 99n)]];
    expect(failuresOf(plain, '{"result":[[0,0],[[37,84]]]}')).toEqual([
      'result.ballots at result[1][0]',
      'no encoding at result[1][0]',
    ]);
  });

  it.each([
    ['a total', '{"result":[[1,12],[[3,4],[0,255]]]}', ['result.totals at result[0][0]']],
    [
      'a total by the order of the group',
      `{"result":[[0,"${group.q + 12n}"],[[3,4],[0,255]]]}`,
      ['result.totals at result[0][1]'],
    ],
    [
      'a total as large as the order of the group',
      `{"result":[["${group.q}",12],[[3,4],[0,255]]]}`,
      ['result.totals at result[0][0]'],
    ],
    ['a number of a ballot', '{"result":[[0,12],[[3,5],[0,255]]]}', ['result.ballots at result[1][0]']],
    ['the number of numbers', '{"result":[[0,12],[[3,4,0],[0,255]]]}', ['result.ballots at result[1][0]']],
    [
      'the order of ballots',
      '{"result":[[0,12],[[0,255],[3,4]]]}',
      ['result.ballots at result[1][0]', 'result.ballots at result[1][1]'],
    ],
    ['the number of ballots', '{"result":[[0,12],[[3,4]]]}', ['result.form at result']],
    ['the number of totals', '{"result":[[0],[[3,4],[0,255]]]}', ['result.form at result']],
    ['the number of questions', '{"result":[[0,12]]}', ['result.form at result']],
    ['the kind of a question', '{"result":[[0,12],[3,4]]}', ['result.form at result']],
    ['the order of questions', '{"result":[[[3,4],[0,255]],[0,12]]}', ['result.form at result']],
    ['its spacing', '{"result":[[0, 12],[[3,4],[0,255]]]}', ['result.form at result']],
    ['a total into a text', '{"result":[["0",12],[[3,4],[0,255]]]}', ['result.form at result.result[0][0]']],
    [
      'a total into a number below zero',
      '{"result":[[-1,12],[[3,4],[0,255]]]}',
      ['result.form at result.result[0][0]'],
    ],
  ])('is refused when one changes %s', (_, text, expected) => {
    expect(failuresOf([powers(0n, 12n), ballots], text)).toEqual(expected);
  });
});

describe('the logarithms of totals', () => {
  it.each([0n, 1n, 2n, 99n, 100n, 101n, 5_000n])(
    'are found up to %i, at both ends and between, and not beyond',
    (bound) => {
      const find = logarithms(group, bound);
      for (const total of [0n, 1n, bound / 2n, bound - 1n, bound].filter((value) => value >= 0n && value <= bound)) {
        expect(find(group.power(group.g, total))).toBe(total);
      }
      expect(find(group.power(group.g, bound + 1n))).toBeUndefined();
      expect(find(group.inverse(group.g))).toBeUndefined();
    },
  );
});
