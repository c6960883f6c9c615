import { base64nopad, hex } from '@scure/base';
import { err, ok, type Result } from '@convite/kernel';
import { utf8 } from '../primitives/bytes.ts';
import { type Sha256, type Sha256Hex, sha256Hex } from '../primitives/sha256.ts';
import { hashOfText } from '../v1/election/fingerprint.ts';
import { literal, Misread, object, readText, string } from '../v1/wire/codec.ts';
import { hashText } from '../v1/wire/scalars.ts';
import { readEventText } from './board-texts.ts';
import type { BoardIndex } from './board-index.ts';
import { type HeadFault, readHead } from './signed-head.ts';

/**
 * What a voter is given when a ballot stands on the board. Nothing in it tells a choice or a person.
 *
 * The event names the ballot by its hash, which is the tracker; the head, signed, names the event by its own. So the
 * receipt shows, with nothing else at hand, that the service has promised a board that holds this ballot at this height.
 */
const receiptForm = object({
  convite_receipt: literal(1),
  /** Fingerprint of the election. */
  election: hashText,
  tracker: hashText,
  /** The event of the ballot, as it stands in the archive. */
  event: string,
  /** The signed head of the board whose last event this is. */
  head: string,
});
export const writeReceipt = receiptForm.write;

/** What a receipt that holds says. */
export interface ReceiptFacts {
  readonly contest: string;
  readonly election: string;
  readonly tracker: string;
  /** Height of the ballot's event: how many events stand before it. */
  readonly height: number;
  /** SHA-256 of the event. */
  readonly event: Sha256Hex;
}

/** Why a receipt does not hold. */
export type ReceiptFault =
  | 'not_a_receipt'
  | HeadFault
  /** The event is no ballot in the one form that events have. */
  | 'not_a_ballot'
  /** The event holds another ballot than the tracker names. */
  | 'other_ballot'
  /** The signed head is not that of this event. */
  | 'other_event'
  /** The archive has another event at this height, or none. */
  | 'not_on_board';

/**
 * Checks a receipt without any connection.
 *
 * @param keyText the key of the service as it was published, from another place than the receipt.
 * @returns err with the first fault found.
 */
export function checkReceipt(text: string, keyText: string, sha256: Sha256): Result<ReceiptFacts, ReceiptFault> {
  const receipt = readText(receiptForm, text);
  if (receipt instanceof Misread) return err('not_a_receipt');
  const head = readHead(receipt.head, keyText, sha256);
  if (!head.ok) return head;
  const event = readEventText(receipt.event);
  if (event?.type !== 'Ballot' || event.payload === undefined) return err('not_a_ballot');
  if (base64nopad.encode(hex.decode(event.payload)) !== receipt.tracker) return err('other_ballot');
  const { contest, size, hash } = head.value;
  if (size !== event.height + 1 || hash !== sha256Hex(sha256(utf8(receipt.event)))) return err('other_event');
  return ok({ contest, election: receipt.election, tracker: receipt.tracker, height: event.height, event: hash });
}

/** Checks a receipt against an archive of the same election too: it must hold this very event at this height. */
export function checkReceiptOnBoard(
  text: string,
  keyText: string,
  archive: { readonly index: BoardIndex; readonly electionText: string },
  sha256: Sha256,
): Result<ReceiptFacts, ReceiptFault> {
  const facts = checkReceipt(text, keyText, sha256);
  if (!facts.ok) return facts;
  const { height, election, event } = facts.value;
  // The hash of the event holds the ballot and all events before it: the board up to here is the one that was signed.
  const isThere = height < archive.index.length && archive.index.event(height).hash === event;
  return isThere && election === hashOfText(sha256, archive.electionText) ? facts : err('not_on_board');
}
