import { setTimeout as pause } from 'node:timers/promises';
import { optionsTable, territoriesTable } from './national-tables.ts';
import { ledTo, type Member, shownText } from './staff-browser.ts';

export const slug = 'nacional';

/** Who prepares a consultation. */
export interface Preparers {
  readonly administrator: Member;
  readonly organiser: Member;
  readonly reviewer: Member;
}

export type Timed = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** From nothing to a consultation with so many contests whose options are approved, by the pages and imports of staff. */
export async function importTables(crew: Preparers, contests: number, timed: Timed): Promise<void> {
  const { administrator, organiser, reviewer } = crew;
  await timed('territories', async () => {
    const table = territoriesTable(contests);
    const brought = await administrator.browser.bring('/org/territories/import', {}, 'pais.csv', table);
    await ledTo(await administrator.browser.post(await ledTo(brought, 'territories')), 'territories are applied');
  });
  const template = await makeTemplate(organiser, contests);
  const page = `/org/c/${slug}/make/${template}`;
  const form = await (await organiser.browser.get(page)).text();
  const parent = /<option value="([0-9a-f-]{36})"/u.exec(form)?.[1] ?? '';
  await timed('contests', async () => {
    const fields = { by: 'level', level: 'commune', inside: '', codes: '', amount: String(envelope), parent };
    await ledTo(await organiser.browser.post(page, fields), 'contests');
  });
  const table = optionsTable(contests);
  await timed('options', async () => {
    const loaded = await organiser.browser.bring(`/org/c/${slug}/options`, { template }, 'opciones.csv', table);
    if (loaded.status !== 200) throw new Error(`options: ${loaded.status} ${shownText(await loaded.text())}`);
  });
  await timed('approval', async () => {
    const address = `/org/c/${slug}/bulk/approve_options`;
    const preview = await (await reviewer.browser.get(address)).text();
    const set = /name="set" value="([0-9a-f]{64})"/u.exec(preview)?.[1] ?? '';
    const asked = await reviewer.browser.post(address, { set });
    const work = await ledTo(asked, 'approval');
    while ((await (await reviewer.browser.get(work)).text()).includes('aria-busy="true"')) await pause(100);
  });
}

/** Money of each contest. */
const envelope = 10_000;

/** Makes the consultation and its template. @returns the id of the template. */
async function makeTemplate({ browser }: Member, contests: number): Promise<string> {
  const offered = await (await browser.get('/org/c/new')).text();
  const nation = /\/org\/c\/new\/([0-9a-f-]{36})"/u.exec(offered)?.[1] ?? '';
  const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16);
  const fields = {
    ...{ languages: 'es', title_es: 'Consulta nacional', slug, currency: 'VES', decimals: '2' },
    ...{ whole: String(envelope * contests), zone: 'Etc/UTC' },
    ...{ opens_at: inDays(5), closes_at: inDays(6), complaints_until: '' },
  };
  await ledTo(await browser.post(`/org/c/new/${nation}`, fields), 'a consultation');
  const rule = await ledTo(await browser.post(`/org/c/${slug}/templates`, { name: 'Proyecto' }), 'a template');
  return rule.split('/').at(-1) ?? '';
}
