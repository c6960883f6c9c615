import { invariant } from '@convite/kernel';
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';

/** The key by which people who take part are known, which stands outside the database. */
type Keys = { readonly peopleKey: Uint8Array };

/** Who asks for a code. */
export interface CodeQuestion {
  readonly address: string;
  /** 144 random bits in base64url, which the voter's device drew. */
  readonly question: string;
}

/**
 * What the database knows somebody by who asks for a code or has had an admission: a keyed hash, another one in each
 * contest. Rows are written in the order of time, so whatever names a person stands beside the ballot that comes next.
 */
export const addressMark = ({ peopleKey }: Keys, contest: string, address: string): string =>
  markOf(peopleKey, `address ${contest} ${address}`);

/** A question for a code: by what the device drew that asked, so that nobody else answers it or spends its tries. */
export const codeQuestionMark = ({ peopleKey }: Keys, contest: string, { address, question }: CodeQuestion): string =>
  markOf(peopleKey, `question ${contest} ${question} ${address}`);

export const personMark = ({ peopleKey }: Keys, contest: string, person: string): string =>
  markOf(peopleKey, `person ${contest} ${person}`);

const markOf = (key: Uint8Array, text: string): string => createHmac('sha256', key).update(text).digest('hex');

/**
 * An address for a job, which the database keeps until the letter is on its way. The same address is sealed the same way,
 * so that a code that still waits is not asked for twice: its nonce is a keyed hash of itself.
 */
export function sealAddress({ peopleKey }: Keys, contest: string, address: string): string {
  const nonce = createHmac('sha256', peopleKey).update(`nonce ${contest} ${address}`).digest().subarray(0, 12);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(peopleKey), nonce).setAAD(Buffer.from(contest));
  const sealed = Buffer.concat([nonce, cipher.update(padded(address)), cipher.final(), cipher.getAuthTag()]);
  return sealed.toString('base64url');
}

/** The address in a seal of this contest; undefined where it was not sealed here. */
export function openAddress({ peopleKey }: Keys, contest: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length !== 12 + longest + 16) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(peopleKey), bytes.subarray(0, 12))
    .setAAD(Buffer.from(contest))
    .setAuthTag(bytes.subarray(-16));
  const address = decipher.update(bytes.subarray(12, -16)).toString();
  try {
    decipher.final();
  } catch {
    // `final` throws for one reason alone: the seal is another's.
    return undefined;
  }
  return address.trimEnd();
}

const sealingKey = (key: Uint8Array): Uint8Array => createHmac('sha256', key).update('seal').digest();

/** More bytes than any address has that is taken, so that the length of a seal tells nothing. */
const longest = 256;
const padded = (address: string): Buffer => {
  invariant(Buffer.byteLength(address) <= longest, 'an address is short');
  const bytes = Buffer.alloc(longest, ' ');
  bytes.write(address);
  return bytes;
};
