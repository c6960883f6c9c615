import { array, type Coded, count, literal, object, string, stringLike } from '../v1/wire/codec.ts';
import { hashText, proof } from '../v1/wire/scalars.ts';

const sha256Text = stringLike(/^[0-9a-f]{64}$/u, 'a SHA-256 of 64 hex digits');

/** What one trustee says of the own partial decryption: at which head it was made, which it is, and the strong proof. */
export const sideSection = object({ owner: count, head: sha256Text, decryption: sha256Text, proof });
export type SideSection = Coded<typeof sideSection>;

/**
 * The side file of an archive: what our elections publish beside it, for the archive's own format has no place for it.
 *
 * One compact line, fields in this order, a section for each partial decryption in the order of the archive.
 */
export const sideFile = object({
  convite_side: literal(1),
  uuid: string,
  election_hash: hashText,
  sections: array(sideSection),
});
export type SideFile = Coded<typeof sideFile>;
