import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { challengeEnd, makeChallenge } from './challenge.ts';

const under = { key: randomBytes(32), purpose: 'sign-in' };
const now = new Date('2026-11-21T10:00:00Z');
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

it('is known again for ten minutes', () => {
  const challenge = makeChallenge(under, randomBytes, now);
  expect(challengeEnd(under, challenge, now)).toEqual(later(10));
  expect(challengeEnd(under, challenge, later(10))).toEqual(later(10));
  expect(challengeEnd(under, challenge, new Date(later(10).getTime() + 1))).toBeUndefined();
});

it('is none for another purpose, under another key, or with one bit changed', () => {
  const challenge = makeChallenge(under, randomBytes, now);
  expect(challengeEnd({ ...under, purpose: 'register a' }, challenge, now)).toBeUndefined();
  expect(challengeEnd({ ...under, key: randomBytes(32) }, challenge, now)).toBeUndefined();
  const bytes = Buffer.from(challenge, 'base64url');
  for (let i = 0; i < bytes.length * 8; i++) {
    const changed = Buffer.from(bytes);
    changed[i >> 3] = (changed[i >> 3] ?? 0) ^ (1 << (i & 7));
    expect(challengeEnd(under, changed.toString('base64url'), now)).toBeUndefined();
  }
  for (const other of ['', 'AAAA', challenge.slice(4), `${challenge}AAAA`]) {
    expect(challengeEnd(under, other, now)).toBeUndefined();
  }
});
