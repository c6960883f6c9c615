import type { BoardRecord } from '@convite/crypto';
import type { PublishedEvent } from '../board/board-files.ts';
import type { StoredEvent } from '../store-board.ts';
import { hashOf } from './append-event.ts';

/** The records of a stored event in the order of the archive; the last is the event itself. */
export const recordsOf = ({ hash, event, payloads }: StoredEvent): readonly BoardRecord[] => [
  ...payloads.map((each) => ({ kind: 'data', sha256: each.hash, content: each.bytes }) as const),
  { kind: 'event', sha256: hash, content: event },
];

/** A stored event as the files of the board have it. */
export function publishedEvent(stored: StoredEvent): PublishedEvent {
  const { height, parent, hash, tracker, credential } = stored;
  const ballot = tracker === null || credential === null ? undefined : { tracker, credentialHash: hashOf(credential) };
  return { height, parent, hash, records: recordsOf(stored), ballot };
}
