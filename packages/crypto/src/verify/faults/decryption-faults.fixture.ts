import {
  add,
  addToText,
  altered,
  type Edit,
  entries,
  exchanged,
  generator,
  lengthened,
  notMember,
  ownersOf,
  q,
  shortened,
} from './altered-record.fixture.ts';
import { placesOf, textIn, withText, without } from '../tampered-archive.fixture.ts';
import { deviating, withOtherSecret, withUnencoded } from './dishonest-count.fixture.ts';
import { fault, type SeededFault } from './seeded-fault.fixture.ts';

/** The first two entries of each question whose entries are of a kind. */
const inEachOthersPlace = (isKind: (entry: unknown) => boolean): readonly Edit[] =>
  [0, 1, 2].map((i): Edit => [
    ['result', i],
    (list) => (Array.isArray(list) && isKind(list[0]) ? exchanged(list) : list),
  ]);

/** Defects of partial decryptions and of the result. */
export const decryptionFaults: readonly SeededFault[] = [
  altered('decryption.proofs', 'a decryption factor that is not the trustee’s', 'PartialDecryption', (text, some) =>
    entries(text, 'decryption_factors', some).map((path): Edit => [path, () => generator]),
  ),
  altered('decryption.proofs', 'two decryption factors in each other’s place', 'PartialDecryption', [
    [['decryption_factors', 0], exchanged],
    [['decryption_factors', 1], exchanged],
  ]),
  altered('decryption.proofs', 'a number of a decryption proof off by one', 'PartialDecryption', (text, some) =>
    entries(text, 'decryption_proofs', some).flatMap((path): readonly Edit[] => [
      [[...path, 'challenge'], addToText(1n)],
      [[...path, 'response'], addToText(1n)],
    ]),
  ),
  altered(
    'decryption.numbers',
    'a number of a decryption proof beyond the order of the group',
    'PartialDecryption',
    (text, some) => entries(text, 'decryption_proofs', some).map((path): Edit => [[...path, 'response'], addToText(q)]),
  ),
  altered('decryption.members', 'a decryption factor that is no member', 'PartialDecryption', (text, some) =>
    entries(text, 'decryption_factors', some).map((path): Edit => [path, notMember]),
  ),
  altered('decryption.form', 'a factor, a proof, or a question too many or too few', 'PartialDecryption', [
    [['decryption_factors', 0], shortened],
    [['decryption_proofs', 0], shortened],
    [['decryption_factors'], shortened],
    [['decryption_proofs', 1], lengthened],
    [['decryption_factors', 1], lengthened],
  ]),
  fault('decryption.proofs', 'the decryption of one trustee in the name of another', ({ events }, pick) => {
    const [first = 0, second = 0] = placesOf(events, 'PartialDecryption');
    const reused = withText(events, second, () => textIn(events[first]));
    const other = withText(events, first, () => textIn(events[second]));
    const exchangedOwners = withText(reused, first, () => textIn(events[second]));
    return [reused, other, exchangedOwners].map((faulty, i) => [`share ${i}`, pick(events, faulty)]);
  }),
  deviating('decryption.proofs', 'a share that is not the trustee’s own', () => [{ decrypt: withOtherSecret }]),
  fault('decryption.owners', 'a trustee who decrypts twice', ({ events }, pick) => {
    const [first = 0, second = 0] = placesOf(events, 'PartialDecryption');
    return [first, second].map((at) => {
      const copy = events[at];
      return [`event ${at}`, pick(events, copy === undefined ? events : events.toSpliced(second + 1, 0, copy))];
    });
  }),
  fault(
    'decryption.owners',
    'a decryption of a trustee whom there is not',
    ({ events }, pick) => [
      ...ownersOf(events, 'PartialDecryption', 4, pick),
      ...ownersOf(events, 'PartialDecryption', 99, pick),
    ],
    'decryption.enough',
  ),
  fault('decryption.enough', 'the decryption of a trustee missing', ({ events }, pick) =>
    placesOf(events, 'PartialDecryption').map((at) => [`event ${at}`, pick(events, without(events, at))]),
  ),
  fault('result.encoding', 'a ballot that encodes nothing, without strong proofs', (base, pick) => {
    const events = withUnencoded(base, pick);
    return events === undefined ? [] : [['the last ballot', events]];
  }),

  altered('result.totals', 'a total off by one', 'Result', (text, some) =>
    entries(text, 'result', some).flatMap((path): readonly Edit[] => [
      [path, add(1)],
      [path, (value) => (value === 0 ? value : add(-1)(value))],
    ]),
  ),
  altered('result.totals', 'a total beyond the order of the group', 'Result', (text, some) =>
    entries(text, 'result', some).map((path): Edit => [
      path,
      (value) => (typeof value === 'number' ? String(q + BigInt(value)) : value),
    ]),
  ),
  altered('result.ballots', 'a number of a decrypted ballot altered', 'Result', (text, some) =>
    entries(text, 'result', some).map((path): Edit => [
      path,
      (value) => (Array.isArray(value) ? [Number(value[0]) ^ 1, ...value.slice(1)] : value),
    ]),
  ),
  altered('result.ballots', 'a number too many, or too few, in a decrypted ballot', 'Result', (text, some) =>
    entries(text, 'result', some).flatMap((path): readonly Edit[] => [
      [path, shortened],
      [path, lengthened],
    ]),
  ),
  altered(
    'result.totals',
    'two totals in each other’s place',
    'Result',
    inEachOthersPlace((entry) => typeof entry === 'number'),
  ),
  altered(
    'result.ballots',
    'two decrypted ballots in each other’s place',
    'Result',
    inEachOthersPlace((entry) => Array.isArray(entry)),
  ),
  altered('result.form', 'an answer, a ballot or a question too many or too few', 'Result', [
    [['result'], shortened],
    [['result'], lengthened],
    [['result', 0], shortened],
    [['result', 0], lengthened],
    [['result', 1], shortened],
    [['result', 1], lengthened],
  ]),
  altered('result.form', 'a result with an unknown field', 'Result', [
    [[], (value) => ({ ...(typeof value === 'object' ? value : {}), also: 1 })],
  ]),
  fault('result.form', 'a result written with a space', ({ events }, pick) =>
    placesOf(events, 'Result').map((at) => [
      `event ${at}`,
      withText(events, at, (text) => pick(text, text.replace(':', ': '))),
    ]),
  ),
];
