import { invariant } from '@convite/kernel';
import { cores, torsion } from '../curve/backends.fixture.ts';
import { scalarBytes, scalarsOfBytes } from '../curve/points.ts';
import { bigIntOfBytes, bytesOfBigInt, utf8, utf8Text } from '../primitives/bytes.ts';
import { parseDecimal } from '../primitives/decimal.ts';
import { ed25519Group } from '../primitives/ed25519-group.ts';
import type { Group } from '../primitives/group.ts';
import { testSuite } from '../verify/machine.fixture.ts';
import type { Fuzzed } from './fuzzed.fixture.ts';
import { type Mutate, textMutator } from './mutations.fixture.ts';

const [core] = cores;
invariant(core !== undefined, 'the core is loaded');
const curve = testSuite.group('Ed25519');
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Elements near the ends, one of any size, and what looks like one: points of small order, numbers not below p. */
const curveTexts = [
  ...[0n, 1n, 2n, 12_345_678_901n].map((exponent) => curve.write(curve.power(curve.g, exponent))),
  '7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec',
  '0000000000000000000000000000000000000000000000000000000000000000',
  '8000000000000000000000000000000000000000000000000000000000000001',
  '7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffee',
  // Of order 8.
  Buffer.from(torsion.toBytes().toReversed()).toString('hex'),
];
const fieldTexts = (group: Group): readonly string[] => [
  '0',
  '1',
  '2',
  group.write(group.g),
  group.write(group.power(group.g, 12_345_678_901n)),
];

const hexDigits = '0123456789abcdef';
/** Sound elements altered, and as often any of the right length. */
const elementMutator = (group: Group): Mutate => {
  const altered = textMutator(group.name === 'Ed25519' ? curveTexts : fieldTexts(group));
  if (group.name !== 'Ed25519') return altered;
  return (dice) =>
    dice.below(2) === 0
      ? altered(dice)
      : Array.from({ length: 64 }, (_, i) => hexDigits.charAt(dice.below(i === 0 ? 8 : 16))).join('');
};

const members = (group: Group, share?: Fuzzed['share']): Fuzzed => ({
  name: `primitives/group.ts#Group.parse: ${group.name}, ${group.backend}`,
  mutate: elementMutator(group),
  rewrite: (text) => {
    const member = group.parse(text);
    return member === undefined ? undefined : group.write(member);
  },
  law: 'same',
  ...(share && { share }),
});

const ints = (group: Group, share?: Fuzzed['share']): Fuzzed => {
  const packed = [[], [0], [255, 255], [1, 2, 3, 250]].map((each) => group.write(group.encodeInts(each)));
  return {
    name: `primitives/group.ts#Group.decodeInts: ${group.name}, ${group.backend}`,
    mutate: textMutator([...packed, group.write(group.g)]),
    rewrite: (text) => {
      const member = group.parse(text);
      const found = member === undefined ? undefined : group.decodeInts(member, 4);
      return found === undefined ? undefined : group.write(group.encodeInts(found));
    },
    law: 'same',
    ...(share && { share }),
  };
};

const decimals = ['0', '1', '1234567890', String(curve.q - 1n), String(curve.q), String(2n ** 253n)];
const encodings = curveTexts.map((text) => textOf(bytesOfBigInt(BigInt(`0x${text}`), 32).toReversed()));
const encodingMutator = textMutator(encodings, 'bytes');

export const arithmeticEntries: readonly Fuzzed[] = [
  members(curve),
  members(ed25519Group(), { of: 10, reason: 'a third of a millisecond each: the arithmetic without the core' }),
  members(testSuite.group('BELENIOS-2048')),
  members(testSuite.group('RFC-3526-2048')),
  ints(curve, { of: 5, reason: 'a quarter of a millisecond each: some candidates for a member' }),
  ints(testSuite.group('RFC-3526-2048')),
  {
    name: 'curve/point-batches.ts#readTexts',
    mutate: elementMutator(curve),
    rewrite: (text) => {
      const points = core.readTexts([text]);
      return points.ok ? core.writeTexts(points.value).join('') : undefined;
    },
    law: 'same',
  },
  {
    name: 'curve/point-batches.ts#decode',
    mutate: (dice) => encodingMutator(dice).slice(0, 32).padEnd(32, '\u0000'),
    rewrite: (text) => {
      const points = core.decode(bytesOf(text));
      return points.ok ? textOf(core.encode(points.value)) : undefined;
    },
    law: 'same',
  },
  {
    name: 'curve/point-batches.ts#readScalars',
    mutate: textMutator(decimals),
    rewrite: (text) => {
      const scalars = core.readScalars([text]);
      return scalars.ok ? scalarsOfBytes(scalars.value).join() : undefined;
    },
    law: 'same',
  },
  {
    name: 'curve/points.ts#scalarsOfBytes',
    mutate: (dice) => `${encodingMutator(dice).slice(0, 31).padEnd(31, '\u0000')}\u000f`,
    rewrite: (text) => textOf(scalarBytes(scalarsOfBytes(Uint8Array.from(bytesOf(text))))),
    law: 'same',
    takesAll: true,
  },
  {
    name: 'primitives/decimal.ts#parseDecimal',
    mutate: textMutator(decimals),
    rewrite: (text) => {
      const value = parseDecimal(text, curve.q);
      return value === undefined ? undefined : String(value);
    },
    law: 'same',
  },
  {
    name: 'primitives/bytes.ts#bigIntOfBytes',
    mutate: (dice) => `x${encodingMutator(dice)}`,
    rewrite: (text) => textOf(bytesOfBigInt(bigIntOfBytes(bytesOf(text)), text.length)),
    law: 'same',
    takesAll: true,
  },
  {
    name: 'primitives/bytes.ts#utf8Text',
    mutate: textMutator([textOf(utf8('Farolas, «bancos» y un 🌳')), textOf(utf8('\ufeff\u0000é'))], 'bytes'),
    rewrite: (text) => {
      const read = utf8Text(bytesOf(text));
      return read === undefined ? undefined : textOf(utf8(read));
    },
    law: 'same',
  },
];
