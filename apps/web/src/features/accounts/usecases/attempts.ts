import { createHmac, timingSafeEqual } from 'node:crypto';
import { err, ok, type Result } from '@convite/kernel';
import { inRefusableTransaction } from '../../../persistence/database.ts';
import type { AccountsContext } from '../accounts-context.ts';
import { blockedUntil, noteAttempt } from '../store-attempts.ts';

/**
 * How often a proof may be tried. Whoever tries much is slowed down, and nobody else: a browser in which the person signed
 * in before counts for itself alone, however often others try from other places.
 */

const minute = 60_000;
const day = 24 * 60 * minute;

interface Limit {
  readonly milliseconds: number;
  readonly most: number;
}

const limits = {
  /** A browser that the account was signed in with before. */
  device: [
    { milliseconds: 15 * minute, most: 5 },
    { milliseconds: day, most: 30 },
  ],
  /** One account from one network. */
  pair: [{ milliseconds: 15 * minute, most: 5 }],
  /** One network, whatever the account. */
  network: [{ milliseconds: 15 * minute, most: 50 }],
  /** One account from networks and browsers that it was never signed in with. */
  account: [{ milliseconds: day, most: 100 }],
} as const satisfies Record<string, readonly Limit[]>;

/** Who tries, as far as limits need to know. */
export interface Trier {
  readonly proof: 'password' | 'code' | 'passkey' | 'link';
  /** For whom: the address as typed, or the hash of a link; whether it exists makes no difference. */
  readonly whom: string;
  /** Keyed hash of the network. */
  readonly visitor: string;
  /** What the browser keeps from signing in before. */
  readonly device: string | undefined;
}

export interface TooManyAttempts {
  readonly type: 'too_many_attempts';
  readonly minutes: number;
}

/** Counts an attempt before it is decided, so that many at once count too. @returns its id, to forget it when right. */
export async function countAttempt(context: AccountsContext, trier: Trier): Promise<Result<string, TooManyAttempts>> {
  const now = context.now();
  const places = placesOf(context, trier);
  return await inRefusableTransaction<string, TooManyAttempts>(context.database, async (tx) => {
    for (const { place, limit } of places) {
      const until = await blockedUntil(tx, place, limit, now);
      if (until !== undefined) {
        return err({ type: 'too_many_attempts', minutes: Math.ceil((until.getTime() - now.getTime()) / minute) });
      }
    }
    const attempt = context.newId();
    await noteAttempt(tx, attempt, [...new Set(places.map(({ place }) => place))], now);
    return ok(attempt);
  });
}

/** In one order for everyone, so that those who wait for one another never wait in a circle. */
function placesOf(
  { key }: AccountsContext,
  { proof, whom, visitor, device }: Trier,
): readonly { readonly place: string; readonly limit: Limit }[] {
  const counted = (kind: keyof typeof limits, text: string) =>
    limits[kind].map((limit) => ({
      place: createHmac('sha256', key).update(`convite/attempt/1 ${proof} ${kind} ${text}`).digest('base64url'),
      limit,
    }));
  const places =
    device !== undefined && isDeviceOf(key, device, whom)
      ? counted('device', `${whom} ${device}`)
      : [...counted('pair', `${whom} ${visitor}`), ...counted('network', visitor), ...counted('account', whom)];
  return places.toSorted((a, b) => (a.place < b.place ? -1 : 1));
}

/** What a browser keeps so that it is known again when the same person signs in; it opens nothing. */
export function deviceToken({ key, random }: AccountsContext, email: string): string {
  const nonce = Buffer.from(random(16)).toString('base64url');
  return `${nonce}.${deviceSeal(key, nonce, email).toString('base64url')}`;
}

function isDeviceOf(key: Uint8Array, device: string, email: string): boolean {
  const [nonce = '', seal = ''] = device.split('.', 2);
  const given = Buffer.from(seal, 'base64url');
  const wanted = deviceSeal(key, nonce, email);
  return given.byteLength === wanted.byteLength && timingSafeEqual(given, wanted);
}

const deviceSeal = (key: Uint8Array, nonce: string, email: string): Buffer =>
  createHmac('sha256', key).update(`convite/device/1 ${nonce} ${email}`).digest();
