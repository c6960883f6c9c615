import { describe, expect, it } from 'vitest';
import {
  groupOf,
  hasReference,
  listIn,
  referenceElections,
  testLog,
  textIn,
  variantsOf,
  whyNot,
} from './reference-elections.fixture.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { newSecretKey, publishKey } from './trustee-key.ts';
import { verifyTrustees } from './verify-trustees.ts';

describe.skipIf(!hasReference)(`trustees of the reference archives${whyNot}`, () => {
  it.each(referenceElections)(
    'accepts those of $name, whose keys make the election key',
    ({ group, trustees, election }) => {
      const log = testLog();
      const verified = verifyTrustees(group, trustees, log);
      expect(log.messages()).toEqual([]);
      expect(verified && group.write(verified.electionKey)).toBe(textIn(JSON.parse(election), 'public_key'));
      expect(verified?.trustees.map(({ owner }) => owner)).toEqual(verified?.trustees.map((_, i) => i + 1));
    },
  );

  it.each(referenceElections)('makes the key of every single trustee of $name from its secret', (reference) => {
    const { group, trustees, secrets } = reference;
    const verified = verifyTrustees(group, trustees, testLog());
    const keys = listIn(secrets, 'single_trustees');
    expect(keys.length).toBeGreaterThan(0);
    for (const [i, entry] of keys.entries()) {
      const published = publishKey(group, BigInt(textIn(entry, 'private_key')), seededRandomness('pok'));
      const key = verified?.trustees[i]?.key;
      expect(published.public_key).toBe(key && group.write(key));
      expect(trustees).toContain(published.public_key);
    }
  });

  it.each([
    ['flip-trustee-pok', 4, ['trustees.knowledge at trustees[0]']],
    ['flip-pedersen-cert', 1, ['trustees.certificates at trustees[1].certs[0]']],
    ['flip-pedersen-coefexps', 1, ['trustees.coefficients at trustees[1].coefexps[1]']],
    ['pedersen-threshold-minus-1', 1, [0, 1, 2].map((i) => `trustees.coefficients at trustees[1].coefexps[${i}]`)],
    ['swapped-pedersen-vk', 1, [0, 1].map((i) => `trustees.shares at trustees[1].verification_keys[${i}]`)],
  ])('refuses %s exactly where it was altered', (mutation, atLeast, expected) => {
    const variants = variantsOf(mutation);
    expect(variants.length).toBeGreaterThanOrEqual(atLeast);
    for (const { group, trustees } of variants) {
      const log = testLog();
      expect(verifyTrustees(group, trustees, log)).toBeUndefined();
      expect(log.failures()).toEqual(expected);
    }
  });

  it('makes each check of a threshold ceremony as often as there are members, and says which additions are lacking', () => {
    const reference = referenceElections.find(({ name }) => name.startsWith('s3'));
    const log = testLog();
    const verified = reference && verifyTrustees(reference.group, reference.trustees, log);
    expect(log.counts()).toEqual({
      'trustees.form': 1,
      'trustees.keys': 4,
      'trustees.knowledge': 4,
      'trustees.certificates': 3,
      'trustees.coefficients': 3,
      'trustees.shares': 3,
    });
    expect(verified?.entries).toMatchObject([
      { kind: 'single', trustee: { owner: 1 } },
      {
        kind: 'threshold',
        threshold: 2,
        members: [{ owner: 2 }, { owner: 3 }, { owner: 4 }],
        lacking: ['context', 'confirmation', 'ownership'],
      },
    ]);
  });
});

const curve = groupOf('Ed25519');
const secret = newSecretKey(curve, seededRandomness('one trustee'));
const single = publishKey(curve, secret, seededRandomness('pok'));
const listOf = (...keys: readonly object[]): string => JSON.stringify(keys.map((key) => ['Single', key]));

function failuresOf(text: string): readonly string[] {
  const log = testLog();
  const verified = verifyTrustees(curve, text, log);
  expect(verified === undefined).toBe(log.failures().length > 0);
  return log.failures();
}

describe('single trustees', () => {
  it('are accepted with their names, in any layout of the text', () => {
    const log = testLog();
    const verified = verifyTrustees(
      curve,
      JSON.stringify([['Single', { name: 'Доломит', ...single }]], undefined, 2),
      log,
    );
    expect(log.failures()).toEqual([]);
    expect(verified?.trustees.map(({ name }) => name)).toEqual(['Доломит']);
    expect(failuresOf(listOf(single))).toEqual([]);
  });

  it.each([
    ['no list', '{}', 'trustees'],
    ['no JSON', '[', 'trustees'],
    ['nobody', '[]', 'trustees'],
    ['another kind', JSON.stringify([['Double', single]]), 'trustees[0]'],
    ['no kind', JSON.stringify([single]), 'trustees[0]'],
    ['a kind without a key', '[["Single"]]', 'trustees[0]'],
    ['an unknown field', listOf({ ...single, note: '' }), 'trustees[0][1]'],
    ['a signature, which only threshold members give', listOf({ ...single, signature: single.pok }), 'trustees[0][1]'],
    [
      'a number with a leading zero',
      listOf({ ...single, pok: { ...single.pok, response: `0${single.pok.response}` } }),
      'trustees[0][1].pok.response',
    ],
    [
      'a number that is no text',
      listOf({ ...single, pok: { ...single.pok, challenge: 1 } }),
      'trustees[0][1].pok.challenge',
    ],
    ['a missing proof', listOf({ public_key: single.public_key }), 'trustees[0][1]'],
  ])('are refused by their form with %s', (_, text, place) => {
    expect(failuresOf(text)).toEqual([`trustees.form at ${place}`]);
  });

  it('are refused by their key where it is the identity, no member or not canonical', () => {
    const identity = curve.write(curve.one);
    for (const key of [identity, `7${'f'.repeat(61)}ec`, '2'.padStart(64, '0'), '4']) {
      expect(failuresOf(listOf(single, { ...single, public_key: key }))).toEqual(['trustees.keys at trustees[1]']);
    }
  });

  it('are refused where two have one key', () => {
    const again = publishKey(curve, secret, seededRandomness('another pok'));
    expect(again.pok).not.toEqual(single.pok);
    expect(failuresOf(listOf(single, again))).toEqual(['trustees.keys at trustees[1]']);
    const other = publishKey(curve, secret + 1n, seededRandomness('another pok'));
    expect(failuresOf(listOf(single, other))).toEqual([]);
  });

  it.each(['challenge', 'response'] as const)('are refused by a proof with another or an unreduced %s', (number) => {
    const value = BigInt(single.pok[number]);
    for (const altered of [value ^ 1n, value + curve.q, curve.q - value, 0n]) {
      const proof = { ...single.pok, [number]: String(altered) };
      expect(failuresOf(listOf({ ...single, pok: proof }))).toEqual(['trustees.knowledge at trustees[0]']);
    }
    expect(failuresOf(listOf({ ...single, pok: { ...single.pok, [number]: String(value) } }))).toEqual([]);
  });

  it('are refused with a proof for another key', () => {
    const other = publishKey(curve, secret + 1n, seededRandomness('pok'));
    expect(failuresOf(listOf({ ...single, public_key: other.public_key }))).toEqual([
      'trustees.knowledge at trustees[0]',
    ]);
    expect(failuresOf(listOf({ ...single, pok: other.pok }))).toEqual(['trustees.knowledge at trustees[0]']);
  });

  it('are all reported, each at its place', () => {
    const identity = { ...single, public_key: curve.write(curve.one) };
    const unproven = { ...single, pok: { challenge: '1', response: '1' } };
    expect(failuresOf(listOf(identity, unproven, identity))).toEqual([
      'trustees.keys at trustees[0]',
      'trustees.knowledge at trustees[1]',
      'trustees.keys at trustees[2]',
    ]);
  });
});

describe('making the key of a trustee', () => {
  it('takes no secret outside [1, q)', () => {
    expect(() => publishKey(curve, 0n, seededRandomness('pok'))).toThrow('between');
    expect(() => publishKey(curve, curve.q, seededRandomness('pok'))).toThrow('between');
  });

  it('draws again where the randomness gives 0', () => {
    let draws = 0;
    const random = seededRandomness('second draw');
    const x = newSecretKey(curve, (length) => (draws++ === 0 ? new Uint8Array(length) : random(length)));
    expect(x).toBe(newSecretKey(curve, seededRandomness('second draw')));
    expect(x).toBeGreaterThan(0n);
  });
});
