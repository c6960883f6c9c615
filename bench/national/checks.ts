import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { drawLots } from '@convite/archive';
import { nodeSha256 } from '@convite/machine';
import type { CredentialOrder } from '@convite/domain';
import { slug } from '../consultations/import-tables.ts';
import { convite } from './command.ts';
import type { Stopwatch } from './stopwatch.ts';
import { download } from './tally.ts';

/** What the public command says of a file. */
interface Verdict {
  readonly accepted: boolean;
  readonly contests: number;
  /** Ballots that count, as the command has found them in the archives. */
  readonly ballots: number;
  readonly seconds: number;
  readonly processor_seconds: number;
  readonly megabytes: number;
}

interface Report {
  readonly accepted: boolean;
  readonly contests: readonly { readonly counted: number | null }[];
}

export interface Checked {
  readonly archive_bytes: number;
  readonly archive_sha256: string;
  readonly verified: Verdict;
  /** Contests drawn by lot, each with the part that anybody may download. */
  readonly drawn: readonly { readonly territory: string; readonly bytes: number; readonly verified: Verdict }[];
}

const drawnContests = 5;

/** Downloads the archive of the published result and verifies it, and parts of it that a lot has drawn. */
export async function checkResult(
  { origin, folder, seed }: { readonly origin: string; readonly folder: string; readonly seed: string },
  { contests }: CredentialOrder,
  { timed }: Stopwatch,
): Promise<Checked> {
  const path = join(folder, 'archive.zip');
  await timed('archive downloaded', async () => download(await fetch(`${origin}/c/${slug}/archive.zip`), path));
  const sha256 = createHash('sha256');
  await pipeline(createReadStream(path), sha256);
  const archiveHash = sha256.digest('hex');
  // The lots of docs/spec/consultation-archive.md, C, with the hash of the archive in the place of an election's.
  const numbers = contests.map((_, i) => i + 1);
  const order = drawLots({ seed, fingerprint: archiveHash, round: 1 }, numbers, (bytes) => nodeSha256.sha256(bytes));
  const drawn = [];
  for (const { option } of order.slice(0, drawnContests)) {
    const territory = contests[option - 1]?.territory ?? '';
    const part = join(folder, `part-${option}.zip`);
    await download(await partOf(origin, territory), part);
    drawn.push({ territory, bytes: statSync(part).size, verified: await verify(folder, part) });
  }
  const verified = await verify(folder, path);
  return { archive_bytes: statSync(path).size, archive_sha256: archiveHash, verified, drawn };
}

/** The part of a territory; the first who asks for it waits until it is made. */
async function partOf(origin: string, territory: string): Promise<Response> {
  for (;;) {
    const answer = await fetch(`${origin}/c/${slug}/result/${territory}/archive.zip`);
    if (answer.status !== 503) return answer;
    await pause(200);
  }
}

/** @throws Error where the file is refused. */
async function verify(folder: string, path: string): Promise<Verdict> {
  const { stdout, seconds, processorSeconds, megabytes } = await convite(folder, 'verify', path, '--json');
  const report: Report = JSON.parse(stdout);
  const { accepted, contests } = report;
  const ballots = contests.reduce((sum, { counted }) => sum + (counted ?? 0), 0);
  return { accepted, contests: contests.length, ballots, seconds, processor_seconds: processorSeconds, megabytes };
}
