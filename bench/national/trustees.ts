import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readZip } from '@convite/archive';
import { bytesSource } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { slug } from '../consultations/import-tables.ts';
import { awake, ledTo } from '../consultations/staff-browser.ts';
import { convite } from './command.ts';
import type { Crew, Trustee } from './crew.ts';

const address = `/org/c/${slug}/trustees`;
const threshold = 2;

/** The key of a trustee, on a machine that the server does not see. */
export const keyPath = (folder: string, { name }: Trustee): string => join(folder, name, 'own.key.json');

/** The ceremony of two of three, through the site and by the public command; each in a folder of their own. */
export async function holdCeremony({ organiser, trustees }: Crew, folder: string): Promise<void> {
  const plan = new URLSearchParams({ threshold: String(threshold), waiver: '' });
  for (const { account } of trustees) plan.append('accounts', account ?? '');
  await ledTo(await (await awake(organiser)).send(`${address}/plan`, plan), 'the ceremony is begun');
  const size = `${threshold}of${trustees.length}`;
  for (const [i, trustee] of trustees.entries()) {
    mkdirSync(join(folder, trustee.name));
    const own = ['--group', 'Ed25519', '--trustees', size, '--member', String(i + 1), '--name', trustee.name];
    await takeStep(folder, trustee, 'certificate', own);
  }
  for (const step of ['deal', 'share']) for (const trustee of trustees) await takeStep(folder, trustee, step, []);
}

/** Downloads what all have handed in, does one step with it, and hands in what came of it. */
async function takeStep(folder: string, trustee: Trustee, step: string, own: readonly string[]): Promise<void> {
  const browser = await awake(trustee);
  const shared = join(folder, trustee.name, `for-${step}`);
  mkdirSync(shared);
  if (step !== 'certificate') {
    const zip = new Uint8Array(await (await browser.get(`${address}/messages.zip`)).arrayBuffer());
    const entries = await readZip(bytesSource(zip));
    invariant(entries.ok, 'the site makes ZIP files');
    for (const { path, size, source } of entries.value) writeFileSync(join(shared, path), await source.read(0, size));
  }
  const before = new Set(readdirSync(shared));
  const key = join(folder, trustee.name, 'own.secret.json');
  await convite(folder, 'trustee', 'ceremony', step, ...own, '--folder', shared, '--key', key);
  const [made = ''] = readdirSync(shared).filter((name) => !before.has(name));
  await bring(trustee, readFileSync(join(shared, made), 'utf8'), step);
}

async function bring(trustee: Trustee, message: string, what: string): Promise<void> {
  await ledTo(await trustee.browser.bring(`${address}/messages`, {}, 'message.json', message), `${what} is brought`);
}

/** Each decrypts the test ballot of today with the key as it is stored. */
export async function rehearse({ trustees }: Crew, folder: string): Promise<void> {
  for (const trustee of trustees) {
    const text = await (await (await awake(trustee)).get(`${address}/trustees.json`)).text();
    const [list, out] = [join(folder, trustee.name, 'trustees.json'), join(folder, trustee.name, 'rehearsal')];
    writeFileSync(list, text);
    mkdirSync(out);
    await convite(folder, 'trustee', 'rehearse', '--trustees', list, '--key', keyPath(folder, trustee), '--out', out);
    const [made = ''] = readdirSync(out);
    await bring(trustee, readFileSync(join(out, made), 'utf8'), 'a rehearsal');
  }
}
