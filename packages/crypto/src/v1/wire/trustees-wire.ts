import { array, type Coded, count, either, literal, object, optional, tuple, string } from './codec.ts';
import { elementText, proof } from './scalars.ts';

/** A public key with a proof of knowledge of its secret; `signature` by its owner since 3.0, for threshold members. */
const trusteeKey = object({ pok: proof, public_key: elementText, signature: optional(proof), name: optional(string) });
export type TrusteeKeyWire = Coded<typeof trusteeKey>;

export const signedMessage = object({ message: string, signature: proof });
export type SignedMessageWire = Coded<typeof signedMessage>;

const pedersen = object({
  threshold: count,
  certs: array(signedMessage),
  coefexps: array(signedMessage),
  signatures: optional(array(proof)),
  verification_keys: array(trusteeKey),
});
export type PedersenWire = Coded<typeof pedersen>;

const single = tuple(literal('Single'), trusteeKey);
const threshold = tuple(literal('Pedersen'), pedersen);
export type TrusteeWire = Coded<typeof single> | Coded<typeof threshold>;

const isSingle = (trustee: TrusteeWire): trustee is Coded<typeof single> => trustee[0] === 'Single';

export const trusteesWire = array(either(single, threshold, isSingle));

/** Inside a certificate: where its owner sits (since 2.5.1), and the two public keys of the ceremony. */
export const certificate = object({
  context: optional(object({ group: string, size: count, threshold: count, index: count })),
  verification: elementText,
  encryption: elementText,
});
export type CertificateWire = Coded<typeof certificate>;

/** Inside a signed message of the ceremony: the public images of a polynomial's coefficients. */
export const coefficientImages = object({ coefexps: array(elementText) });
