import { array, type Coded, object, optional, string, stringLike } from '../wire/codec.ts';
import { elementText, proof } from '../wire/scalars.ts';
import { memberKey, signedMessage } from '../wire/trustees-wire.ts';

/*
 * What members of a ceremony send to each other, through whoever runs it. None of it is ever published.
 * Source: Belenios specification 3.0, "Messages specific to threshold decryption support".
 */

/** A sealed text; without `algorithm` it is AES-CCM, as up to 3.0. */
export const sealedMessage = object({
  algorithm: optional(stringLike(/^AES-(?:GCM|CCM)$/u, 'AES-GCM or AES-CCM')),
  alpha: elementText,
  beta: elementText,
  data: stringLike(/^(?:[0-9a-f]{2})*$/u, 'bytes as lower-case hexadecimal digits'),
});

/** What is signed before it is sealed: a text and for whom it is. */
export const addressedMessage = object({ recipient: elementText, message: string });

/** A secret as earlier versions write it, not yet reduced modulo q; a bound of ours keeps texts short. */
const unreducedText = stringLike(/^(?:0|[1-9][0-9]{0,4999})$/u, 'a decimal number');

/** Sealed to oneself in step 3: the coefficients, from the constant one on. */
export const secretPolynomial = object({ polynomial: array(unreducedText) });

/** Sealed to another member in step 3: the value of the polynomial at the recipient's number. */
export const secretShare = object({ secret: unreducedText });

/** Sealed to oneself in step 5: the member's share of the election's secret key. */
export const secretKeyShare = object({ decryption_key: unreducedText });

/** Step 3: what a member hands in once all certificates are there; `signature` confirms them (since 2.5.1). */
export const dealWire = object({
  polynomial: string,
  secrets: array(string),
  coefexps: signedMessage,
  signature: optional(proof),
});
export type DealWire = Coded<typeof dealWire>;

/** Step 4: what a member gets back: the own polynomial, the shares for this member, everybody's images. */
export const receivedDeals = object({
  polynomial: string,
  secrets: array(string),
  coefexps: array(signedMessage),
  signatures: optional(array(proof)),
});
export type ReceivedDealsWire = Coded<typeof receivedDeals>;

/** Step 5: what a member hands in last: the sealed share for later, and the public key to be published. */
export const memberOutput = object({ private_key: string, public_key: memberKey });
export type MemberOutputWire = Coded<typeof memberOutput>;
