import { codec, sideSection } from '@convite/crypto';
import { positive, sha256Text } from './form-parts.ts';

const { array, literal, object, string } = codec;

/** What every file that goes into an archive says of itself; `head` is the last event that its maker saw. */
const electionHead = {
  uuid: string,
  election_hash: string,
  owner: positive,
  head: sha256Text,
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

/** What a trustee's key has shuffled of one election: the SHA-256 of each shuffle, the first made first. */
export const ownShufflesFile = object({ convite_own_shuffles: literal(1), uuid: string, shuffles: array(sha256Text) });
export type OwnShufflesFile = codec.Coded<typeof ownShufflesFile>;
