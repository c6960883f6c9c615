import { type Codec, type Group, Misread, readText, type Suite } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { keyFile, type KeyFile } from './trustee-files.ts';

/** A trustee's secret as the protocol takes it. */
export interface OwnKey {
  readonly file: KeyFile;
  readonly group: Group;
  readonly secret: bigint;
}

/** Why a text is no key: not in its form, or its secret and its public key do not belong together. */
export type KeyRefusal = { readonly type: 'malformed'; readonly place: string } | { readonly type: 'key_damaged' };

/** The text of a file of a trustee: one line of compact JSON, members in the order of its form, and a line end. */
export const fileText = <T>(form: Codec<T>, value: T): string => `${form.write(value)}\n`;

/**
 * Reads the text of a key file and holds the secret against its public key: a damaged file is found out here.
 *
 * Hazards: what it holds is never part of the refusal, only where it is wrong.
 */
export function readOwnKey(suite: Suite, text: string): Result<OwnKey, KeyRefusal> {
  const file = readText(keyFile, text);
  if (file instanceof Misread) return err({ type: 'malformed', place: file.place });
  const group = suite.group(file.group);
  const secret = BigInt(file.secret);
  return publicKeyOf(group, secret) === file.public_key ? ok({ file, group, secret }) : err({ type: 'key_damaged' });
}

/** The public key of a secret as it is written; undefined where it is no secret of the group. */
export const publicKeyOf = (group: Group, secret: bigint): string | undefined =>
  secret > 0n && secret < group.q ? group.write(group.secretPower(group.g, secret)) : undefined;
