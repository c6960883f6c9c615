import { utf8 } from '../../board/archive.fixture.ts';
import type { NewEvent } from '../../board/archive-writer.ts';
import type { Group } from '../../primitives/group.ts';
import type { Events } from '../tampered-archive.fixture.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** A JSON value with one thing altered in it, and where. */
interface Altered {
  readonly at: string;
  readonly value: Json;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !isList(value);

/** A text of the ceremony that holds JSON itself. */
const innerOf = (text: string): Json | undefined => {
  if (!text.startsWith('{')) return undefined;
  const value: Json = JSON.parse(text);
  return value;
};

/** Every way in which one value inside another can be altered. */
function everywhere(value: Json, at: string, alter: (value: Json) => readonly Json[]): readonly Altered[] {
  const inside = (part: Json, step: string, put: (is: Json) => Json): readonly Altered[] =>
    everywhere(part, at + step, alter).map((altered) => ({ at: altered.at, value: put(altered.value) }));
  const own = alter(value).map((is): Altered => ({ at, value: is }));
  if (isList(value)) {
    return [...own, ...value.flatMap((part, i) => inside(part, `[${i}]`, (is) => value.with(i, is)))];
  }
  if (isObject(value)) {
    const parts = Object.entries(value);
    return [...own, ...parts.flatMap(([name, part]) => inside(part, `.${name}`, (is) => ({ ...value, [name]: is })))];
  }
  const inner = typeof value === 'string' ? innerOf(value) : undefined;
  return inner === undefined ? own : inside(inner, '', (is) => JSON.stringify(is));
}

/** Another value of the same kind: the next number, another member, another sign of a hash or a text. */
const otherLeaf =
  (group: Group) =>
  (value: Json): readonly Json[] => {
    if (typeof value === 'number') return [value + 1];
    if (typeof value === 'boolean') return [!value];
    if (typeof value !== 'string' || innerOf(value) !== undefined) return [];
    const member = value.length === 64 ? group.parse(value) : undefined;
    if (member !== undefined) return [group.write(group.multiply(member, group.g))];
    if (/^[0-9]+$/u.test(value)) return [String((BigInt(value) + 1n) % group.q)];
    const weighted = /^([0-9a-f]{64}),([0-9]+)$/u.exec(value);
    if (weighted !== null) return [`${weighted[1]},${BigInt(weighted[2] ?? '') + 1n}`];
    return [value.startsWith('A') ? `B${value.slice(1)}` : `A${value.slice(1)}`];
  };

/** An object with a field more, or one less; a list with an entry more, or one less. */
const otherShape = (value: Json): readonly Json[] => {
  if (isList(value)) return [value.slice(0, -1), [...value, ...value.slice(-1)]];
  if (!isObject(value)) return [];
  const names = Object.keys(value);
  return [
    { ...value, also: 1 },
    ...names.map((name) => Object.fromEntries(Object.entries(value).filter(([other]) => other !== name))),
  ];
};

/** An archive's events with one thing altered in what one of them carries. */
export interface AlteredEvents {
  readonly at: string;
  readonly events: Events;
}

/** Every field of every record altered alone: `leaf` the values, `shape` which fields and entries there are. */
export function everyField(group: Group, events: Events, kind: 'leaf' | 'shape'): readonly AlteredEvents[] {
  const alter = kind === 'leaf' ? otherLeaf(group) : otherShape;
  const inText = (bytes: Uint8Array, name: string) => {
    const value: Json = JSON.parse(Buffer.from(bytes).toString());
    return everywhere(value, name, alter).map((altered) => ({
      ...altered,
      bytes: utf8(JSON.stringify(altered.value)),
    }));
  };
  const alteredEvent = (event: NewEvent, i: number): readonly { readonly at: string; readonly event: NewEvent }[] => {
    const at = `${i} ${event.type}`;
    const amounts = kind === 'leaf' ? amountsOf(event).map((is) => ({ at: `${at} amounts`, event: is })) : [];
    if (event.type === 'Setup') {
      return (['election', 'trustees', 'credentials'] as const).flatMap((part) =>
        inText(event[part], part).map(({ at: place, bytes }) => ({ at: place, event: { ...event, [part]: bytes } })),
      );
    }
    if (!('payload' in event)) return [];
    const payloads = inText(event.payload, at).map(({ at: place, bytes }) => ({
      at: place,
      event: { ...event, payload: bytes },
    }));
    return [...amounts, ...payloads];
  };
  return events.flatMap((event, i) =>
    alteredEvent(event, i).map((altered) => ({ at: altered.at, events: events.with(i, altered.event) })),
  );
}

/** An event with what its tying record says beside the hash altered. */
function amountsOf(event: NewEvent): readonly NewEvent[] {
  switch (event.type) {
    case 'EncryptedTally':
      return [
        { ...event, numTallied: event.numTallied + 1 },
        { ...event, totalWeight: event.totalWeight + 1n },
      ];
    case 'Shuffle':
    case 'PartialDecryption':
      return [{ ...event, owner: event.owner + 1 }];
    case 'Setup':
    case 'Ballot':
    case 'Result':
    case 'EndBallots':
    case 'EndShuffles':
      return [];
  }
}
