import type { ArchiveContents } from './contents.ts';
import type { CheckRecord } from './check-record.ts';
import { checkUnique } from './duplicates.ts';
import { type BallotFindings, type BoardBallot, createBallotVerifier } from './ballot-batch.ts';
import { entryOf } from '../primitives/entry-of.ts';
import type { Suite } from '../v1/election/election.ts';
import { ballotWire } from '../v1/wire/ballot-wire.ts';
import { Misread, readText } from '../v1/wire/codec.ts';

/** Where ballots are verified: here, or on other processors. */
export interface BallotWorkers {
  /** Takes a batch; resolves when there is room for the next. */
  readonly verify: (ballots: readonly BoardBallot[]) => Promise<void>;
  /** Waits for all batches. */
  readonly finish: () => Promise<readonly BallotFindings[]>;
}

/** Verifies ballots where the caller is. Requires: the election can be read. */
export function ballotsHere(suite: Suite, electionText: string): BallotWorkers {
  const verifier = createBallotVerifier(suite, electionText);
  return {
    verify: async (ballots) => verifier.verify(ballots),
    finish: async () => [verifier.findings()],
  };
}

/** The list of credentials as far as ballots need it. */
export interface CredentialWeights {
  readonly size: number;
  indexOf(text: string): number | undefined;
  weightAt(index: number): bigint;
}

/** What the board's ballots come to. */
export interface CountedBallots {
  readonly findings: readonly BallotFindings[];
  readonly counted: number;
  readonly weight: bigint;
}

const batchSize = 32;

/**
 * Verifies every ballot of the board and says which of them count: the last of each credential.
 *
 * The board is read from its end, so that the first ballot met of a credential is the one that counts and no more than
 * one bit for each credential is kept.
 */
export async function verifyBallots(
  contents: ArchiveContents,
  heights: Uint32Array,
  credentials: CredentialWeights,
  workers: BallotWorkers,
  record: CheckRecord,
  progress: (ballots: number) => void,
): Promise<CountedBallots> {
  checkUnique(contents.index, heights, record);
  const hasLater = new Uint8Array(credentials.size);
  let [counted, weight, batch]: [number, bigint, BoardBallot[]] = [0, 0n, []];
  for (let left = heights.length - 1; left >= 0; left--) {
    const height = entryOf(heights, left);
    const text = await contents.text(height, record);
    if (text !== undefined) {
      const credential = credentials.indexOf(credentialOf(text));
      const counts = credential !== undefined && hasLater[credential] === 0;
      if (counts) {
        hasLater[credential] = 1;
        counted += 1;
        weight += credentials.weightAt(credential);
      }
      batch.push({ height, text, credential, weight: counts ? credentials.weightAt(credential) : 0n });
    }
    if (batch.length === batchSize || left === 0) {
      await workers.verify(batch);
      batch = [];
      progress(heights.length - left);
    }
  }
  return { findings: await workers.finish(), counted, weight };
}

const canonicalHead = /^\{"election_uuid":"[^"\\]*","election_hash":"[^"\\]*","credential":"([^"\\]*)"/u;

/** The credential that a ballot names, found without parsing where the ballot is canonical. */
function credentialOf(text: string): string {
  const found = canonicalHead.exec(text)?.[1];
  if (found !== undefined) return found;
  const wire = readText(ballotWire, text);
  return wire instanceof Misread ? '' : wire.credential;
}
