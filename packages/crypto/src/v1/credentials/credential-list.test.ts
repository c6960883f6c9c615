import { describe, expect, it } from 'vitest';
import type { Group } from '../../primitives/group.ts';
import {
  groupOf,
  hasReference,
  listIn,
  referenceElections,
  testLog,
  variantsOf,
  whyNot,
} from '../trustees/reference-elections.fixture.ts';
import { readCredentialList, writeCredentialList } from './credential-list.ts';

const curve = groupOf('Ed25519');
const texts = [2n, 3n, 5n, 7n].map((secret) => curve.write(curve.power(curve.g, secret)));
const [a = '', b = '', c = '', d = ''] = texts;

/** Reads a list in Ed25519 and gives it with what failed. */
function read(text: string, { mixed = false, group = curve }: { mixed?: boolean; group?: Group } = {}) {
  const log = testLog();
  return { list: readCredentialList(group, Buffer.from(text), { mixed }, log), log };
}

const listOf = (...entries: readonly string[]): string => JSON.stringify(entries);

describe('reading the list of credentials', () => {
  it('finds every credential with its weight', () => {
    const { list, log } = read(listOf(a, `${b},3`, `${c},2000000000`, d));
    expect(log.failures()).toEqual([]);
    expect(list?.size).toBe(4);
    expect(texts.map((text) => list?.indexOf(text))).toEqual([0, 1, 2, 3]);
    expect([0, 1, 2, 3].map((i) => list?.weightAt(i))).toEqual([1n, 3n, 2_000_000_000n, 1n]);
    expect(list?.indexOf(a.toUpperCase())).toBeUndefined();
    expect(log.counts()).toEqual({
      'credentials.form': 1,
      'credentials.members': 4,
      'credentials.weights': 4,
      'credentials.distinct': 4,
    });
  });

  it('reads an empty list', () => {
    const { list, log } = read('[]');
    expect(log.failures()).toEqual([]);
    expect(list?.size).toBe(0);
  });

  it.each([
    ['nothing at all', '', 0],
    ['no list', '{}', 0],
    ['a list without end', `["${a}"`, 0],
    ['a list that begins twice', `[["${a}"]`, 0],
    ['a space', `["${a}", "${b}"]`, 1],
    ['a line break behind', `["${a}"]\n`, 0],
    ['a comma too many', `["${a}",]`, 0],
    ['a comma at the start', `[,"${a}"]`, 0],
    ['two commas', `["${a}",,"${b}"]`, 1],
    ['no comma', `["${a}""${b}"]`, 0],
    ['a number', `["${a}",1]`, 1],
    ['a text without end', `["${a}","${b}]`, 1],
    ['a second list', `["${a}"]["${b}"]`, 0],
    ['a lone quote', '["]', 0],
  ])('refuses %s in the place of a compact list', (_, text, position) => {
    const { list, log } = read(text);
    expect(log.failures()).toEqual([`credentials.form at credentials[${position}]`]);
    expect(list).toBeUndefined();
  });

  it.each([
    ['an escape', `${a.slice(0, 63)}\\u0031`],
    ['upper-case digits', b.toUpperCase()],
    ['an empty text', ''],
    ['a weight without a credential', ',1'],
    ['a weight with a leading zero', `${b},01`],
    ['a negative weight', `${b},-1`],
    ['a fraction', `${b},1.5`],
    ['a comma without a weight', `${b},`],
    ['a login behind the weight', `${b},1,maria`],
    ['a weight of 21 digits', `${b},${'1'.repeat(21)}`],
  ])('refuses %s as an entry and reads the others', (_, entry) => {
    const { list, log } = read(`["${a}","${entry}","${c}"]`);
    expect(log.failures()).toEqual(['credentials.form at credentials[1]']);
    expect([list?.size, list?.indexOf(a), list?.indexOf(c)]).toEqual([2, 0, 1]);
  });

  it.each([
    ['a number that is no point', '2'.padStart(64, '0')],
    ['a point of small order', `7${'f'.repeat(61)}ec`],
    ['the identity', '1'.padStart(64, '0')],
    ['a decimal number', '4'],
  ])('refuses %s as a credential', (_, text) => {
    const { list, log } = read(listOf(a, text, c));
    expect(log.failures()).toEqual(['credentials.members at credentials[1]']);
    expect(list?.indexOf(text)).toBeUndefined();
    expect(list?.size).toBe(2);
  });

  it('refuses what lies outside the subgroup of a finite field, and the identity, in one form each', () => {
    const group = groupOf('BELENIOS-2048');
    const good = group.write(group.power(group.g, 3n));
    for (const bad of ['1', '0', '2', `0${good}`]) {
      expect(read(listOf(good, bad), { group }).log.failures()).toEqual(['credentials.members at credentials[1]']);
    }
    expect(read(listOf(good), { group }).log.failures()).toEqual([]);
  });

  it('refuses a credential that stands twice, also under another weight, wherever it stands', () => {
    const { list, log } = read(listOf(a, b, c, a, `${b},2`));
    expect(log.failures()).toEqual([
      'credentials.distinct at credentials[3]',
      'credentials.distinct at credentials[4]',
    ]);
    expect(list?.size).toBe(3);
    expect(list?.weightAt(1)).toBe(1n);
  });

  it.each(['0', '18446744073709551616', '99999999999999999999'])('refuses the weight %s', (weight) => {
    const { list, log } = read(listOf(a, `${b},${weight}`));
    expect(log.failures()).toEqual(['credentials.weights at credentials[1]']);
    expect(list?.size).toBe(1);
  });

  it('takes the greatest weight', () => {
    const { list, log } = read(listOf(a, `${b},18446744073709551615`));
    expect(log.failures()).toEqual([]);
    expect(list?.weightAt(1)).toBe(2n ** 64n - 1n);
  });

  it('refuses weights other than 1 where a question is mixed', () => {
    const text = listOf(a, `${b},2`, `${c},1`);
    expect(read(text).log.failures()).toEqual([]);
    expect(read(text, { mixed: true }).log.failures()).toEqual(['credentials.weights at credentials[1]']);
  });
});

describe('writing the list of credentials', () => {
  it('sorts by the order of the group, so that the order of the roll does not show', () => {
    const credentials = [11n, 2n, 7n, 5n, 3n].map((secret) => ({
      credential: curve.power(curve.g, secret),
      weight: secret === 7n ? 7n : 1n,
    }));
    const written = writeCredentialList(curve, credentials);
    expect(writeCredentialList(curve, credentials.toReversed())).toBe(written);
    // The last two digits are the first byte of the little-endian encoding.
    const firstBytes = listIn({ list: JSON.parse(written) }, 'list').map((entry) => String(entry).slice(62, 64));
    expect(firstBytes).toEqual(firstBytes.toSorted());
    const { list, log } = read(written);
    expect(log.failures()).toEqual([]);
    const seven = list?.indexOf(curve.write(curve.power(curve.g, 7n)));
    expect(list?.weightAt(seven ?? -1)).toBe(7n);
    expect(writeCredentialList(curve, [])).toBe('[]');
  });
});

describe.skipIf(!hasReference)(`credentials of the reference archives${whyNot}`, () => {
  it.each(referenceElections)('accepts those of $name and writes the very same bytes', (reference) => {
    const log = testLog();
    const list = readCredentialList(reference.group, reference.credentials, { mixed: false }, log);
    expect(log.failures()).toEqual([]);
    const entries = listIn({ list: JSON.parse(Buffer.from(reference.credentials).toString()) }, 'list');
    expect(list?.size).toBe(entries.length);
    const credentials = entries.flatMap((entry) => {
      const [text = '', weight = '1'] = String(entry).split(',');
      expect(list?.weightAt(list.indexOf(text) ?? -1)).toBe(BigInt(weight));
      const credential = reference.group.parse(text);
      return credential === undefined ? [] : [{ credential, weight: BigInt(weight) }];
    });
    expect(writeCredentialList(reference.group, credentials.toReversed())).toBe(
      Buffer.from(reference.credentials).toString(),
    );
  });

  it.each([
    ['duplicate-public-credential', 'credentials.distinct'],
    ['public-credential-not-in-group', 'credentials.members'],
  ])('refuses %s by %s alone', (mutation, check) => {
    const variants = variantsOf(mutation);
    expect(variants.length).toBeGreaterThan(2);
    for (const { group, credentials } of variants) {
      const log = testLog();
      readCredentialList(group, credentials, { mixed: false }, log);
      expect(log.failures()).toEqual([expect.stringContaining(`${check} at credentials[`)]);
    }
  });
});
