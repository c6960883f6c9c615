import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { invariant } from '@convite/kernel';
import { bring, pageOf } from '../../apps/web/test/consultations/prepared.ts';
import type { KeyHolder } from '../../apps/web/test/trustees/key-holders.ts';
import { pageAtRest } from '../../apps/web/test/until.ts';
import { type Consultation, slug, typed } from './preparing.ts';

const command = fileURLToPath(new URL('../../apps/cli/bin/convite.mjs', import.meta.url));
const run = promisify(execFile);
const tally = `/org/c/${slug}/tally`;
const minute = 60_000;

/** A trustee's own machine: the key, and beside it what it was used for. */
export interface KeyMachine {
  readonly holder: KeyHolder;
  readonly folder: string;
}

export function openKeyMachine(holder: KeyHolder): KeyMachine {
  const folder = mkdtempSync(join(tmpdir(), 'convite-key-'));
  writeFileSync(join(folder, 'own.key.json'), holder.keyText, { mode: 0o600 });
  return { holder, folder };
}

export const removeMachine = ({ folder }: KeyMachine): void => rmSync(folder, { recursive: true, force: true });

/** One turn of a trustee: downloads what waits, works on it where the key is, brings the answer. */
export async function trusteeTurn({ site }: Consultation, { holder, folder }: KeyMachine, turn: number): Promise<void> {
  const { browser } = holder;
  await pageAtRest(() => browser.get(tally));
  const asked = await browser.post(`${tally}/work`);
  invariant(asked.status === 303, `something waits for ${holder.name}: ${asked.status}`);
  const work = await (await browser.get(pageOf(asked))).arrayBuffer();
  const [workName, answerName] = [`work-${turn}.zip`, `answer-${turn}.zip`];
  writeFileSync(join(folder, workName), Buffer.from(work));
  const pass = ['trustee', 'pass', workName, '--key', 'own.key.json', '--out', answerName, '--lang', 'en'];
  await run(process.execPath, [command, ...pass], { cwd: folder });
  const file = { content: Uint8Array.from(readFileSync(join(folder, answerName))), name: answerName };
  const brought = await bring(site, browser, `${tally}/answer`, file);
  invariant(brought.status === 303, `the answer is taken: ${brought.status}`);
  await pageAtRest(() => browser.get(pageOf(brought)));
}

/** A lot that was announced, and drawn after its hour: one guarantor types the seed, another agrees. */
export async function drawLot({ site, crew }: Consultation, seed: string): Promise<void> {
  const [{ staff: guarantor }, second] = crew.guarantors;
  const lots = `/org/c/${slug}/lots`;
  const drawsAt = Math.ceil(site.clock.now.getTime() / minute + 2) * minute;
  const announced = await guarantor.post(`${lots}/announce`, {
    how: 'Tres dados en la plaza',
    draws_at: typed(drawsAt),
  });
  invariant(announced.status === 303, `the lot is announced: ${announced.status}`);
  site.moveTo(drawsAt + 2 * minute);
  const drawn = { seed, drawn_at: typed(drawsAt + minute), reason: 'Salió en la plaza.' };
  const proposed = await guarantor.post(`${lots}/draw`, drawn);
  invariant(proposed.status === 303, `the lot is proposed: ${proposed.status}`);
  await second.agree(pageOf(proposed));
}

/** What the command says of a file that anybody may download. */
export async function verified(file: string): Promise<unknown> {
  // Who refuses ends with another code than 0, and says why all the same.
  const said = await new Promise<string>((resolve) => {
    execFile(process.execPath, [command, 'verify', file, '--json'], (_, stdout) => resolve(stdout));
  });
  const answer: { readonly accepted: boolean; readonly failures: readonly unknown[] } = JSON.parse(said);
  return { accepted: answer.accepted, failures: answer.failures };
}
