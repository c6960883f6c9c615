import { concatBytes } from '@noble/hashes/utils.js';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { type Sha256, type Sha256Hex, sha256Hex } from '../primitives/sha256.ts';
import type { ArchiveHead } from './archive-reader.ts';
import { asciiBytes } from './ascii.ts';
import {
  isOwner,
  isTally,
  writeArchiveText,
  writeEventText,
  writeOwnedText,
  writeSetupText,
  writeTallyText,
} from './board-texts.ts';
import { eventOrder, type EventType, type ElectionState, type OrderRefusal } from './event-order.ts';
import { paddingOf, type RecordName, writeRecordHeader } from './tar-record.ts';

/** An event to be written, with the bytes of its contents. */
export type NewEvent =
  | {
      readonly type: 'Setup';
      readonly election: Uint8Array;
      readonly trustees: Uint8Array;
      readonly credentials: Uint8Array;
    }
  | { readonly type: 'Ballot' | 'Result'; readonly payload: Uint8Array }
  | {
      readonly type: 'EncryptedTally';
      readonly payload: Uint8Array;
      readonly numTallied: number;
      readonly totalWeight: bigint;
    }
  | { readonly type: 'Shuffle' | 'PartialDecryption'; readonly owner: number; readonly payload: Uint8Array }
  | { readonly type: 'EndBallots' | 'EndShuffles' };

/** The order of events does not allow an event where the election stands. */
export interface OutOfOrder {
  readonly type: 'out_of_order';
  readonly event: EventType;
  readonly state: ElectionState;
  readonly refusal: OrderRefusal;
}

/** What an event adds to an archive. */
export interface Appended {
  /** To be written behind the last byte. */
  readonly bytes: Uint8Array;
  /** SHA-256 of the event. */
  readonly hash: Sha256Hex;
  readonly height: number;
  /** Where the archive stands afterwards. */
  readonly head: ArchiveHead;
}

/** The first record of an archive, and where it stands with it. @throws InvariantError on an impossible timestamp */
export function startArchive(timestamp: number): { readonly bytes: Uint8Array; readonly head: ArchiveHead } {
  return {
    bytes: concatBytes(...recordParts({ kind: 'archive' }, asciiBytes(writeArchiveText(timestamp)), timestamp)),
    head: { timestamp, height: 0, parent: undefined, state: 'unpublished' },
  };
}

/**
 * Writes the records of an event, byte-exact: its contents, the small record that ties them to it, the event.
 *
 * Source: the public specification of Belenios 2.0, section "Public data".
 * Requires: contents of at most 2^30 - 1 bytes; owner from 1; numbers of ballots and weights not negative.
 * Hazards: contents are written as they are; whether they are JSON of the format, and true, others check before.
 *
 * @throws InvariantError where `Requires` does not hold
 */
export function appendEvent(head: ArchiveHead, event: NewEvent, sha256: Sha256): Result<Appended, OutOfOrder> {
  const step = eventOrder[head.state][event.type];
  if ('refused' in step) {
    return err({ type: 'out_of_order', event: event.type, state: head.state, refusal: step.refused });
  }
  const { timestamp, height, parent } = head;
  const records = createRecordPile(timestamp, sha256);
  const payload = pileContents(records, event);
  const hash = records.add('event', asciiBytes(writeEventText({ parent, height, type: event.type, payload })));
  const next: ArchiveHead = { timestamp, height: height + 1, parent: hash, state: step.to };
  return ok({ bytes: concatBytes(...records.parts), hash, height, head: next });
}

/** Appends one event after the other: to a new archive from the head of `startArchive`, or on from any other head. */
export function createArchiveWriter(from: { readonly head: ArchiveHead; readonly sha256: Sha256 }): {
  readonly append: (event: NewEvent) => Result<Appended, OutOfOrder>;
  readonly head: () => ArchiveHead;
} {
  let { head } = from;
  return {
    append: (event) => {
      const appended = appendEvent(head, event, from.sha256);
      if (appended.ok) ({ head } = appended.value);
      return appended;
    },
    head: () => head,
  };
}

interface RecordPile {
  readonly parts: readonly Uint8Array[];
  /** Adds a record and says by which hash it is named. */
  readonly add: (kind: 'data' | 'event', content: Uint8Array) => Sha256Hex;
}

function createRecordPile(timestamp: number, sha256: Sha256): RecordPile {
  const parts: Uint8Array[] = [];
  return {
    parts,
    add: (kind, content) => {
      const hash = sha256Hex(sha256(content));
      parts.push(...recordParts({ kind, sha256: hash }, content, timestamp));
      return hash;
    },
  };
}

/** Adds all but the event; says what the event has to name. */
function pileContents(records: RecordPile, event: NewEvent): Sha256Hex | undefined {
  const data = (content: Uint8Array) => records.add('data', content);
  switch (event.type) {
    case 'Setup': {
      const [election, trustees] = [data(event.election), data(event.trustees)];
      return data(asciiBytes(writeSetupText({ election, trustees, credentials: data(event.credentials) })));
    }
    case 'EncryptedTally': {
      const { numTallied, totalWeight } = event;
      invariant(isTally(numTallied, totalWeight), 'ballots and weights are counted from 0');
      return data(asciiBytes(writeTallyText({ numTallied, totalWeight, encryptedTally: data(event.payload) })));
    }
    case 'Shuffle':
    case 'PartialDecryption':
      invariant(isOwner(event.owner), 'trustees are numbered from 1');
      return data(asciiBytes(writeOwnedText({ owner: event.owner, payload: data(event.payload) })));
    case 'Ballot':
    case 'Result':
      return data(event.payload);
    case 'EndBallots':
    case 'EndShuffles':
      return undefined;
  }
}

const recordParts = (name: RecordName, content: Uint8Array, timestamp: number): readonly Uint8Array[] => [
  writeRecordHeader({ name, size: content.length, timestamp }),
  content,
  new Uint8Array(paddingOf(content.length)),
];
