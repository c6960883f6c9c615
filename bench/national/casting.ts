import { execFile } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { CredentialOrder } from '@convite/domain';
import { type BallotToOffer, offerInLanes, type Offered } from '../cast/offer-ballots.ts';
import { slug } from '../consultations/import-tables.ts';

const run = promisify(execFile);
const program = fileURLToPath(new URL('./seal-contests-program.ts', import.meta.url));
const processes = availableParallelism();
/** Ballots under way at a time. */
const lanes = 64;

const contestPath = (contest: string): string => `/c/${slug}/contests/${contest}`;

/** Downloads the boards of all contests as anybody can. @returns how many bytes they have. */
export async function downloadBoards(origin: string, { contests }: CredentialOrder, folder: string): Promise<number> {
  mkdirSync(join(folder, 'boards'));
  const waiting = contests[Symbol.iterator]();
  let bytes = 0;
  const lane = async (): Promise<void> => {
    for (const { id } of waiting) {
      const answer = await fetch(`${origin}${contestPath(id)}/board/archive.bel`);
      if (answer.status !== 200) throw new Error(`the board of ${id}: ${answer.status}`);
      const board = await answer.bytes();
      bytes += board.length;
      await writeFile(join(folder, 'boards', `${id}.bel`), board);
    }
  };
  await Promise.all(Array.from({ length: 8 }, lane));
  return bytes;
}

/** Seals all ballots, in processes of their own. */
export async function sealBallots(folder: string, ballots: number): Promise<void> {
  const shares = Array.from({ length: processes }, (_, i) => [
    program,
    folder,
    String(i),
    String(processes),
    `${ballots}`,
  ]);
  await Promise.all(shares.map((args) => run(process.execPath, args)));
}

/** The ballots round by round: neighbours are of different contests. */
async function* sealedBallots(folder: string): AsyncGenerator<BallotToOffer, void> {
  for (let round = 0; ; round++) {
    const files = Array.from({ length: processes }, (_, i) => join(folder, `ballots-${i}-${round}.jsonl`));
    const found = files.filter((file) => existsSync(file));
    if (found.length === 0) return;
    for (const file of found) {
      for await (const line of createInterface(createReadStream(file))) {
        const space = line.indexOf(' ');
        yield { path: contestPath(line.slice(0, space)), text: line.slice(space + 1) };
      }
    }
  }
}

export const castBallots = (origin: string, folder: string): Promise<Offered> =>
  offerInLanes(origin, sealedBallots(folder), lanes);
