import { branded } from '@convite/kernel';
import type { Group } from '../../primitives/group.ts';
import type { CheckLog } from '../protocol-checks.ts';
import { Misread, readAnyLayout } from '../wire/codec.ts';
import { type SingleKeyWire, type TrusteeWire, trusteesWire } from '../wire/trustees-wire.ts';
import { checkDistinct, type Claim } from './distinct-keys.ts';
import { publicFaults } from './member-faults.ts';
import { readProvenKey } from './trustee-key.ts';
import type { Trustee, TrusteeEntry, Trustees, VerifiedTrustees } from './verified-trustees.ts';
import { verifyThreshold } from './verify-threshold.ts';

/** An entry as far as it could be read: what is undefined is in the log. */
interface ReadEntry {
  readonly claims: readonly Claim[];
  readonly names: readonly (string | undefined)[];
  /** The entry made of its numbered trustees. */
  readonly entriesOf: (trustees: readonly Trustee[]) => readonly TrusteeEntry[];
}

/**
 * Reads the record of trustees and makes every check of `trustees.*`.
 *
 * Source: Belenios specification 3.0, "Trustees"; that keys are distinct is a rule of ours.
 * Reads what versions from 2.0 to 3.x write; additions of later versions are checked where they are there, and what is
 * lacking is said in the entry.
 * Membership: of every element of the record, checked here.
 *
 * @param text the record as it is stored; it need not be compact.
 * @returns undefined when any check failed; all failures are in the log, with their place.
 */
export function verifyTrustees(group: Group, text: string, log: CheckLog): VerifiedTrustees | undefined {
  let failures = 0;
  const counting: CheckLog = {
    made: log.made,
    failed: (check, place, message) => {
      failures += 1;
      log.failed(check, place, message);
    },
  };
  counting.made('trustees.form');
  const wire = readAnyLayout(trusteesWire, text);
  if (wire instanceof Misread) {
    counting.failed('trustees.form', `trustees${wire.place}`, wire.sentence);
    return undefined;
  }
  if (wire.length === 0) counting.failed('trustees.form', 'trustees', 'There is no trustee.');

  const read = wire.flatMap((entry, i) => readEntry(group, entry, `trustees[${i}]`, counting) ?? []);
  checkDistinct(
    group,
    read.flatMap(({ claims }) => claims),
    counting,
  );
  return failures === 0 ? trusteesOf(group, read) : undefined;
}

function readEntry(group: Group, wire: TrusteeWire, place: string, log: CheckLog): ReadEntry | undefined {
  if (wire[0] === 'Single') return readSingle(group, wire[1], place, log);
  const ceremony = verifyThreshold(group, wire[1], place, log);
  if (ceremony === undefined) return undefined;
  const { threshold, verification_keys: keys } = wire[1];
  const { lacking } = ceremony;
  return {
    claims: [
      ...ceremony.parts.map((element, i) => ({ kind: 'part' as const, element, place: `${place}.coefexps[${i}]` })),
      ...ceremony.keys.map((element, i) => ({
        // Polynomials without a slope give everybody the same share.
        kind: threshold === 1 && i > 0 ? ('same' as const) : ('member' as const),
        element,
        place: `${place}.verification_keys[${i}]`,
      })),
    ],
    names: keys.map(({ name }) => name),
    entriesOf: (members) => [{ kind: 'threshold', threshold, members, lacking }],
  };
}

function readSingle(group: Group, wire: SingleKeyWire, place: string, log: CheckLog): ReadEntry {
  log.made('trustees.keys');
  log.made('trustees.knowledge');
  const key = readProvenKey(group, wire, (fault) => {
    const { check, message } = publicFaults[fault];
    log.failed(check, place, message);
  });
  return {
    claims: [{ kind: 'single', element: key, place }],
    names: [wire.name],
    entriesOf: (trustees) => trustees.map((trustee) => ({ kind: 'single', trustee })),
  };
}

/** Numbers the trustees through. Requires: every claim has its element. */
function trusteesOf(group: Group, read: readonly ReadEntry[]): VerifiedTrustees {
  const trustees: Trustee[] = [];
  const entries = read.flatMap(({ claims, names, entriesOf }) => {
    const keys = claims.flatMap(({ kind, element }) => (kind === 'part' || element === undefined ? [] : [element]));
    const own = keys.map((key, i) => ({ owner: trustees.length + i + 1, key, name: names[i] }));
    trustees.push(...own);
    return entriesOf(own);
  });
  const electionKey = read
    .flatMap(({ claims }) => claims)
    .flatMap(({ kind, element }) => ((kind === 'single' || kind === 'part') && element !== undefined ? [element] : []))
    .reduce((product, part) => group.multiply(product, part), group.one);
  return branded<Trustees, 'VerifiedTrustees'>({ group, entries, trustees, electionKey });
}
