import {
  codec,
  dealWire,
  groupNames,
  memberKey,
  proofWire,
  readCeremonySeed,
  signedMessage,
  singleKey,
} from '@convite/crypto';
import { isoDate, oneOf, positive, sha256Text, shortText, textWhere } from './form-parts.ts';

const { literal, object, string, stringLike } = codec;

const decimal = stringLike(/^(?:0|[1-9]\d{0,616})$/u, 'a decimal number');
const group = oneOf(...groupNames);

/** The file with a trustee's secret: the key of one who decrypts alone, or a share. Nobody else sees it. */
export const keyFile = object({
  convite_key: literal(1),
  kind: oneOf('single', 'member'),
  group,
  name: shortText,
  public_key: string,
  secret: decimal,
});
export type KeyFile = codec.Coded<typeof keyFile>;

/** What a member of a ceremony keeps to itself until it has its share. */
export const ceremonySecretFile = object({
  convite_ceremony_secret: literal(1),
  group,
  threshold: positive,
  size: positive,
  member: positive,
  name: shortText,
  seed: textWhere((text) => readCeremonySeed(text) !== undefined, 'the seed of a ceremony'),
});
export type CeremonySecretFile = codec.Coded<typeof ceremonySecretFile>;

/** The public key of a trustee who decrypts alone. */
export const trusteePublicFile = object({ convite_trustee: literal(1), group, key: singleKey });
export type TrusteePublicFile = codec.Coded<typeof trusteePublicFile>;

/** What every file of a ceremony says of itself: of which ceremony it is, and of whom. */
const ceremonyHead = {
  convite_ceremony: literal(1),
  group,
  threshold: positive,
  size: positive,
  member: positive,
  name: shortText,
};

/** The three files that a member hands in during a ceremony, one for each step. */
export const certificateFile = object({ ...ceremonyHead, step: literal('certificate'), content: signedMessage });
export type CertificateFile = codec.Coded<typeof certificateFile>;

/** `certificates` is the SHA-256 of all certificates that the member had before it. */
export const dealFile = object({
  ...ceremonyHead,
  step: literal('deal'),
  certificates: sha256Text,
  content: dealWire,
});
export type DealFile = codec.Coded<typeof dealFile>;

/** `transcript` is the SHA-256 of all certificates and all deals that the member had before it. */
export const shareKeyFile = object({
  ...ceremonyHead,
  step: literal('key'),
  transcript: sha256Text,
  content: memberKey,
});
export type ShareKeyFile = codec.Coded<typeof shareKeyFile>;

/** What a trustee hands in of a rehearsal; `trustees` is the SHA-256 of the list of trustees. */
export const rehearsalFile = object({
  convite_rehearsal: literal(1),
  trustees: sha256Text,
  owner: positive,
  name: shortText,
  date: isoDate,
  factor: string,
  proof: proofWire,
});
export type RehearsalFile = codec.Coded<typeof rehearsalFile>;
