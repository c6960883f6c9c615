import { base64, hex } from '@scure/base';
import { err, ok, type Result } from '@convite/kernel';
import { type Sha256, type Sha256Hex, sha256Hex } from '../primitives/sha256.ts';
import { checkNote, decodeBase64, type NoteFault, signatureForm, writeNote } from './signed-note.ts';

/** A result protocol as a site puts its name to it. */
export interface SignedProtocol {
  /** The short name of the consultation. */
  readonly slug: string;
  /** SHA-256 of the bytes of the protocol. */
  readonly sha256: Sha256Hex;
  /** The program that the site runs, and its version. */
  readonly software: string;
}

/** Why a note is no protocol that the key signed. */
export type ProtocolFault = 'not_a_protocol' | NoteFault;

const noteForm = new RegExp(
  `^convite\\.protocol/1/([a-z0-9]+(?:-[a-z0-9]+)*)\n([A-Za-z0-9+/]{43}=)\n([a-z]+ [0-9A-Za-z.+-]{1,40})\n${signatureForm}$`,
  'u',
);

/** The text that is signed: origin, SHA-256 of the protocol in base64, program and version, each with its end of line. */
export const protocolText = ({ slug, sha256, software }: SignedProtocol): string =>
  `convite.protocol/1/${slug}\n${base64.encode(hex.decode(sha256))}\n${software}\n`;

/** The signature of a protocol as a note; the caller made it over `protocolText` in UTF-8. */
export const writeProtocol = (
  protocol: SignedProtocol,
  publicKey: Uint8Array,
  signature: Uint8Array,
  sha256: Sha256,
): string => writeNote(protocolText(protocol), publicKey, signature, sha256);

/**
 * Reads the signature of a protocol and checks it under a published key.
 *
 * Statement: the holder of the key publishes the protocol that has this SHA-256 for the consultation of this name.
 * Domain separation: the first line, `convite.protocol/1/` and the name.
 * Running time: depends on public values only.
 */
export function readProtocol(note: string, keyText: string, sha256: Sha256): Result<SignedProtocol, ProtocolFault> {
  const [, slug, hash = '', software, signature = ''] = noteForm.exec(note) ?? [];
  const [bytes, signed] = [decodeBase64(hash), decodeBase64(signature)];
  if (slug === undefined || software === undefined || bytes?.length !== 32 || signed === undefined) {
    return err('not_a_protocol');
  }
  const protocol = { slug, sha256: sha256Hex(bytes), software };
  const checked = checkNote(protocolText(protocol), signed, keyText, sha256);
  return checked.ok ? ok(protocol) : checked;
}
