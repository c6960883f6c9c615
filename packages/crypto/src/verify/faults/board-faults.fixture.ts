import {
  archiveOf,
  dataRecord,
  hashOf,
  joined,
  recordBytes,
  recordsOf,
  relinked,
  type TestRecord,
  textOf,
  testTimestamp,
  utf8,
} from '../../board/archive.fixture.ts';
import { eventOrder, eventTypes, type ElectionState, type EventType, type Step } from '../../board/event-order.ts';
import type { CompleteElection } from '../complete-election.fixture.ts';
import { fault, rawFault, type SeededFault } from './seeded-fault.fixture.ts';
import { archiveOfEvents, type Events, inserted, placesOf, swapped, without } from '../tampered-archive.fixture.ts';

/** Leaves out each event of a type, everything linked again. */
const missing = (type: EventType): SeededFault =>
  fault('chain.order', `${type} left out`, ({ events }, pick) =>
    placesOf(events, type).map((at) => [`event ${at}`, pick(events, without(events, at))]),
  );

/** Whether the order of events allows these, one after the other, from the start. */
function isInOrder(events: Events): boolean {
  let state: ElectionState = 'unpublished';
  for (const { type } of events) {
    const step: Step = eventOrder[state][type];
    if ('refused' in step) return false;
    state = step.to;
  }
  return true;
}

/** Puts a copy of the last event of a type at every place where the order forbids it. */
const misplaced = (type: EventType): SeededFault =>
  fault('chain.order', `${type} once more, out of order`, ({ events, some }, pick) => {
    const original = events.findLast((event) => event.type === type);
    if (original === undefined) return [];
    const places = Array.from({ length: events.length + 1 }, (_, at) => at);
    const forbidden = places.filter((at) => !isInOrder(inserted(events, at, original)));
    return some(forbidden).map((at) => [`before event ${at}`, pick(events, inserted(events, at, original))]);
  });

const sound = ({ events }: CompleteElection) => recordsOf(archiveOfEvents(events));

/** The places among the records where events stand. */
const eventsAmong = (records: readonly TestRecord[]): readonly number[] =>
  records.flatMap(({ kind }, i) => (kind === 'event' ? [i] : []));

/** The records with every event naming the one before as its parent; all else stays as it was. */
function rechained(records: readonly TestRecord[]): readonly TestRecord[] {
  let parent: string | undefined;
  return records.map((record) => {
    if (record.kind === 'data') return record;
    const content = utf8(textOf(record).replace(/"parent":"[^"]*"/u, `"parent":"${parent}"`));
    parent = hashOf(content);
    return { ...record, content };
  });
}

/** Does something to the text of each event but the first, and nothing else: the events after it are linked again. */
const alteredEvents = (
  check: SeededFault['check'],
  name: string,
  change: (text: string) => string,
  ...also: SeededFault['also']
): SeededFault =>
  rawFault(
    check,
    name,
    (base, pick) => {
      const records = sound(base);
      const places = eventsAmong(records).slice(1);
      return base.some(places.filter((at) => change(textOf(records[at])) !== textOf(records[at]))).map((at) => {
        const text = textOf(records[at]);
        const altered = records.map((was, i) => (i === at ? { ...was, content: utf8(pick(text, change(text))) } : was));
        return [`record ${at}`, archiveOf(rechained(altered))];
      });
    },
    ...also,
  );

/** Defects of container and chain. */
export const boardFaults: readonly SeededFault[] = [
  ...(['Setup', 'EndBallots', 'EncryptedTally', 'EndShuffles'] as const).map(missing),
  ...eventTypes.map(misplaced),
  fault('chain.order', 'two events in each other’s place', ({ events, some }, pick) =>
    some([...events.keys()].slice(0, -1).filter((i) => !isInOrder(swapped(events, i, i + 1)))).map((i) => [
      `events ${i}, ${i + 1}`,
      pick(events, swapped(events, i, i + 1)),
    ]),
  ),
  fault('chain.order', 'the vote ended before the first ballot', ({ events }, pick) => {
    const end = placesOf(events, 'EndBallots')[0] ?? 0;
    return [['event 1', pick(events, inserted(without(events, end), 1, { type: 'EndBallots' }))]];
  }),
  fault('chain.order', 'an archive without an event', ({ events }, pick) => [['all', pick(events, [])]]),
  rawFault(
    'chain.links',
    'an event left out, nothing linked again',
    (base, pick) => {
      const records = sound(base);
      const places = eventsAmong(records);
      return base.some([...places.keys()].slice(1, -1)).map((i) => {
        const [before = 0, at = 0] = [places[i - 1], places[i]];
        return [`event ${i}`, archiveOf(pick(records, records.toSpliced(before + 1, at - before)))];
      });
    },
    'chain.form',
    'chain.order',
  ),
  rawFault('chain.links', 'a forked chain: an event goes on from the one before the last', (base, pick) => {
    const records = sound(base);
    const parentOf = (at: number | undefined) => /"parent":"[^"]*"/u.exec(textOf(records[at ?? 0]))?.[0] ?? '';
    const places = eventsAmong(records);
    return base.some([...places.keys()].slice(2)).map((i) => {
      const at = places[i] ?? 0;
      const own = parentOf(at);
      const content = utf8(textOf(records[at]).replace(own, pick(own, parentOf(places[i - 1]))));
      return [`event ${i}`, archiveOf([...records.slice(0, at), { kind: 'event', content }])];
    });
  }),
  alteredEvents('chain.form', 'a height counted wrong', (text) => text.replace(/"height":([0-9]+)/u, '"height":1$1')),
  alteredEvents(
    'chain.form',
    'an event written with a space',
    (text) => text.replace(',"type"', ', "type"'),
    'chain.order',
  ),
  alteredEvents('chain.payloads', 'an event that names another record', (text) =>
    text.replace(/"payload":"[^"]*"/u, `"payload":"${hashOf(utf8('other'))}"`),
  ),
  rawFault('chain.payloads', 'a record that no event demands', (base, pick) => {
    const records = sound(base);
    return base
      .some(eventsAmong(records))
      .map((at) => [
        `record ${at + 1}`,
        archiveOf(pick(records, records.toSpliced(at + 1, 0, dataRecord('{"stray":1}')))),
      ]);
  }),
  rawFault('chain.payloads', 'the last event cut off behind its contents', (base, pick) => {
    const records = sound(base);
    return [['end', archiveOf(pick(records, records.slice(0, -1)))]];
  }),
  rawFault('chain.wrappers', 'a tying record written with a space', (base, pick) => {
    const records = sound(base);
    return records.flatMap((record, i) => {
      const text = textOf(record);
      if (!/^\{"(?:owner|num_tallied|election":"[0-9a-f]{64}")/u.test(text)) return [];
      const content = utf8(pick(text, text.replace(':', ': ')));
      const event = textOf(records[i + 1]).replace(/"payload":"[^"]*"/u, `"payload":"${hashOf(content)}"`);
      const changed = records.map((was, j) =>
        j === i ? { ...was, content } : j === i + 1 ? { ...was, content: utf8(event) } : was,
      );
      return [[`record ${i}`, archiveOf(relinked(changed))]];
    });
  }),
  rawFault(
    'container.hashes',
    'one bit of a record turned over',
    (base, pick) => {
      const records = sound(base);
      return base.some([...records.entries()]).map(([i, record]) => {
        const content = record.content.slice();
        const middle = content.length >> 1;
        content[middle] = (content[middle] ?? 0) ^ 1;
        const faulty = records.map((was, j) => (j === i ? { ...was, content, named: hashOf(was.content) } : was));
        return [`record ${i}`, archiveOf(pick(records, faulty))];
      });
    },
    'chain.form',
    'chain.links',
    'chain.order',
    'chain.payloads',
    'chain.wrappers',
  ),
  rawFault(
    'container.records',
    'the file cut off anywhere',
    (base, pick) => {
      const archive = archiveOfEvents(base.events);
      return [1, 511, 512, 700, 1023, (archive.length >> 1) + 100].map((lost) => [
        `${lost} bytes less`,
        pick(archive, archive.subarray(0, archive.length - lost)),
      ]);
    },
    'container.hashes',
    'chain.payloads',
  ),
  rawFault('container.records', 'bytes behind the last record', (base, pick) => {
    const archive = archiveOfEvents(base.events);
    return [1, 512, 1024].map((more) => [`${more} zeros`, pick(archive, joined(archive, new Uint8Array(more)))]);
  }),
  rawFault('container.timestamps', 'a record of another time', (base, pick) => {
    const records = sound(base);
    return base
      .some([...records.keys()])
      .map((i) => [
        `record ${i}`,
        archiveOf(
          records.map((was, j) => (j === i ? { ...was, timestamp: pick(testTimestamp, testTimestamp + 1) } : was)),
        ),
      ]);
  }),
  rawFault('container.header', 'a header of another version', (base, pick) => {
    const text = `{"version":${pick(1, 2)},"timestamp":"${testTimestamp}"}`;
    return [['header', archiveOf(sound(base), recordBytes({ kind: 'archive' }, utf8(text), testTimestamp))]];
  }),
];
