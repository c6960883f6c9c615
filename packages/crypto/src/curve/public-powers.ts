import { invariant } from '@convite/kernel';
import type { KeyedSession } from './keyed-session.ts';
import { product } from './point-batches.ts';
import { POINT_BYTES, type Points, countPoints, pointsOf } from './points.ts';

export function products(session: KeyedSession, points: Points, scalars: Uint8Array, terms: number): Points {
  const count = countPoints(points) / terms;
  invariant(Number.isInteger(count) && scalars.length === 32 * terms * count, 'a scalar for each point');
  const mailbox = session.mailbox();
  const from = mailbox.room(points.length);
  const exponents = mailbox.room(scalars.length);
  const out = mailbox.room(POINT_BYTES * count);
  mailbox.open();
  mailbox.put(from, points);
  mailbox.put(exponents, scalars);
  session.operations.smallProducts(out, from, exponents, terms, count);
  return pointsOf(mailbox.take(out, POINT_BYTES * count));
}

export function basePowers(session: KeyedSession, scalars: Uint8Array): Points {
  session.operations.scalar.needGWide();
  const count = scalars.length / 32;
  const mailbox = session.mailbox();
  const exponents = mailbox.room(scalars.length);
  const out = mailbox.room(POINT_BYTES * count);
  mailbox.open();
  mailbox.put(exponents, scalars);
  session.operations.scalar.basePowers(out, exponents, count);
  return pointsOf(mailbox.take(out, POINT_BYTES * count));
}

export function multiProduct(session: KeyedSession, points: Points, scalars: Uint8Array, bits: number): Points {
  const count = countPoints(points);
  invariant(scalars.length === 32 * count, 'a scalar for each point');
  if (count === 0) return product(session, points);
  const mailbox = session.mailbox();
  const from = mailbox.room(points.length);
  const exponents = mailbox.room(scalars.length);
  const out = mailbox.room(POINT_BYTES);
  mailbox.open();
  mailbox.put(from, points);
  mailbox.put(exponents, scalars);
  session.operations.multiProduct(out, from, exponents, count, bits);
  return pointsOf(mailbox.take(out, POINT_BYTES));
}
