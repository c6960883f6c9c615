import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What a passkey signs: made fresh, for one purpose, good for ten minutes, known again by its seal alone. Nothing is
 * stored for who only looks at the page; once answered, a challenge is noted as used.
 */

const [nonceBytes, timeBytes, sealBytes] = [16, 6, 32];
const goodFor = 10 * 60 * 1000;

export interface ChallengeKey {
  readonly key: Uint8Array;
  /** For what: signing in, or a passkey for one account. A challenge for one purpose is none for another. */
  readonly purpose: string;
}

export function makeChallenge(under: ChallengeKey, random: (bytes: number) => Uint8Array, now: Date): string {
  const body = Buffer.alloc(nonceBytes + timeBytes);
  body.set(random(nonceBytes));
  body.writeUIntBE(now.getTime(), nonceBytes, timeBytes);
  return Buffer.concat([body, sealOf(under, body)]).toString('base64url');
}

/** When the challenge ends, undefined if it is none of ours, of another purpose, or ended already. */
export function challengeEnd(under: ChallengeKey, challenge: string, now: Date): Date | undefined {
  const bytes = Buffer.from(challenge, 'base64url');
  if (bytes.byteLength !== nonceBytes + timeBytes + sealBytes) return undefined;
  const body = bytes.subarray(0, nonceBytes + timeBytes);
  if (!timingSafeEqual(bytes.subarray(nonceBytes + timeBytes), sealOf(under, body))) return undefined;
  const end = body.readUIntBE(nonceBytes, timeBytes) + goodFor;
  return now.getTime() <= end ? new Date(end) : undefined;
}

const sealOf = ({ key, purpose }: ChallengeKey, body: Uint8Array): Buffer =>
  createHmac('sha256', key).update(`convite/challenge/1 ${purpose} `).update(body).digest();
