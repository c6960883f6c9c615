import { createWriteStream, openAsBlob, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { slug } from '../consultations/import-tables.ts';
import { atRest, awake, ledTo, type Member } from '../consultations/staff-browser.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { convite } from './command.ts';
import type { Crew, Trustee } from './crew.ts';
import { rounded, type Stopwatch } from './stopwatch.ts';
import { keyPath } from './trustees.ts';

const address = `/org/c/${slug}/tally`;

/** What one trustee's pass over all contests took. */
export interface Pass {
  readonly work_bytes: number;
  readonly answer_bytes: number;
  readonly seconds: number;
  readonly contests_per_second: number;
  readonly processor_seconds: number;
  readonly megabytes: number;
}

/** Waits until every box is added up and waits for trustees. */
export async function waitForTally(organiser: Member): Promise<void> {
  await awake(organiser);
  while (!(await atRest(organiser, address)).includes('id="now"')) await pause(200);
}

/** As many trustees as are needed, one after another: down with the work file, over all contests, up with the answer. */
export async function passAll(
  { trustees }: Crew,
  { folder, contests }: { readonly folder: string; readonly contests: number },
  { timed }: Stopwatch,
): Promise<readonly Pass[]> {
  const passes: Pass[] = [];
  for (const [i, trustee] of trustees.entries()) {
    const browser = await awake(trustee);
    if (!(await (await browser.get(address)).text()).includes('id="now"')) break;
    const [work, answer] = [join(folder, trustee.name, 'work.zip'), join(folder, trustee.name, 'answer.zip')];
    const owner = { owner: String(i + 1) };
    await timed(`trustee ${i + 1}: work file`, async () =>
      download(await browser.get(await ledTo(await browser.post(`${address}/work`, owner), 'the work file')), work),
    );
    const ran = await convite(folder, 'trustee', 'pass', work, '--key', keyPath(folder, trustee), '--out', answer);
    passes.push({
      work_bytes: statSync(work).size,
      answer_bytes: statSync(answer).size,
      seconds: ran.seconds,
      contests_per_second: rounded(contests / ran.seconds),
      processor_seconds: ran.processorSeconds,
      megabytes: ran.megabytes,
    });
    await timed(`trustee ${i + 1}: answer brought and checked`, () => bringAnswer(trustee, answer));
  }
  return passes;
}

async function bringAnswer(trustee: Trustee, path: string): Promise<void> {
  const browser = await awake(trustee);
  const file = await openAsBlob(path);
  const here = await ledTo(await browser.bring(`${address}/answer`, {}, 'answer.zip', file), 'the answer');
  await atRest(trustee, here);
}

/** Writes the body of an answer into a file. */
export async function download(answer: Response, path: string): Promise<void> {
  if (answer.status !== 200 || answer.body === null) throw new Error(`${answer.url}: ${answer.status}`);
  await pipeline(Readable.from(answer.body), createWriteStream(path));
}
