import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Codes of an authenticator app.
 *
 * Source: RFC 6238 over RFC 4226, with SHA-1, 30 seconds and 6 digits: what every app understands.
 */

const [period, digits] = [30, 6];
/** Clocks of telephones go wrong, and people type slowly: the code before and the one after are taken too. */
const window = 1;

/** Bytes of a new secret: as long as the hash. */
export const totpSecretBytes = 20;

/** The step of an instant. */
export const totpStepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / period);

/** The code of a secret in a step of 30 seconds. */
export function totpCode(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0x0f;
  const number = digest.readUInt32BE(offset) & 0x7f_ff_ff_ff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/**
 * The step that a typed code belongs to, undefined if it is none of now.
 *
 * @param after the last step that was used: a code is taken once, and none before it.
 */
export function totpStep(secret: Uint8Array, typed: string, now: Date, after: number | null): number | undefined {
  const code = typed.replaceAll(/\s/gu, '');
  if (!/^\d{6}$/u.test(code)) return undefined;
  const current = totpStepAt(now);
  let found: number | undefined;
  for (let step = current - window; step <= current + window; step++) {
    const isIt = timingSafeEqual(Buffer.from(totpCode(secret, step)), Buffer.from(code));
    if (isIt && (after === null || step > after)) found ??= step;
  }
  return found;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Bytes as people type them into an app: base 32 of RFC 4648 without padding. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/gu) ?? []).map((group) => alphabet[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

/** What the QR code holds: the address that apps read a secret from. */
export function totpAddress(secret: Uint8Array, account: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&digits=${digits}&period=${period}`;
}
