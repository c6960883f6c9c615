import type { NewEvent } from '../../board/archive-writer.ts';
import { alteredAt } from '../../v1/shuffle/altered-text.fixture.ts';
import { withOrderTwo } from '../../v1/shuffle/shuffle.fixture.ts';
import type { Check } from '../checks.ts';
import type { SomePlaces } from '../complete-election.fixture.ts';
import { testSuite } from '../machine.fixture.ts';
import { type Events, placesOf, textIn, withEvent, withText } from '../tampered-archive.fixture.ts';
import { fault, type Pick, type SeededFault } from './seeded-fault.fixture.ts';

type Path = readonly (string | number)[];
type Change = (value: unknown) => unknown;

/** What is done to the value at a path of a JSON text. */
export type Edit = readonly [path: Path, change: Change];

/** One field of the text of each event of a type altered, at every place where the field is. */
export const altered = (
  check: Check,
  name: string,
  type: NewEvent['type'],
  edits: readonly Edit[] | ((text: string, some: SomePlaces) => readonly Edit[]),
  ...also: readonly Check[]
): SeededFault =>
  fault(
    check,
    name,
    ({ events, some }, pick) =>
      some(placesOf(events, type)).flatMap((at) => {
        const text = textIn(events[at]);
        return (typeof edits === 'function' ? edits(text, some) : edits).flatMap(([path, change]) => {
          const faulty = alteredAt(text, path, change);
          if (faulty === text) return [];
          return [[`event ${at} ${path.join('.')}`, withText(events, at, (was) => pick(was, faulty))] as const];
        });
      }),
    ...also,
  );

/** The number, or the number that a text holds, with an amount added; anything else stays. */
export const add =
  (amount: number): Change =>
  (value) =>
    typeof value === 'number' ? value + amount : value;
export const addToText =
  (amount: bigint): Change =>
  (value) =>
    typeof value === 'string' && /^[0-9]+$/u.test(value) ? String(BigInt(value) + amount) : value;
export const exchanged: Change = (value) => {
  if (!Array.isArray(value) || value.length < 2) return value;
  const [first, second, ...rest]: readonly unknown[] = value;
  return [second, first, ...rest];
};
export const shortened: Change = (value) => (Array.isArray(value) ? value.slice(1) : value);
export const lengthened: Change = (value) => (Array.isArray(value) && value.length > 0 ? [...value, value[0]] : value);
export const notMember: Change = (value) => (typeof value === 'string' ? withOrderTwo(value) : value);

const group = testSuite.group('Ed25519');
export const { q } = group;
/** A member that stands nowhere in an election. */
export const generator = group.write(group.g);

/** The paths to the entries of a list of lists. */
export const entries = (text: string, field: string, some: SomePlaces): readonly Path[] => {
  const value: Readonly<Record<string, readonly (readonly unknown[])[]>> = JSON.parse(text);
  return some((value[field] ?? []).flatMap((list, i) => list.map((_, j): Path => [field, i, j])));
};

/** Says of each event of a type that somebody else made it. */
export const ownersOf = (events: Events, type: 'Shuffle' | 'PartialDecryption', owner: number, pick: Pick) =>
  placesOf(events, type).map((at): readonly [string, Events] => [
    `event ${at}`,
    withEvent(events, at, (event) => ('owner' in event ? { ...event, owner: pick(event.owner, owner) } : event)),
  ]);
