import {
  addToText,
  altered,
  type Edit,
  exchanged,
  generator,
  lengthened,
  notMember,
  ownersOf,
  q,
  shortened,
} from './altered-record.fixture.ts';
import type { Check } from '../checks.ts';
import { placesOf, swapped, textIn, withText, without } from '../tampered-archive.fixture.ts';
import { supersededIn } from './cast-ballots.fixture.ts';
import { deviating, hasMixed, miscounted } from './dishonest-count.fixture.ts';
import { fault, type SeededFault } from './seeded-fault.fixture.ts';

const amount = (
  check: Check,
  name: string,
  change: (event: { readonly numTallied: number; readonly totalWeight: bigint }, by: number) => object,
): SeededFault =>
  fault(check, name, ({ events }, pick) =>
    [-1, 1, 1000].map((by) => [
      String(by),
      events.map((event) => (event.type === 'EncryptedTally' ? { ...event, ...pick({}, change(event, by)) } : event)),
    ]),
  );

/** Defects of the encrypted tally and of shuffles. */
export const tallyFaults: readonly SeededFault[] = [
  miscounted(
    'a credential counted twice: the ballot that was replaced, and the last',
    (counted, { events, voters, some }) =>
      some(supersededIn(events)).map((at) => {
        const text = textIn(events[at]);
        const weight = voters.find(({ credential }) => text.includes(credential))?.weight ?? 1n;
        return [...counted, { text, weight }];
      }),
  ),
  miscounted('a replaced ballot counted instead of the last', (counted, { events, voters, some }) =>
    some(supersededIn(events)).map((at) => {
      const text = textIn(events[at]);
      const { credential = '' } = voters.find((voter) => text.includes(voter.credential)) ?? {};
      return counted.map((ballot) => (ballot.text.includes(credential) ? { ...ballot, text } : ballot));
    }),
  ),
  miscounted('a ballot that stands on the board not counted', (counted, { some }) =>
    some([...counted.keys()]).map((i) => counted.toSpliced(i, 1)),
  ),
  miscounted('a ballot counted with another weight', (counted, base) =>
    hasMixed(base)
      ? []
      : base
          .some([...counted.entries()])
          .map(([i, ballot]) => counted.with(i, { ...ballot, weight: ballot.weight + 3n })),
  ),
  altered('tally.ciphertexts', 'a ciphertext of the tally altered', 'EncryptedTally', (text, some) => {
    const value: readonly (readonly unknown[])[] = JSON.parse(text);
    return some(value.flatMap((list, i) => list.map((_, j) => [i, j] as const))).flatMap((entry): readonly Edit[] =>
      ['alpha', 'beta'].map((part) => [[...entry, part], () => generator]),
    );
  }),
  altered(
    'tally.ciphertexts',
    'two ciphertexts, or two questions, of the tally in each other’s place',
    'EncryptedTally',
    [
      [[], exchanged],
      [[0], exchanged],
      [[1], exchanged],
      [[2], exchanged],
    ],
  ),
  altered('tally.ciphertexts', 'a ciphertext, or a question, too many or too few', 'EncryptedTally', [
    [[], shortened],
    [[0], shortened],
    [[1], shortened],
    [[], lengthened],
    [[0], lengthened],
    [[1], lengthened],
  ]),
  fault('tally.form', 'a tally written with a space', ({ events }, pick) =>
    placesOf(events, 'EncryptedTally').map((at) => [
      `event ${at}`,
      withText(events, at, (text) => pick(text, text.replace('[[', '[ ['))),
    ]),
  ),
  altered('tally.form', 'a tally with an unknown field', 'EncryptedTally', [
    [[0, 0], (value) => ({ ...(typeof value === 'object' ? value : {}), also: 1 })],
  ]),
  amount('tally.count', 'another number of counted ballots', ({ numTallied }, by) => ({ numTallied: numTallied + by })),
  amount('tally.weight', 'another sum of weights', ({ totalWeight }, by) => ({
    totalWeight: totalWeight + BigInt(by),
  })),

  fault(
    'shuffle.owners',
    'no shuffle left of those that were made',
    (base, pick) => {
      const { events } = base;
      const places = [...placesOf(events, 'Shuffle'), ...placesOf(events, 'EndShuffles')];
      return places.length === 0 ? [] : [['all', pick(events, without(events, ...places))]];
    },
    'decryption.proofs',
  ),
  deviating('shuffle.owners', 'what nobody shuffled, decrypted', (base) => (hasMixed(base) ? [{ shufflers: [] }] : [])),
  deviating('shuffle.owners', 'a trustee who shuffles twice', (base) =>
    hasMixed(base) ? [{ shufflers: [1, 1] }, { shufflers: [2, 2] }, { shufflers: [1, 2, 1] }] : [],
  ),
  fault('shuffle.owners', 'a shuffle of a trustee whom there is not', ({ events }, pick) => [
    ...ownersOf(events, 'Shuffle', 4, pick),
    ...ownersOf(events, 'Shuffle', 99, pick),
  ]),
  fault('decryption.proofs', 'the last shuffle left out', ({ events }, pick) => {
    const last = placesOf(events, 'Shuffle').at(-1);
    return last === undefined ? [] : [[`event ${last}`, pick(events, without(events, last))]];
  }),
  fault(
    'shuffle.t1',
    'the first shuffle left out, or the two in each other’s place',
    ({ events }, pick) => {
      const [first, second] = placesOf(events, 'Shuffle');
      if (first === undefined || second === undefined) return [];
      return [
        ['left out', pick(events, without(events, first))],
        ['exchanged', pick(events, swapped(events, first, second))],
      ];
    },
    'shuffle.t2',
    'shuffle.t3',
    'shuffle.t4',
    'shuffle.t_hat',
  ),
  altered(
    'shuffle.t4',
    'two outputs of a shuffle in each other’s place',
    'Shuffle',
    [
      [['ciphertexts', 0], exchanged],
      [['ciphertexts', 1], exchanged],
    ],
    'shuffle.t1',
    'shuffle.t2',
    'shuffle.t3',
    'shuffle.t_hat',
  ),
  altered(
    'shuffle.t4',
    'an output that replaces another',
    'Shuffle',
    [0, 1].map((i): Edit => [
      ['ciphertexts', i],
      (value) => (Array.isArray(value) ? [value[1], ...value.slice(1)] : value),
    ]),
    'shuffle.t1',
    'shuffle.t2',
    'shuffle.t3',
    'shuffle.t_hat',
  ),
  ...(['shuffle.t1', 'shuffle.t2', 'shuffle.t3', 'shuffle.t4'] as const).map((check, i) =>
    altered(check, `the response of ${check} off by one`, 'Shuffle', [[['proofs', 0, 1, i], addToText(1n)]]),
  ),
  altered(
    'shuffle.t_hat',
    'the response of a link of the chain of commitments off by one',
    'Shuffle',
    [0, 1, 2].map((i): Edit => [['proofs', 0, 1, 4, i], addToText(1n)]),
  ),
  altered('shuffle.form', 'an output, or a question, too many or too few', 'Shuffle', [
    [['ciphertexts', 0], shortened],
    [['ciphertexts', 0], lengthened],
    [['ciphertexts'], shortened],
    [['ciphertexts'], lengthened],
    [['proofs'], shortened],
    [['proofs', 0, 0, 4], shortened],
    [['proofs', 0, 1, 4], shortened],
    [['proofs', 0, 2], shortened],
    [['proofs', 0, 3], lengthened],
  ]),
  altered('shuffle.numbers', 'a number of a shuffle beyond the order of the group', 'Shuffle', [
    ...[0, 1, 2, 3].map((i): Edit => [['proofs', 0, 1, i], addToText(q)]),
    [['proofs', 0, 1, 4, 0], addToText(q)],
    [['proofs', 0, 1, 5, 1], addToText(q)],
  ]),
  altered('shuffle.members', 'an element of a shuffle that is no member', 'Shuffle', [
    [['ciphertexts', 0, 0, 'alpha'], notMember],
    [['ciphertexts', 0, 1, 'beta'], notMember],
    [['proofs', 0, 0, 0], notMember],
    [['proofs', 0, 0, 3, 1], notMember],
    [['proofs', 0, 2, 0], notMember],
    [['proofs', 0, 3, 1], notMember],
  ]),
];
