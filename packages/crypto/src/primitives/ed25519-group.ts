import { branded, invariant } from '@convite/kernel';
import { pippenger } from '@noble/curves/abstract/curve.js';
import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { bigIntOfBytes, bytesOfBigInt, utf8 } from './bytes.ts';
import { openOneByOne, proofsHoldOneByOne, secretPairsOneByOne } from './portable-proofs.ts';
import { compareBackwards, ed25519MaxInts, intsInText, paddedInts } from './ed25519-encoding.ts';
import type { Element, Group } from './group.ts';
import { portableSha256, type Sha256 } from './sha256.ts';

const Point = ed25519.Point;
type CurvePoint = typeof Point.BASE;

/** A point whose membership is checked, with its text once somebody has asked for it. */
class Member {
  readonly point: CurvePoint;
  text: string | undefined;
  constructor(point: CurvePoint, text?: string) {
    this.point = point;
    this.text = text;
  }
}

const element = (point: CurvePoint, text?: string): Element => branded<Member, 'Element'>(new Member(point, text));

function memberOf(value: Element): Member {
  invariant(value instanceof Member, 'an element of another group');
  return value;
}

const pointOf = (value: Element): CurvePoint => memberOf(value).point;
const canonicalHex = /^[0-9a-f]{64}$/u;

const order = Point.Fn.ORDER;

/** The number y + 2^255·(x mod 2) as a point of the curve, whatever its order; undefined when it is none. */
function decompress(number: bigint): CurvePoint | undefined {
  try {
    return Point.fromBytes(bytesOfBigInt(number, 32).toReversed(), false);
  } catch {
    // The library throws for what is no point, and this is the only question put to it here.
    return undefined;
  }
}

function textOf(value: Element): string {
  const member = memberOf(value);
  member.text ??= bytesToHex(member.point.toBytes().toReversed());
  return member.text;
}

/** The text's point if it is canonical and a member. */
function parse(text: string): Element | undefined {
  if (!canonicalHex.test(text)) return undefined;
  const point = decompress(bigIntOfBytes(hexToBytes(text)));
  return point?.isTorsionFree() === true ? element(point, text) : undefined;
}

/** The smallest number ≥ start that is a point, and, where asked, a member. */
function firstPoint(start: bigint, mustBeMember: boolean): CurvePoint {
  for (let number = start; ; number += 1n) {
    const point = decompress(number);
    if (point !== undefined && (!mustBeMember || point.isTorsionFree())) return point;
  }
}

/**
 * The prime-order subgroup of Ed25519, as the format encodes it: 64 lower-case hex digits of y + 2^255·(x mod 2).
 *
 * Source: Belenios specification 3.0, "Elliptic curves"; RFC 8032 for the curve.
 * Membership: on the curve, canonical (y < p, no sign for x = 0) and of order dividing q.
 * Hazards: the library's ladder has no branch on a secret, but its `bigint` is not constant-time.
 */
export function ed25519Group(hash: Sha256 = portableSha256.sha256): Group {
  const one = element(Point.ZERO);
  const group: Group = {
    name: 'Ed25519',
    backend: 'noble',
    q: order,
    g: element(Point.BASE),
    one,
    parse,
    parseAll: (texts) => texts.map((text) => group.parse(text)),
    write: textOf,
    equals: (a, b) => pointOf(a).equals(pointOf(b)),
    multiply: (a, b) => element(pointOf(a).add(pointOf(b))),
    inverse: (a) => element(pointOf(a).negate()),
    product: (elements) => elements.reduce((product, factor) => group.multiply(product, factor), one),
    power: (base, exponent) => element(pointOf(base).multiplyUnsafe(exponent % order)),
    powerProduct: (bases, exponents) =>
      element(
        pippenger(
          Point,
          bases.map(pointOf),
          exponents.map((exponent) => exponent % order),
        ),
      ),
    // The ladder refuses 0, which no honest secret is; its answer is public then.
    secretPower: (base, exponent) => (exponent === 0n ? one : element(pointOf(base).multiply(exponent))),
    secretPairs: (key, pairs) => secretPairsOneByOne(group, key, pairs),
    prepare: (base) => void pointOf(base).precompute(8),
    compare: (a, b) => compareBackwards(textOf(a), textOf(b)),
    hashToScalar: (text) => bigIntOfBytes(hash(utf8(text))) % order,
    generator: (index) =>
      element(firstPoint(bigIntOfBytes(hash(utf8(`ggen|${index}`))) >> 2n, false).multiplyUnsafe(8n)),
    openAll: (key, proofs) => openOneByOne(group, key, proofs),
    proofsHold: (key, proofs) => proofsHoldOneByOne(group, key, proofs),
    maxInts: ed25519MaxInts,
    encodeInts(ints) {
      invariant(ints.length <= ed25519MaxInts, 'more ints than the group may carry');
      return element(firstPoint(paddedInts(ints), true));
    },
    readInts: (member, count) => intsInText(textOf(member), count),
    decodeInts(member, count) {
      const ints = group.readInts(member, count);
      return group.equals(group.encodeInts(ints), member) ? ints : undefined;
    },
  };
  group.prepare(group.g);
  return group;
}
