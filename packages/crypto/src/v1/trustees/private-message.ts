import { gcm } from '@noble/ciphers/aes.js';
import { bytesToHex, bytesToUtf8, hexToBytes } from '@noble/ciphers/utils.js';
import { err, ok, type Result } from '@convite/kernel';
import { utf8 } from '../../primitives/bytes.ts';
import type { Element, Group } from '../../primitives/group.ts';
import { type Randomness, randomScalar } from '../../primitives/randomness.ts';
import { portableSha256 } from '../../primitives/sha256.ts';
import { Misread, readText } from '../wire/codec.ts';
import { signedMessage } from '../wire/trustees-wire.ts';
import { openCcm } from './aes-ccm.ts';
import type { CeremonyKeys } from './ceremony-seed.ts';
import { addressedMessage, sealedMessage } from './ceremony-wire.ts';
import type { PrivateFault } from './member-faults.ts';
import { isSigned, signMessage } from './signed-message.ts';

const sha256 = portableSha256.sha256;

/**
 * Seals a text so that only the owner of an encryption key reads it: ElGamal for a random key, AES-256-GCM for the text.
 *
 * Source: Belenios specification 3.1, "Encrypting"; NIST SP 800-38D for GCM.
 * Symbols: alpha = g^r, beta = ek^r·K with K = g^s; AES key SHA-256("key|" + str(K)), nonce SHA-256("iv|" + str(alpha)).
 * Hazards: key and nonce are new for each text, as r and s are random. The exponents are `secretPower`s.
 */
export function sealText(group: Group, recipient: Element, text: string, random: Randomness): string {
  const r = randomScalar(group, random);
  const alpha = group.write(group.secretPower(group.g, r));
  const K = group.secretPower(group.g, randomScalar(group, random));
  const beta = group.write(group.multiply(group.secretPower(recipient, r), K));
  const data = bytesToHex(gcm(keyOf(group, K), nonceOf(alpha)).encrypt(utf8(text)));
  return sealedMessage.write({ algorithm: 'AES-GCM', alpha, beta, data });
}

const keyOf = (group: Group, K: Element): Uint8Array => sha256(utf8(`key|${group.write(K)}`));
const nonceOf = (alpha: string): Uint8Array => sha256(utf8(`iv|${alpha}`));

/** Opens a sealed text; undefined when it is none, was altered or is for another key. Reads AES-CCM too. */
export function openText(group: Group, decryptionKey: bigint, text: string): string | undefined {
  const sealed = readText(sealedMessage, text);
  if (sealed instanceof Misread) return undefined;
  const alpha = group.parse(sealed.alpha);
  const beta = group.parse(sealed.beta);
  if (alpha === undefined || beta === undefined) return undefined;
  const K = group.multiply(beta, group.inverse(group.secretPower(alpha, decryptionKey)));
  const [key, nonce, data] = [keyOf(group, K), nonceOf(sealed.alpha), hexToBytes(sealed.data)];
  const opened = sealed.algorithm === 'AES-GCM' ? openGcm(key, nonce, data) : openCcm(key, nonce, data);
  return opened === undefined ? undefined : bytesToUtf8(opened);
}

function openGcm(key: Uint8Array, nonce: Uint8Array, data: Uint8Array): Uint8Array | undefined {
  try {
    return gcm(key, nonce).decrypt(data);
  } catch {
    // The library throws when the tag does not fit or is missing, and for nothing else here.
    return undefined;
  }
}

/**
 * Signs a text for one recipient and seals it for the same.
 *
 * Source: Belenios specification 3.0, "Channels". Signed: the recipient's encryption key together with the text, so that
 *   nobody can pass the message on as if it had been meant for another.
 */
export function sendPrivately(
  group: Group,
  { signingKey }: CeremonyKeys,
  recipient: Element,
  text: string,
  random: Randomness,
): string {
  const addressed = addressedMessage.write({ recipient: group.write(recipient), message: text });
  return sealText(group, recipient, signedMessage.write(signMessage(group, signingKey, addressed, random)), random);
}

/** Opens a message and checks that this sender signed it for this recipient. */
export function receivePrivately(
  group: Group,
  { decryptionKey, encryptionKey }: CeremonyKeys,
  sender: Element,
  text: string,
): Result<string, PrivateFault> {
  const opened = openText(group, decryptionKey, text);
  const signed = opened === undefined ? undefined : readText(signedMessage, opened);
  if (signed === undefined || signed instanceof Misread) return err('message_unreadable');
  if (!isSigned(group, sender, signed.message, signed.signature)) return err('message_unsigned');
  const addressed = readText(addressedMessage, signed.message);
  if (addressed instanceof Misread) return err('content_unreadable');
  return addressed.recipient === group.write(encryptionKey) ? ok(addressed.message) : err('message_misdirected');
}
