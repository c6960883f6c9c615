import { base64, hex } from '@scure/base';
import { err, ok, type Result } from '@convite/kernel';
import { type Sha256, type Sha256Hex, sha256Hex } from '../primitives/sha256.ts';
import { checkNote, decodeBase64, type NoteFault, signatureForm, writeNote } from './signed-note.ts';

/** Where a board stands: how many events it has, and the SHA-256 of the last, which holds all before it. */
export interface BoardHead {
  /** The contest whose board it is. */
  readonly contest: string;
  /** Events; the last has the height `size - 1`. At least 1. */
  readonly size: number;
  readonly hash: Sha256Hex;
}

/** Why a note is no head that the key signed. */
export type HeadFault = 'not_a_head' | NoteFault;

const origin = 'convite.board/1/';
const headForm = new RegExp(
  `^convite\\.board/1/([0-9a-f-]{36})\n([1-9][0-9]{0,14})\n([A-Za-z0-9+/]{43}=)\n${signatureForm}$`,
  'u',
);

/** The text that is signed: origin, size, hash of the last event in base64, each with its end of line. */
export const headText = ({ contest, size, hash }: BoardHead): string =>
  `${origin}${contest}\n${size}\n${base64.encode(hex.decode(hash))}\n`;

/** The signed head as a note; the caller made the signature over `headText` in UTF-8. */
export const writeHead = (head: BoardHead, publicKey: Uint8Array, signature: Uint8Array, sha256: Sha256): string =>
  writeNote(headText(head), publicKey, signature, sha256);

/** What a note says, whoever signed it; undefined where it is none of ours. */
export function claimedHead(note: string): BoardHead | undefined {
  const [, contest, size, hash] = headForm.exec(note) ?? [];
  if (contest === undefined || size === undefined || hash === undefined) return undefined;
  const bytes = decodeBase64(hash);
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
  const signed = decodeBase64(headForm.exec(note)?.[4] ?? '');
  if (head === undefined || signed === undefined) return err('not_a_head');
  const checked = checkNote(headText(head), signed, keyText, sha256);
  return checked.ok ? ok(head) : checked;
}
