import { array, type Codec, type Coded, count, literal, Misread, object, optional, string, tuple } from './codec.ts';
import { elementText, proof } from './scalars.ts';

/** The key of a trustee who decrypts alone, with a proof of knowledge of its secret. */
export const singleKey = object({ pok: proof, public_key: elementText, name: optional(string) });
export type SingleKeyWire = Coded<typeof singleKey>;

/** The key of a member of a threshold ceremony; signed by its owner since 3.0. */
export const memberKey = object({
  pok: proof,
  public_key: elementText,
  signature: optional(proof),
  name: optional(string),
});
export type MemberKeyWire = Coded<typeof memberKey>;

/** A text and a signature of it; which key made it stands elsewhere. */
export const signedMessage = object({ message: string, signature: proof });
export type SignedMessageWire = Coded<typeof signedMessage>;

/** What a threshold ceremony publishes; `signatures` since 2.5.1. */
export const thresholdParameters = object({
  threshold: count,
  certs: array(signedMessage),
  coefexps: array(signedMessage),
  signatures: optional(array(proof)),
  verification_keys: array(memberKey),
});
export type ThresholdWire = Coded<typeof thresholdParameters>;

const single = tuple(literal('Single'), singleKey);
const threshold = tuple(literal('Pedersen'), thresholdParameters);
export type TrusteeWire = Coded<typeof single> | Coded<typeof threshold>;

/** Chosen by its name, so that a refusal speaks of the form that was meant. */
const trustee: Codec<TrusteeWire> = {
  read: (value) => {
    const name: unknown = Array.isArray(value) ? value[0] : undefined;
    if (name === 'Single') return single.read(value);
    if (name === 'Pedersen') return threshold.read(value);
    return new Misread('', 'a trustee begins with "Single" or "Pedersen"');
  },
  write: (value) => (value[0] === 'Single' ? single.write(value) : threshold.write(value)),
};

/** All trustees of an election. */
export const trusteesWire = array(trustee);
export type TrusteesWire = Coded<typeof trusteesWire>;

/** Inside a certificate: where its owner sits (since 2.5.1), and the two public keys of the ceremony. */
export const certificate = object({
  context: optional(object({ group: string, size: count, threshold: count, index: count })),
  verification: elementText,
  encryption: elementText,
});
export type CertificateWire = Coded<typeof certificate>;

/** Inside a signed message of the ceremony: the public images of a polynomial's coefficients. */
export const coefficientImages = object({ coefexps: array(elementText) });

/** What a member confirms: all certificates together with the own images. */
export const confirmation = object({ certs: array(signedMessage), coefexps: array(elementText) });
