import { ed25519 } from '@noble/curves/ed25519.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { base64, hex } from '@scure/base';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { utf8 } from '../primitives/bytes.ts';
import { type Sha256, type Sha256Hex, sha256Hex } from '../primitives/sha256.ts';

/** Where a board stands: how many events it has, and the SHA-256 of the last, which holds all before it. */
export interface BoardHead {
  /** The contest whose board it is. */
  readonly contest: string;
  /** Events; the last has the height `size - 1`. At least 1. */
  readonly size: number;
  readonly hash: Sha256Hex;
}

/** Why a note is no head that the key signed. */
export type HeadFault = 'not_a_head' | 'not_a_key' | 'other_key' | 'signature_fails';

const origin = 'convite.board/1/';
const keyName = 'convite.board';
/** Of the C2SP note format: Ed25519. */
const algorithm = 0x01;

const headForm =
  /^convite\.board\/1\/([0-9a-f-]{36})\n([1-9][0-9]{0,14})\n([A-Za-z0-9+/]{43}=)\n\n\u2014 convite\.board ([A-Za-z0-9+/]{91}=)\n$/u;
const keyForm = /^convite\.board\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/u;

/** The text that is signed: origin, size, hash of the last event in base64, each with its end of line. */
export const headText = ({ contest, size, hash }: BoardHead): string =>
  `${origin}${contest}\n${size}\n${base64.encode(hex.decode(hash))}\n`;

/** The first four bytes of SHA-256(name, 0x0A, algorithm, key): which key signed. */
const keyIdOf = (publicKey: Uint8Array, sha256: Sha256): Uint8Array =>
  sha256(concatBytes(utf8(`${keyName}\n`), Uint8Array.of(algorithm), publicKey)).subarray(0, 4);

/** The public key as it is published: name, key id, algorithm and key. @throws InvariantError unless it has 32 bytes */
export function boardKeyText(publicKey: Uint8Array, sha256: Sha256): string {
  invariant(publicKey.length === 32, 'a public key of Ed25519 has 32 bytes');
  const id = hex.encode(keyIdOf(publicKey, sha256));
  return `${keyName}+${id}+${base64.encode(concatBytes(Uint8Array.of(algorithm), publicKey))}`;
}

/**
 * The signed head as a note.
 *
 * Source: C2SP signed-note 1.0; RFC 8032 for the signature, which the caller made over `headText` in UTF-8.
 */
export function writeHead(head: BoardHead, publicKey: Uint8Array, signature: Uint8Array, sha256: Sha256): string {
  const signed = base64.encode(concatBytes(keyIdOf(publicKey, sha256), signature));
  return `${headText(head)}\n\u2014 ${keyName} ${signed}\n`;
}

/** What a note says, whoever signed it; undefined where it is none of ours. */
export function claimedHead(note: string): BoardHead | undefined {
  const [, contest, size, hash] = headForm.exec(note) ?? [];
  if (contest === undefined || size === undefined || hash === undefined) return undefined;
  const bytes = decoded(hash);
  return bytes?.length === 32 ? { contest, size: Number(size), hash: sha256Hex(bytes) } : undefined;
}

/**
 * Reads a signed head and checks its signature under a published key.
 *
 * Statement: the holder of the key has seen a board of this contest with `size` events of which the last has this hash.
 * Domain separation: the first line, `convite.board/1/` and the contest.
 * Running time: depends on public values only.
 */
export function readHead(note: string, keyText: string, sha256: Sha256): Result<BoardHead, HeadFault> {
  const head = claimedHead(note);
  const signed = decoded(headForm.exec(note)?.[4] ?? '');
  if (head === undefined || signed === undefined) return err('not_a_head');
  const key = decoded(keyForm.exec(keyText)?.[2] ?? '');
  if (key?.length !== 33 || key[0] !== algorithm || boardKeyText(key.subarray(1), sha256) !== keyText) {
    return err('not_a_key');
  }
  const publicKey = key.subarray(1);
  if (hex.encode(signed.subarray(0, 4)) !== hex.encode(keyIdOf(publicKey, sha256))) return err('other_key');
  const holds = ed25519.verify(signed.subarray(4), utf8(headText(head)), publicKey, { zip215: false });
  return holds ? ok(head) : err('signature_fails');
}

function decoded(text: string): Uint8Array | undefined {
  try {
    return base64.decode(text);
  } catch {
    // `decode` throws for one reason alone: the text is no base64, or not the one text of its bytes.
    return undefined;
  }
}
