import { branded, invariant } from '@convite/kernel';
import { bucketProduct } from './bucket-product.ts';
import { openOneByOne, proofsHoldOneByOne, secretPairsOneByOne } from './portable-proofs.ts';
import { parseDecimal } from './decimal.ts';
import type { FiniteFieldParameters } from './finite-field-parameters.ts';
import { fixedBase } from './fixed-base.ts';
import type { Element, Group } from './group.ts';
import { bigIntOfBytes, utf8 } from './bytes.ts';
import { inverseMod, jacobi, type PowerMod, powerMod } from './modular.ts';
import { portableSha256, type Sha256 } from './sha256.ts';
import { entryOf } from './entry-of.ts';

/** A number whose membership is checked. */
class Residue {
  readonly value: bigint;
  constructor(value: bigint) {
    this.value = value;
  }
}

const element = (value: bigint): Element => branded<Residue, 'Element'>(new Residue(value));

function valueOf(member: Element): bigint {
  invariant(member instanceof Residue, 'an element of another group');
  return member.value;
}

/**
 * A subgroup of prime order of the integers modulo p, as the format encodes it.
 *
 * Source: Belenios specification 2.0, "Group parameters"; encoding of ints: "Message specific to NonHomomorphic".
 * Membership: 0 < x < p and x^q = 1; for a safe prime the equivalent that x is a square (Jacobi symbol 1).
 * Hazards: `bigint` is not constant-time; keep secret powers on a machine that nobody else can measure.
 *
 * @param power modular exponentiation; a server passes a faster one.
 */
export function finiteFieldGroup(
  parameters: FiniteFieldParameters,
  { power = powerMod, hash = portableSha256.sha256 }: { readonly power?: PowerMod; readonly hash?: Sha256 } = {},
): Group {
  const { name, p, q, isSafePrime, maxInts } = parameters;
  const one = element(1n);
  const tables = new Map<bigint, (exponent: bigint) => bigint>();
  const times = (a: bigint, b: bigint): bigint => (a * b) % p;
  // As x·x^(q-1): a native power may refuse to give the 1 that x^q is for every member.
  const isMember = (x: bigint): boolean =>
    x > 0n && (isSafePrime ? jacobi(x, p) === 1 : times(x, power(x, q - 1n, p)) === 1n);
  /** Of members alone: their order is q. */
  const powerOf = (base: bigint, exponent: bigint): bigint => {
    const table = tables.get(base);
    return table === undefined ? power(base, exponent % q, p) : table(exponent % q);
  };

  const group: Group = {
    name,
    backend: power === powerMod ? 'bigint' : 'native',
    q,
    g: element(parameters.g),
    one,
    parse(text) {
      const x = parseDecimal(text, p);
      return x !== undefined && isMember(x) ? element(x) : undefined;
    },
    parseAll: (texts) => texts.map((text) => group.parse(text)),
    write: (a) => String(valueOf(a)),
    equals: (a, b) => valueOf(a) === valueOf(b),
    multiply: (a, b) => element(times(valueOf(a), valueOf(b))),
    inverse: (a) => element(inverseMod(valueOf(a), p)),
    product: (elements) => elements.reduce((product, factor) => group.multiply(product, factor), one),
    power: (base, exponent) => element(powerOf(valueOf(base), exponent)),
    powerProduct: (bases, exponents) =>
      element(
        bases.length < manyFactors
          ? bases.reduce((product, base, i) => times(product, powerOf(valueOf(base), entryOf(exponents, i))), 1n)
          : bucketProduct(bases.map(valueOf), exponents, p),
      ),
    secretPower: (base, exponent) => element(powerOf(valueOf(base), exponent)),
    secretPairs: (key, pairs) => secretPairsOneByOne(group, key, pairs),
    prepare(base) {
      const x = valueOf(base);
      if (!tables.has(x)) tables.set(x, fixedBase(x, 1n, q.toString(2).length, times));
    },
    compare: (a, b) => (valueOf(a) < valueOf(b) ? -1 : valueOf(a) > valueOf(b) ? 1 : 0),
    hashToScalar: (text) => bigIntOfBytes(hash(utf8(text))) % q,
    generator: (index) => element(power(bigIntOfBytes(hash(utf8(`ggen|${index}`))), (p - 1n) / q, p)),
    openAll: (key, proofs) => openOneByOne(group, key, proofs),
    proofsHold: (key, proofs) => proofsHoldOneByOne(group, key, proofs),
    maxInts,
    encodeInts(ints) {
      invariant(ints.length <= maxInts, 'more ints than the group may carry');
      let x = ints.reduce((value, int) => value * 256n + BigInt(int), 0n) << padding;
      while (!isMember(x)) x += 1n;
      return element(x);
    },
    readInts(member, count) {
      let rest = valueOf(member) >> padding;
      return Array.from({ length: count }, () => {
        const int = Number(rest & 255n);
        rest >>= 8n;
        return int;
      }).toReversed();
    },
    decodeInts(member, count) {
      const ints = group.readInts(member, count);
      return maxInts > 0 && group.equals(group.encodeInts(ints), member) ? ints : undefined;
    },
  };
  group.prepare(group.g);
  return group;
}

/** From here on sharing the squarings is cheaper than tables and a native power for each factor. */
const manyFactors = 32;

/** How many bits below the ints are free to make the number a member. */
const padding = 8n;
