import { type Result, err, invariant, ok } from '@convite/kernel';
import type { BatchRefusal } from './curve.ts';
import type { KeyedSession } from './keyed-session.ts';
import type { CoreOperations } from './module-exports.ts';
import { POINT_BYTES, type Points, countPoints, pointsOf } from './points.ts';

/** An element text: 64 digits. */
const TEXT = 64;
/** Which digits, the core says; a sign of more than one byte would not even fit where it reads them. */
const oneByteSigns = /^[ -~]*$/;
/** What stands between texts that the core writes: they are cut apart by length. */
const COMMA = 44;
/** The digits of the group order, which no canonical scalar exceeds. */
const LONGEST_DECIMAL = 76;

export function readTexts(session: KeyedSession, texts: readonly string[]): Result<Points, BatchRefusal> {
  const misfit = texts.findIndex((text) => text.length !== TEXT || !oneByteSigns.test(text));
  if (misfit >= 0) return err({ index: misfit });
  const mailbox = session.mailbox();
  const at = mailbox.room(TEXT * texts.length);
  const encodings = mailbox.room(32 * texts.length);
  const points = mailbox.room(POINT_BYTES * texts.length);
  mailbox.open();
  mailbox.putText(at, texts.join(''), TEXT * texts.length);
  const unread = session.operations.scalar.readTexts(encodings, at, texts.length);
  if (unread >= 0) return err({ index: unread });
  const refused = session.operations.decodePoints(points, encodings, texts.length);
  return refused >= 0 ? err({ index: refused }) : ok(pointsOf(mailbox.take(points, POINT_BYTES * texts.length)));
}

export function decode(session: KeyedSession, encodings: Uint8Array): Result<Points, BatchRefusal> {
  const count = encodings.length / 32;
  invariant(Number.isInteger(count), 'an encoding has 32 bytes');
  const mailbox = session.mailbox();
  const at = mailbox.room(encodings.length);
  const points = mailbox.room(POINT_BYTES * count);
  mailbox.open();
  mailbox.put(at, encodings);
  const refused = session.operations.decodePoints(points, at, count);
  return refused >= 0 ? err({ index: refused }) : ok(pointsOf(mailbox.take(points, POINT_BYTES * count)));
}

export function encode(session: KeyedSession, points: Points): Uint8Array {
  const count = countPoints(points);
  const mailbox = session.mailbox();
  const at = mailbox.room(points.length);
  const out = mailbox.room(32 * count);
  mailbox.open();
  mailbox.put(at, points);
  session.operations.scalar.encodePoints(out, at, count);
  return mailbox.take(out, 32 * count);
}

export function writeTexts(session: KeyedSession, points: Points): readonly string[] {
  const count = countPoints(points);
  const mailbox = session.mailbox();
  const at = mailbox.room(points.length);
  const encodings = mailbox.room(32 * count);
  const texts = mailbox.room((TEXT + 1) * count);
  mailbox.open();
  mailbox.put(at, points);
  session.operations.scalar.encodePoints(encodings, at, count);
  session.operations.scalar.writeTexts(texts, encodings, count, COMMA);
  return cutTexts(mailbox.takeText(texts, (TEXT + 1) * count), 0, count);
}

/** Texts `from` up to, but not with, `to`, of those that the core wrote one after the other. */
export const cutTexts = (joined: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from }, (_, i) => joined.slice((TEXT + 1) * (from + i), (TEXT + 1) * (from + i) + TEXT));

export function firstNonMember(session: KeyedSession, points: Points): number | undefined {
  const mailbox = session.mailbox();
  const at = mailbox.room(points.length);
  mailbox.open();
  mailbox.put(at, points);
  const index = session.operations.checkOrders(at, countPoints(points));
  return index < 0 ? undefined : index;
}

/** Bytes for each point that say in which subsets it is. */
const CHOICES = 16;

/** From so many points on, passes for eight subsets in each lane cost less than for four, whose sums are made faster. */
const MANY = 448;

/** `CurveCore.subsetsHold`, for a backend that has it. */
export function subsetsHold(
  session: KeyedSession,
  hold: NonNullable<CoreOperations['subsetsHold']>,
  points: Points,
  choices: Uint8Array,
): boolean {
  const count = countPoints(points);
  invariant(count > 0 && choices.length === CHOICES * count, 'there are points, and choices for each');
  const mailbox = session.mailbox();
  const at = mailbox.room(points.length);
  const drawn = mailbox.room(choices.length);
  mailbox.open();
  mailbox.put(at, points);
  mailbox.put(drawn, choices);
  return hold(at, drawn, count, count < MANY ? 4 : 8) === 1;
}

export function readScalars(session: KeyedSession, decimals: readonly string[]): Result<Uint8Array, BatchRefusal> {
  const odd = decimals.findIndex((text) => text.length > LONGEST_DECIMAL || text.includes('\n'));
  if (odd >= 0) return err({ index: odd });
  const joined = `${decimals.join('\n')}\n`;
  const mailbox = session.mailbox();
  const at = mailbox.room(3 * joined.length);
  const out = mailbox.room(32 * decimals.length);
  mailbox.open();
  mailbox.putText(at, joined, 3 * joined.length);
  const refused = session.operations.scalar.readDecimals(out, at, decimals.length);
  return refused >= 0 ? err({ index: refused }) : ok(mailbox.take(out, 32 * decimals.length));
}

export function multiply(session: KeyedSession, a: Points, b: Points): Points {
  invariant(a.length === b.length, 'as many factors on both sides');
  const mailbox = session.mailbox();
  const left = mailbox.room(a.length);
  const right = mailbox.room(b.length);
  mailbox.open();
  mailbox.put(left, a);
  mailbox.put(right, b);
  session.operations.scalar.addPoints(left, left, right, countPoints(a));
  return pointsOf(mailbox.take(left, a.length));
}

export function inverse(session: KeyedSession, points: Points): Points {
  const mailbox = session.mailbox();
  const at = mailbox.room(points.length);
  mailbox.open();
  mailbox.put(at, points);
  session.operations.scalar.negatePoints(at, at, countPoints(points));
  return pointsOf(mailbox.take(at, points.length));
}

export function product(session: KeyedSession, points: Points): Points {
  const mailbox = session.mailbox();
  const from = mailbox.room(points.length);
  const out = mailbox.room(POINT_BYTES);
  mailbox.open();
  mailbox.put(from, points);
  session.operations.scalar.sumPoints(out, from, countPoints(points));
  return pointsOf(mailbox.take(out, POINT_BYTES));
}

export function equal(session: KeyedSession, a: Points, b: Points): boolean {
  invariant(a.length === POINT_BYTES && b.length === POINT_BYTES, 'single points are compared');
  const mailbox = session.mailbox();
  const left = mailbox.room(POINT_BYTES);
  const right = mailbox.room(POINT_BYTES);
  mailbox.open();
  mailbox.put(left, a);
  mailbox.put(right, b);
  return session.operations.scalar.equalPoints(left, right) === 1;
}
