// Hashes of transcripts: a prefix that the protocol writes, then the texts of the commitments, separated by commas.
import { FOR_MULTIPLES } from './scratch';
import { TRANSCRIPT } from './layouts';
import { addScalars, equalScalars, reduceScalar } from './group-order';
import { addToHash, finishHash, startHash } from './sha256';

const HASH: usize = FOR_MULTIPLES + 128;
const TOTAL: usize = FOR_MULTIPLES + 160;
/** out_i = the challenge that each transcript demands. */
export function hashTranscripts(out: usize, transcripts: usize, count: i32): void {
  for (let i = 0; i < count; i++) hashTranscript(out + 32 * i, transcripts + TRANSCRIPT * i);
}

/** out = SHA-256(prefix, texts joined by commas), read as a big-endian number, mod ℓ. */
function hashTranscript(out: usize, transcript: usize): void {
  startHash();
  addToHash(load<usize>(transcript), load<u32>(transcript, 4));
  addToHash(load<usize>(transcript, 8), 65 * load<u32>(transcript, 12) - 1);
  finishHash(HASH);
  reduceScalar(out, HASH);
}

/** Answers for each transcript whether its hash is the sum of the challenges in its pairs (c_j, r_j). */
export function checkTranscripts(checks: usize, count: i32): void {
  for (let i = 0; i < count; i++) {
    const check = checks + TRANSCRIPT * i;
    hashTranscript(HASH, check);
    memory.fill(TOTAL, 0, 32);
    const pairs = load<usize>(check, 16);
    for (let j = 0; j < load<i32>(check, 20); j++) addScalars(TOTAL, TOTAL, pairs + 64 * j);
    store<i32>(check, <i32>equalScalars(HASH, TOTAL), 24);
  }
}
