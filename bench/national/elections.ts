import { openAsBlob } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CredentialOrder, readOrder } from '@convite/domain';
import { invariant } from '@convite/kernel';
import { slug } from '../consultations/import-tables.ts';
import { atRest, awake, ledTo } from '../consultations/staff-browser.ts';
import { convite, type Ran } from './command.ts';
import type { Crew } from './crew.ts';
import type { Stopwatch } from './stopwatch.ts';

const address = `/org/c/${slug}/preparation`;

export interface OrderedElections {
  readonly order: CredentialOrder;
  /** What the registrar's command took. */
  readonly registrar: Omit<Ran, 'stdout'>;
}

/** The order of codes, the codes of the registrar's own machine, and the elections that are set up with them. */
export async function orderElections(
  { organiser, registrars: [registrar] }: Crew,
  { folder, salt }: { readonly folder: string; readonly salt: string },
  { timed }: Stopwatch,
): Promise<OrderedElections> {
  const text = await timed('order of codes', async () => {
    const spares = { percent: '3', minimum: '5' };
    await ledTo(await (await awake(organiser)).post(`${address}/order`, spares), 'the order');
    return await (await (await awake(registrar)).get(`${address}/order.json`)).text();
  });
  const order = readOrder(text);
  invariant(order.ok, 'the site writes orders in their form');
  const roll = await timed('frozen roll downloaded', async () =>
    (await registrar.browser.get(`/org/c/${slug}/roll/files/roll.csv`)).bytes(),
  );
  await writeFile(join(folder, 'order.json'), text);
  await writeFile(join(folder, 'roll.csv'), roll);
  await writeFile(join(folder, 'salt.txt'), salt, { mode: 0o600 });
  const { stdout: _, ...taken } = await timed('codes made', () =>
    convite(
      folder,
      ...['registrar', 'consultation', '--order', 'order.json', '--roll', 'roll.csv', '--salt', 'salt.txt'],
      ...['--out', 'codes', '--sheets', 'none'],
    ),
  );
  const upload = await openAsBlob(join(folder, 'codes', 'upload.jsonl'));
  await timed('credentials brought', async () => {
    const { browser } = registrar;
    await awake(registrar);
    await ledTo(await browser.bring(`${address}/credentials`, {}, 'upload.jsonl', upload), 'the credentials');
  });
  await timed('credentials read, checked, taken', () => atRest(registrar, `${address}/credentials`));
  await timed('elections set up', () => atRest(registrar, address));
  return { order: order.value, registrar: taken };
}
