import { byteText } from '../../board/ascii.ts';
import type { Element, Group } from '../../primitives/group.ts';
import type { CheckLog } from '../protocol-checks.ts';
import { createCredentialIndex } from './credential-index.ts';

/**
 * The public credentials of an election: members other than the identity, no two equal, each with its weight.
 *
 * Places count from 0 in the order of the record; a credential that failed a check has none.
 */
export interface CredentialList {
  readonly size: number;
  /** The place of a public credential by its canonical text. */
  indexOf(text: string): number | undefined;
  /** How often the ballot of this place counts. Requires: 0 ≤ index < size. */
  weightAt(index: number): bigint;
}

/** The greatest weight that one credential may have: 2^64 - 1. A bound of ours, far above what can be tallied. */
const maxWeight = 2n ** 64n - 1n;

/** Entries between two words about progress. */
const stride = 1000;

/** An entry as the format writes it: the credential, and where weights are used its weight after a comma. */
const entryForm = /^([0-9a-f]{1,617})(?:,(0|[1-9][0-9]{0,19}))?$/;

/**
 * Reads and checks the record of public credentials: `["pub","pub,weight",…]`, compact.
 *
 * Source: Belenios specification 2.0, "Credentials"; that credentials are distinct and members: ours demands it always.
 * Membership: every credential is read through `group.parse`, and the identity is refused.
 * Requires: `bytes` is the record's whole content; it is not kept.
 * Cost: one `group.parse` a credential; 40 to 48 bytes of memory for each, 8 more where weights are used.
 *
 * @param mixed whether a question of the election is mixed: then every weight must be 1.
 * @param progress told now and then how many entries were read, of at most how many.
 * @returns undefined when the record has not the form of a list; otherwise the entries that passed every check.
 */
export function readCredentialList(
  group: Group,
  bytes: Uint8Array,
  {
    mixed,
    progress = () => undefined,
  }: { readonly mixed: boolean; readonly progress?: (done: number, of: number) => void },
  log: CheckLog,
): CredentialList | undefined {
  const bound = entryBound(bytes);
  const index = createCredentialIndex(bound);
  const weights = createWeights(bound);
  log.made('credentials.form');
  let isList = true;
  for (const { position, text } of entriesOf(bytes)) {
    if (text === undefined) {
      log.failed(
        'credentials.form',
        `credentials[${position}]`,
        'The record is no compact list of texts from here on.',
      );
      isList = false;
      continue;
    }
    if (position % stride === 0) progress(position, bound);
    const place = `credentials[${position}]`;
    const [, credential, weightText] = entryForm.exec(text) ?? [];
    if (credential === undefined) {
      log.failed('credentials.form', place, 'The entry is no credential, alone or with a weight after a comma.');
      continue;
    }
    const isGood = isSound(group, credential, place, log);
    const weight = readWeight(weightText, mixed, place, log);
    log.made('credentials.distinct');
    if (index.indexOf(credential) !== undefined) {
      log.failed('credentials.distinct', place, 'The credential stands in the list already.');
    } else if (isGood && weight !== undefined) {
      weights.set(index.size, weight);
      index.add(credential);
    }
  }
  return isList ? { size: index.size, indexOf: index.indexOf, weightAt: weights.at } : undefined;
}

function isSound(group: Group, text: string, place: string, log: CheckLog): boolean {
  log.made('credentials.members');
  const credential = group.parse(text);
  if (credential === undefined) {
    log.failed('credentials.members', place, 'The credential is not the canonical text of a member of the group.');
    return false;
  }
  if (!group.equals(credential, group.one)) return true;
  log.failed('credentials.members', place, 'The credential is the identity, whose secret everybody knows.');
  return false;
}

function readWeight(text: string | undefined, mixed: boolean, place: string, log: CheckLog): bigint | undefined {
  log.made('credentials.weights');
  const weight = text === undefined ? 1n : BigInt(text);
  const fault =
    weight < 1n
      ? 'The weight is below 1.'
      : weight > maxWeight
        ? `The weight is above ${maxWeight}.`
        : mixed && weight !== 1n
          ? 'The weight is not 1, though a question is mixed.'
          : undefined;
  if (fault === undefined) return weight;
  log.failed('credentials.weights', place, fault);
  return undefined;
}

/** The weights by place; no memory is taken while all are 1. */
function createWeights(capacity: number): {
  readonly set: (index: number, weight: bigint) => void;
  readonly at: (index: number) => bigint;
} {
  let weights: BigUint64Array | undefined;
  return {
    set(index, weight) {
      if (weight === 1n && weights === undefined) return;
      weights ??= new BigUint64Array(capacity).fill(1n);
      weights[index] = weight;
    },
    at: (index) => weights?.[index] ?? 1n,
  };
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN = 0x5b;
const CLOSE = 0x5d;

/** An entry of the list at its position; `text` is undefined where the bytes stop being a list, and nothing follows. */
interface Entry {
  readonly position: number;
  readonly text: string | undefined;
}

/** No more entries than pairs of quotes. */
function entryBound(bytes: Uint8Array): number {
  let quotes = 0;
  for (const byte of bytes) if (byte === QUOTE) quotes += 1;
  return quotes >> 1;
}

/** Takes a compact list of texts apart without making a text of the whole, which engines bound. */
export function* entriesOf(bytes: Uint8Array): Generator<Entry, void> {
  const last = bytes.length - 1;
  if (bytes[0] !== OPEN || bytes[last] !== CLOSE) {
    yield { position: 0, text: undefined };
    return;
  }
  let position = 0;
  for (let at = 1; at < last; position++) {
    const end = bytes[at] === QUOTE ? bytes.indexOf(QUOTE, at + 1) : -1;
    const next = end + 1;
    // After an entry the list ends, or a comma and another entry follow.
    const isEntry = end >= 0 && (next === last || (bytes[next] === COMMA && next + 1 < last));
    yield { position, text: isEntry ? byteText(bytes.subarray(at + 1, end)) : undefined };
    if (!isEntry) return;
    at = next + 1;
  }
}

/** A public credential with its weight, to be published. */
export interface WeightedCredential {
  readonly credential: Element;
  /** At least 1. */
  readonly weight: bigint;
}

/**
 * Writes the record of public credentials, sorted by the group's order: the order of the roll does not show.
 *
 * As the format does, weights are left out where all are 1, and else written with every credential.
 * Cost: one text; engines bound it near 2^29 signs, which is 8,000,000 credentials on the curve and 860,000 elsewhere.
 */
export function writeCredentialList(group: Group, credentials: readonly WeightedCredential[]): string {
  const isWeighted = credentials.some(({ weight }) => weight !== 1n);
  const entries = credentials
    .toSorted((a, b) => group.compare(a.credential, b.credential))
    .map(({ credential, weight }) => `"${group.write(credential)}${isWeighted ? `,${weight}` : ''}"`);
  return `[${entries.join(',')}]`;
}
