import { invariant } from '@convite/kernel';
import { firstRecord, hashOf, joined, recordBytes, testTimestamp, utf8 } from '../board/archive.fixture.ts';
import { bytesSource } from '../board/archive-source.ts';
import type { NewEvent } from '../board/archive-writer.ts';
import { writeEventText, writeOwnedText, writeSetupText, writeTallyText } from '../board/board-texts.ts';
import type { EventType } from '../board/event-order.ts';
import type { Sha256Hex } from '../primitives/sha256.ts';
import type { Check } from './checks.ts';
import { testMachine } from './machine.fixture.ts';
import { verifyArchive } from './verify-archive.ts';

export type Events = readonly NewEvent[];

/** An archive of these events in any order, every hash right: what a board says that nothing holds to the order. */
export function archiveOfEvents(events: Events): Uint8Array {
  const parts: Uint8Array[] = [firstRecord];
  const add = (kind: 'data' | 'event', content: Uint8Array): Sha256Hex => {
    const sha256 = hashOf(content);
    parts.push(recordBytes({ kind, sha256 }, content, testTimestamp));
    return sha256;
  };
  const data = (content: Uint8Array): Sha256Hex => add('data', content);
  const payloadOf = (event: NewEvent): Sha256Hex | undefined => {
    switch (event.type) {
      case 'Setup': {
        const [election, trustees] = [data(event.election), data(event.trustees)];
        return data(utf8(writeSetupText({ election, trustees, credentials: data(event.credentials) })));
      }
      case 'EncryptedTally':
        return data(utf8(writeTallyText({ ...event, encryptedTally: data(event.payload) })));
      case 'Shuffle':
      case 'PartialDecryption':
        return data(utf8(writeOwnedText({ owner: event.owner, payload: data(event.payload) })));
      case 'Ballot':
      case 'Result':
        return data(event.payload);
      case 'EndBallots':
      case 'EndShuffles':
        return undefined;
    }
  };
  let parent: Sha256Hex | undefined;
  for (const [height, event] of events.entries()) {
    const payload = payloadOf(event);
    parent = add('event', utf8(writeEventText({ parent, height, type: event.type, payload })));
  }
  return joined(...parts);
}

/** The text that an event carries; the election of a setup. */
export function textIn(event: NewEvent | undefined): string {
  invariant(event !== undefined && ('payload' in event || 'election' in event), 'the event carries a text');
  return Buffer.from('payload' in event ? event.payload : event.election).toString();
}

/** The places of all events of a type. */
export const placesOf = (events: Events, type: EventType): readonly number[] =>
  events.flatMap((event, i) => (event.type === type ? [i] : []));

/** The events with one of them changed. */
export const withEvent = (events: Events, at: number, change: (was: NewEvent) => NewEvent): Events =>
  events.map((event, i) => (i === at ? change(event) : event));

/** The events with another text in one of them. */
export const withText = (events: Events, at: number, change: (was: string) => string): Events =>
  withEvent(events, at, (event) => {
    invariant('payload' in event, 'the event carries one text');
    return { ...event, payload: utf8(change(textIn(event))) };
  });

export const without = (events: Events, ...places: readonly number[]): Events =>
  events.filter((_, i) => !places.includes(i));

export const inserted = (events: Events, at: number, ...added: Events): Events => events.toSpliced(at, 0, ...added);

/** The events with two of them in each other's place. */
export function swapped(events: Events, i: number, j: number): Events {
  return events.map((event, at) => (at === i ? events[j] : at === j ? events[i] : event) ?? event);
}

/** What the verifier says of an archive: accepted, or the checks that fail, each once, in the order of their numbers. */
export async function failedChecksOf(
  archive: Uint8Array,
  options: { readonly isStrict?: boolean; readonly side?: string | undefined; readonly earlier?: Uint8Array } = {},
): Promise<readonly Check[]> {
  const { earlier, ...others } = options;
  const { answer, checks } = await verifyArchive(testMachine, bytesSource(archive), {
    ...others,
    earlier: earlier === undefined ? undefined : bytesSource(earlier),
  });
  const failed = [...new Set(checks.failures.map(({ check }) => check))];
  invariant((answer === 'accepted') === (failed.length === 0), 'what is refused names a check');
  return failed;
}
