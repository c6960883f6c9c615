import type { Choices } from '../v1/ballot/make-ballot.ts';

/**
 * What a simulation knows and a real election never has in one place: a line each of its private file.
 *
 * Numbers beyond 2^53 are decimal texts, as in the format; voters and trustees count from 1.
 */
export type PrivateRecord =
  | { readonly type: 'election'; readonly uuid: string; readonly name: string; readonly group: string }
  | {
      readonly type: 'trustee';
      readonly owner: number;
      readonly public_key: string;
      /** The key, or the share of it, that the trustee decrypts with. */
      readonly secret_key: string;
      /** Of a member of a ceremony: the seed, and the share sealed with it. */
      readonly seed?: string;
      readonly sealed_share?: string;
    }
  | {
      readonly type: 'voter';
      readonly voter: number;
      readonly credential: string;
      readonly public_credential: string;
      readonly weight: string;
    }
  /** A ballot, in the order in which they were cast; the last of a voter counts. */
  | { readonly type: 'ballot'; readonly voter: number; readonly choices: Choices; readonly tracker: string };
