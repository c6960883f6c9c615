import { createWriteStream, openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { join } from 'node:path';
import { generatedRoll } from '../../apps/web/bench/generated-roll.ts';
import { slug } from '../consultations/import-tables.ts';
import { atRest, awake, ledTo, shownText } from '../consultations/staff-browser.ts';
import type { Crew } from './crew.ts';
import type { NationalPlan } from './plan.ts';
import type { Stopwatch } from './stopwatch.ts';

const address = `/org/c/${slug}/roll`;

/** Brings the roll and has two registrars freeze it. @returns the salt, as a registrar is shown it. */
export async function bringRoll(
  { registrars }: Crew,
  { people, contests }: NationalPlan,
  folder: string,
  { timed }: Stopwatch,
): Promise<string> {
  const [registrar, second] = registrars;
  const path = join(folder, 'padron.csv');
  await pipeline(Readable.from(generatedRoll(people, contests, 0)), createWriteStream(path));
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
    const page = await (await (await awake(registrar)).post(`${address}/freeze`, { reason: 'Revisado.' })).text();
    const salt = /(?:[0-9a-f]{8} ){7}[0-9a-f]{8}/u.exec(page)?.[0].replaceAll(' ', '');
    if (salt === undefined) throw new Error(`the roll: ${shownText(page)}`);
    const acts = await (await (await awake(second)).get('/org/acts')).text();
    const act = /\/org\/acts\/[0-9a-f-]{36}/u.exec(acts)?.[0] ?? '';
    await ledTo(await second.browser.post(act, { decision: 'agree' }), 'the roll is frozen');
    return salt;
  });
}
