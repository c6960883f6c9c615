import type { Element, Group } from '../../primitives/group.ts';
import type { CheckLog } from '../protocol-checks.ts';
import { createEntryReader, type Entry } from './credential-entries.ts';
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

/** Bytes of a list in memory that are read at a time: the entries of a piece are made before the first is used. */
const pieceBytes = 2 ** 16;

/** An entry as the format writes it: the credential, and where weights are used its weight after a comma. */
const entryForm = /^([0-9a-f]{1,617})(?:,(0|[1-9][0-9]{0,19}))?$/;

/** What is known of a list before its first byte. */
export interface ListToRead {
  /** In bytes. */
  readonly length: number;
  /** Whether a question of the election is mixed: then every weight must be 1. */
  readonly mixed: boolean;
  /** Told now and then how many entries were read, of about how many. */
  readonly progress?: (done: number, of: number) => void;
}

/** Reads and checks a list of credentials while its bytes come. */
export interface CredentialReader {
  readonly take: (piece: Uint8Array) => void;
  /** @returns undefined when the record has not the form of a list; otherwise the entries that passed every check. */
  readonly end: () => CredentialList | undefined;
}

/**
 * Reads and checks the record of public credentials: `["pub","pub,weight",…]`, compact.
 *
 * Source: Belenios specification 2.0, "Credentials"; that credentials are distinct and members: ours demands it always.
 * Membership: every credential is read through `group.parse`, and the identity is refused.
 * Requires: pieces whose lengths add up to the one announced; none is kept.
 * Cost: one `group.parse` a credential; 40 to 48 bytes of memory for each, 8 to 16 more where weights are used.
 */
export function createCredentialReader(
  group: Group,
  { length, mixed, progress = () => undefined }: ListToRead,
  log: CheckLog,
): CredentialReader {
  // Members are written at nearly equal length; should a list hold more, the index grows.
  const index = createCredentialIndex(Math.ceil(length / group.write(group.g).length));
  const weights = createWeights();
  const entries = createEntryReader(length);
  let [isList, bytesRead] = [true, 0];
  log.made('credentials.form');
  const takeEntry = ({ position, text }: Entry): void => {
    const place = `credentials[${position}]`;
    if (text === undefined) {
      log.failed('credentials.form', place, 'The record is no compact list of texts from here on.');
      isList = false;
      return;
    }
    // Two quotes, and a comma or the bracket.
    bytesRead += text.length + 3;
    if (position % stride === 0) progress(position, Math.round(((length - 1) * (position + 1)) / bytesRead));
    const [, credential, weightText] = entryForm.exec(text) ?? [];
    if (credential === undefined) {
      log.failed('credentials.form', place, 'The entry is no credential, alone or with a weight after a comma.');
      return;
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
  };
  return {
    take: (piece) => entries.take(piece).forEach(takeEntry),
    end() {
      entries.end().forEach(takeEntry);
      return isList ? { size: index.size, indexOf: index.indexOf, weightAt: weights.at } : undefined;
    },
  };
}

/** Reads and checks a list of credentials that is in memory whole: `createCredentialReader`. */
export function readCredentialList(
  group: Group,
  bytes: Uint8Array,
  { mixed }: Pick<ListToRead, 'mixed'>,
  log: CheckLog,
): CredentialList | undefined {
  const reader = createCredentialReader(group, { length: bytes.length, mixed }, log);
  for (const piece of piecesOf(bytes)) reader.take(piece);
  return reader.end();
}

/** Takes a compact list of texts apart without making a text of the whole, which engines bound. */
export function* entriesOf(bytes: Uint8Array): Generator<Entry, void> {
  const reader = createEntryReader(bytes.length);
  for (const piece of piecesOf(bytes)) yield* reader.take(piece);
  yield* reader.end();
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
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
function createWeights(): {
  readonly set: (index: number, weight: bigint) => void;
  readonly at: (index: number) => bigint;
} {
  let weights = new BigUint64Array(0);
  return {
    set(index, weight) {
      if (weight === 1n && index >= weights.length) return;
      if (index >= weights.length) {
        const more = new BigUint64Array(2 ** Math.ceil(Math.log2(index + 1))).fill(1n);
        more.set(weights);
        weights = more;
      }
      weights[index] = weight;
    },
    at: (index) => weights[index] ?? 1n,
  };
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
