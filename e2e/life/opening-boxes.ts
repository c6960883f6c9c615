import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { translationOf } from '../../apps/web/src/i18n/translation.ts';
import { makeAnswer } from '../trustee-page/steps-on-site.ts';
import type { Holder } from './key-ceremony.ts';
import { type Consultation, title, typed } from './preparing.ts';

const t = translationOf('es');
const words = t.tally;
const command = fileURLToPath(new URL('../../apps/cli/bin/convite.mjs', import.meta.url));
const minute = 60_000;

/** One turn of a trustee: saves what waits, works on it where the key is, brings the answer. */
export async function trusteeTurn({ clerk, open, key }: Holder, papers: number): Promise<void> {
  await clerk.isAwaited(t.accounts.taskSays.tally_part(papers));
  const work = await clerk.savesBy(words.downloadButton);
  const keys = await open();
  const answer = await makeAnswer(clerk, keys, key, work);
  await keys.close();
  await clerk.sends(words.bringButton, { [words.file]: { path: answer } });
  await clerk.waits();
}

/** A lot that is announced, and drawn after its hour: one guarantor types the seed, another agrees. */
export async function drawLot({ site, crew }: Consultation, seed: string): Promise<void> {
  const [guarantor, second] = crew.guarantors;
  const { announce, announceHow, announceAt, draw, drawSeed, drawAt, reason, acts } = t.results;
  const drawsAt = Math.ceil(site.clock.now.getTime() / minute + 2) * minute;
  await guarantor.isAwaited(t.accounts.taskSays.lots(1));
  await guarantor.sends(announce, { [announceHow]: 'Tres dados en la plaza', [announceAt]: typed(drawsAt) });
  site.moveTo(drawsAt + 2 * minute);
  const drawn = { [drawSeed]: seed, [drawAt]: typed(drawsAt + minute), [reason]: 'Salió en la plaza.' };
  await guarantor.sends(draw, drawn);
  await second.agreesTo(acts.drawTitle(title));
}

/** Two guarantors publish what everybody can check from then on. */
export async function publish({ crew }: Consultation): Promise<void> {
  const [guarantor, second] = crew.guarantors;
  await guarantor.isAwaited(t.accounts.taskSays.publish());
  await guarantor.sends(t.results.publish.provisional, { [t.results.reason]: 'Todo está contado.' });
  await second.agreesTo(t.results.acts.resultTitle.provisional(title));
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
