import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openAsBlob } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { slug } from '../consultations/import-tables.ts';
import { atRest, awake, ledTo, shownText } from '../consultations/staff-browser.ts';
import type { Crew } from './crew.ts';
import type { NationalPlan } from './plan.ts';
import type { Stopwatch } from './stopwatch.ts';

const address = `/org/c/${slug}/roll`;
const program = fileURLToPath(new URL('../../apps/web/bench/print-roll.ts', import.meta.url));

/** Writes the file that a national register would hand out. */
async function writeRoll(path: string, people: number, territories: number): Promise<void> {
  const file = await open(path, 'w');
  try {
    const printing = spawn(process.execPath, [program, String(people), String(territories)], {
      stdio: ['ignore', file.fd, 'inherit'],
    });
    const [code] = await once(printing, 'exit');
    if (code !== 0) throw new Error(`the roll is not written: ${String(code)}`);
  } finally {
    await file.close();
  }
}

/** Brings the roll and has two registrars freeze it. @returns the salt, as a registrar is shown it. */
export async function bringRoll(
  { registrars }: Crew,
  { people, contests }: NationalPlan,
  folder: string,
  { timed }: Stopwatch,
): Promise<string> {
  const [registrar, second] = registrars;
  const path = join(folder, 'padron.csv');
  await writeRoll(path, people, contests);
  const rule = new URLSearchParams({ minimum_age: '15', age_on: new Date().toISOString().slice(0, 10) });
  for (const proof of ['identity_document', 'communal_register']) rule.append('proofs', proof);
  await ledTo(await (await awake(registrar)).send(`${address}/rule`, rule), 'who may vote');
  const file = await openAsBlob(path);
  const fields = { dates: 'dmy', encoding: '', separator: '', part: '' };
  const here = await timed('roll: stored', async () =>
    ledTo(await registrar.browser.bring(`${address}/import`, fields, 'padron.csv', file), 'the roll'),
  );
  await timed('roll: read, checked, compared', () => atRest(registrar, here));
  await timed('roll: applied', async () => {
    await ledTo(await (await awake(registrar)).post(`${here}/apply`), 'the roll is applied');
    const done = await atRest(registrar, here);
    if (done.includes('/apply"')) throw new Error(`the roll is not applied: ${shownText(done)}`);
  });
  return await timed('roll: committed to and frozen', async () => {
    const path = `${address}/freeze`;
    await ledTo(await (await awake(registrar)).post(path, { reason: 'Revisado.' }), 'the commitment is asked for');
    const page = await atRest(registrar, path);
    const salt = /(?:[0-9a-f]{8} ){7}[0-9a-f]{8}/u.exec(page)?.[0].replaceAll(' ', '');
    const commitment = /name="commitment" value="([0-9a-f]{64})"/u.exec(page)?.[1];
    if (salt === undefined || commitment === undefined) throw new Error(`the roll: ${shownText(page)}`);
    const act = await ledTo(await (await awake(registrar)).post(`${path}/propose`, { commitment }), 'it is proposed');
    await ledTo(await (await awake(second)).post(act, { decision: 'agree' }), 'the roll is frozen');
    return salt;
  });
}
