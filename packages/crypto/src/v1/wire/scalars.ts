import { type Coded, object, stringLike } from './codec.ts';

/** A number of Z_q as it travels: decimal, no sign, no leading zero. Whether it is below q is another question. */
export const scalarText = stringLike(/^(?:0|[1-9][0-9]{0,616})$/u, 'a decimal number without leading zeros');

/** A group element as it travels: decimal, or 64 lower-case hex digits. Whether it is a member is another question. */
export const elementText = stringLike(/^(?:[0-9]{1,617}|[0-9a-f]{64})$/u, 'a group element');

/** A hash in base64 without padding: 43 signs. */
export const hashText = stringLike(/^[A-Za-z0-9+/]{43}$/u, 'a hash of 43 signs');

export const proof = object({ challenge: scalarText, response: scalarText });
export type ProofWire = Coded<typeof proof>;

export const ciphertext = object({ alpha: elementText, beta: elementText });
export type CiphertextWire = Coded<typeof ciphertext>;
