import { argon2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/**
 * Passwords as they are stored: Argon2id in the text form of its reference program, with the cost in it.
 *
 * Source: RFC 9106; cost as OWASP's Password Storage Cheat Sheet has it for servers that also do other work.
 */

const derive = promisify(argon2);

interface Cost {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
}

const cost: Cost = { memory: 19_456, passes: 2 };
const [saltBytes, tagBytes] = [16, 32];

/** Hashes a password. `random` gives the salt. */
export async function hashPassword(password: string, random: (bytes: number) => Uint8Array): Promise<string> {
  const salt = random(saltBytes);
  return written(cost, salt, await tagOf(password, salt, cost));
}

/**
 * Whether the password is the stored one. Without a stored one the same work is done for nothing, so that the time does
 * not tell whether there is an account.
 */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const read = stored === null ? undefined : readStored(stored);
  const { salt, tag, ...storedCost } = read ?? { salt: new Uint8Array(saltBytes), tag: undefined, ...cost };
  const given = await tagOf(password, salt, storedCost);
  return tag !== undefined && timingSafeEqual(given, tag);
}

/** What people type on one device and another differs in form, never in meaning: one form is hashed. */
const tagOf = (password: string, salt: Uint8Array, { memory, passes }: Cost): Promise<Buffer> =>
  derive('argon2id', {
    message: password.normalize('NFKC'),
    nonce: salt,
    parallelism: 1,
    tagLength: tagBytes,
    memory,
    passes,
  });

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/u, '');

const written = ({ memory, passes }: Cost, salt: Uint8Array, tag: Uint8Array): string =>
  `$argon2id$v=19$m=${memory},t=${passes},p=1$${base64(salt)}$${base64(tag)}`;

const form = /^\$argon2id\$v=19\$m=(?<m>\d+),t=(?<t>\d+),p=1\$(?<salt>[\w+/]{11,86})\$(?<tag>[\w+/]{43})$/u;

function readStored(stored: string): (Cost & { readonly salt: Uint8Array; readonly tag: Uint8Array }) | undefined {
  const { m, t, salt, tag } = form.exec(stored)?.groups ?? {};
  if (m === undefined || t === undefined || salt === undefined || tag === undefined) return undefined;
  return {
    memory: Number(m),
    passes: Number(t),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}
