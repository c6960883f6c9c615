import { invariant } from '@convite/kernel';
import { readSha256Hex, type Sha256Hex } from '../primitives/sha256.ts';
import { eventTypes, type EventType } from './event-order.ts';
import { isTimestamp } from './tar-record.ts';

/*
 * The small JSON texts of the board. Each has one form alone: a reader takes the values from where that form has them,
 * writes them again and compares, so that nothing is read that would not be written.
 */

/** No text of this module is longer; what is longer need not be kept to be refused. */
export const maxText = 512;

/** An event: what happened at a height of the chain. */
export interface EventText {
  /** SHA-256 of the event before; undefined at height 0 alone. */
  readonly parent: Sha256Hex | undefined;
  readonly height: number;
  readonly type: EventType;
  /** Name of the last record before the event; undefined where the type has none. */
  readonly payload: Sha256Hex | undefined;
}

/** The types whose events carry nothing. */
export const isBare = (type: EventType): type is 'EndBallots' | 'EndShuffles' =>
  type === 'EndBallots' || type === 'EndShuffles';

export function writeEventText({ parent, height, type, payload }: EventText): string {
  const before = parent === undefined ? '' : `"parent":"${parent}",`;
  const after = payload === undefined ? '' : `,"payload":"${payload}"`;
  return `{${before}"height":${height},"type":"${type}"${after}}`;
}

/** Reads an event; undefined unless it is one in its one form, with a parent after height 0 and what its type carries. */
export function readEventText(text: string): EventText | undefined {
  const type = eventTypes.find((candidate) => text.includes(`"type":"${candidate}"`));
  const height = wholeAfter(text, '"height":');
  if (type === undefined || height === undefined) return undefined;
  const parent = text.startsWith('{"parent":"') ? readSha256Hex(text.slice(11, 75)) : undefined;
  const payload = isBare(type) ? undefined : lastHash(text);
  if ((parent === undefined) !== (height === 0) || (payload === undefined) !== isBare(type)) return undefined;
  const event: EventText = { parent, height, type, payload };
  return writeEventText(event) === text ? event : undefined;
}

/** What the first record of an archive says: the version is 1. */
export function writeArchiveText(timestamp: number): string {
  invariant(isTimestamp(timestamp), 'a timestamp has eleven octal digits');
  return `{"version":1,"timestamp":"${timestamp}"}`;
}

/** Reads what the first record says: its timestamp, or undefined. */
export function readArchiveText(text: string): number | undefined {
  const timestamp = wholeAfter(text, '"timestamp":"');
  if (timestamp === undefined || !isTimestamp(timestamp)) return undefined;
  return writeArchiveText(timestamp) === text ? timestamp : undefined;
}

/** The record that a Setup event names (`setup_data`). */
export interface SetupText {
  readonly election: Sha256Hex;
  readonly trustees: Sha256Hex;
  readonly credentials: Sha256Hex;
}

export const writeSetupText = ({ election, trustees, credentials }: SetupText): string =>
  `{"election":"${election}","trustees":"${trustees}","credentials":"${credentials}"}`;

export function readSetupText(text: string): SetupText | undefined {
  const election = readSha256Hex(text.slice(13, 77));
  const trustees = readSha256Hex(text.slice(91, 155));
  const credentials = lastHash(text);
  if (election === undefined || trustees === undefined || credentials === undefined) return undefined;
  const setup = { election, trustees, credentials };
  return writeSetupText(setup) === text ? setup : undefined;
}

/** The record that an EncryptedTally event names. */
export interface TallyText {
  /** Ballots that count. */
  readonly numTallied: number;
  /** Sum of their weights. */
  readonly totalWeight: bigint;
  readonly encryptedTally: Sha256Hex;
}

/** Above it the format writes a weight as a string. */
const maxBareWeight = 2n ** 30n - 1n;

/** Digits of a total weight; a bound of ours, far above any. */
const weightForm = /^[0-9]{1,30}$/;

/** Whether the format, and its bounds here, can say so many ballots of this weight. */
export const isTally = (numTallied: number, totalWeight: bigint): boolean =>
  Number.isSafeInteger(numTallied) && numTallied >= 0 && weightForm.test(String(totalWeight));

export function writeTallyText({ numTallied, totalWeight, encryptedTally }: TallyText): string {
  const weight = totalWeight > maxBareWeight ? `"${totalWeight}"` : String(totalWeight);
  return `{"num_tallied":${numTallied},"total_weight":${weight},"encrypted_tally":"${encryptedTally}"}`;
}

export function readTallyText(text: string): TallyText | undefined {
  const numTallied = wholeAfter(text, '"num_tallied":');
  const encryptedTally = lastHash(text);
  const start = text.indexOf('"total_weight":') + 15;
  const weight = text.slice(start, text.indexOf(',"encrypted_tally"')).replaceAll('"', '');
  if (numTallied === undefined || encryptedTally === undefined || !weightForm.test(weight)) return undefined;
  const tally = { numTallied, totalWeight: BigInt(weight), encryptedTally };
  return writeTallyText(tally) === text ? tally : undefined;
}

/** The record that a Shuffle or PartialDecryption event names: which trustee made it. */
export interface OwnedText {
  /** Number of the trustee, from 1. */
  readonly owner: number;
  readonly payload: Sha256Hex;
}

/** The greatest number of a trustee that an archive can name; how many there are is another check. */
const maxOwner = 999_999_999;

export const isOwner = (owner: number): boolean => Number.isSafeInteger(owner) && owner >= 1 && owner <= maxOwner;

export const writeOwnedText = ({ owner, payload }: OwnedText): string => `{"owner":${owner},"payload":"${payload}"}`;

export function readOwnedText(text: string): OwnedText | undefined {
  const owner = wholeAfter(text, '"owner":');
  const payload = lastHash(text);
  if (owner === undefined || !isOwner(owner) || payload === undefined) return undefined;
  const owned = { owner, payload };
  return writeOwnedText(owned) === text ? owned : undefined;
}

/** The hash that stands last, before `"}`. */
const lastHash = (text: string): Sha256Hex | undefined => readSha256Hex(text.slice(-66, -2));

/** The number that stands after the first occurrence of a name; undefined if none does, or none that is exact. */
function wholeAfter(text: string, name: string): number | undefined {
  const value = Number.parseInt(text.slice(text.indexOf(name) + name.length), 10);
  return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
