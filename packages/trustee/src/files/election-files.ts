import { codec, sideSection } from '@convite/crypto';

const { count, literal, object, string, stringLike } = codec;

/** What every file that goes into an archive says of itself; `head` is the last event that its maker saw. */
const electionHead = {
  uuid: string,
  election_hash: string,
  owner: count,
  head: stringLike(/^[0-9a-f]{64}$/u, 'a SHA-256 of 64 hex digits'),
};

/** A trustee's shuffle, to be added to the archive. */
export const shuffleFile = object({ convite_shuffle: literal(1), ...electionHead, shuffle: string });
export type ShuffleFile = codec.Coded<typeof shuffleFile>;

/**
 * A trustee's partial decryption with its section of the side file; beside the key the same is kept as a record. `tally` is
 * the SHA-256 of what was decrypted, in base64.
 */
export const decryptionFile = object({
  convite_decryption: literal(1),
  ...electionHead,
  tally: string,
  decryption: string,
  section: sideSection,
});
export type DecryptionFile = codec.Coded<typeof decryptionFile>;
