import { randomUUID } from 'node:crypto';
import type { Role } from '@convite/domain';
import { type AskedSite, fromBrowser, openTestSite, type TestSite } from '../open-test-site.ts';
import { makeStaff, type StaffBrowser } from '../staff.ts';

/** A small city: two communes of two sectors each. Codes are those of the file that they would come from. */
export interface SmallCity {
  readonly city: string;
  readonly communes: readonly string[];
  readonly sectors: readonly string[];
}

export async function makeCity(site: TestSite): Promise<SmallCity> {
  const [city, north, south] = [randomUUID(), randomUUID(), randomUUID()];
  const sectors = [randomUUID(), randomUUID(), randomUUID(), randomUUID()] as const;
  const put = (id: string, level: string, code: string, name: string, path: readonly string[]) =>
    site.database.pool.query(
      'insert into territories (id, parent_id, level, code, name, path) values ($1, $2, $3, $4, $5, $6)',
      [id, path.at(-1) ?? null, level, code, name, [...path, id]],
    );
  await put(city, 'municipality', 'PS', 'Puerto Solana', []);
  await put(north, 'commune', 'PS-1', 'La Enramada', [city]);
  await put(south, 'commune', 'PS-2', 'Los Tres Puentes', [city]);
  for (const [i, sector] of sectors.entries()) {
    await put(sector, 'sector', `PS-S${i + 1}`, `Sector ${i + 1}`, [city, i < 2 ? north : south]);
  }
  return { city, communes: [north, south], sectors };
}

/** Who prepares a consultation: one for each role, and two guarantors. */
export interface Crew {
  readonly organiser: StaffBrowser;
  readonly reviewer: StaffBrowser;
  readonly guarantor: StaffBrowser;
  readonly second: StaffBrowser;
  readonly observer: StaffBrowser;
}

export async function makeCrew(site: TestSite, territory: string): Promise<Crew> {
  const person = async (name: string, role: Role): Promise<StaffBrowser> =>
    (await makeStaff(site, name, [{ role, territory }])).browser;
  return {
    organiser: await person('Olga', 'organiser'),
    reviewer: await person('Raúl', 'reviewer'),
    guarantor: await person('Gloria', 'guarantor'),
    second: await person('Gabriel', 'guarantor'),
    observer: await person('Omar', 'observer'),
  };
}

/** A site of its own, with a city and those who prepare consultations in it. */
export async function openCity(): Promise<{
  readonly site: TestSite;
  readonly city: SmallCity;
  readonly crew: Crew;
}> {
  const site = await openTestSite();
  const city = await makeCity(site);
  return { site, city, crew: await makeCrew(site, city.city) };
}

/** Sends a form with a file as the browser of a page of the site does. */
export function bring(
  site: AskedSite,
  browser: StaffBrowser,
  path: string,
  file: { readonly content: string | Uint8Array<ArrayBuffer>; readonly name: string },
  fields: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new File([file.content], file.name));
  return site.ask(path, { method: 'POST', body: form, headers: fromBrowser(site, '203.0.113.9', browser.cookie) });
}

/** The page that an answer leads to. */
export const pageOf = (response: Response): string => response.headers.get('Location') ?? '';

const day = 24 * 60 * 60_000;
/** An instant in so many days, as a form of a zone without summer time takes it. */
export const inDays = (site: Pick<TestSite, 'clock'>, days: number): string =>
  new Date(site.clock.now.getTime() + days * day - 4 * 60 * 60_000).toISOString().slice(0, 16);

/** What an organiser writes to begin. */
export const newForm = (site: TestSite, slug: string, whole = ''): Readonly<Record<string, string>> => ({
  languages: 'es',
  title_es: 'Consulta de prueba',
  slug,
  currency: 'VES',
  decimals: '2',
  whole,
  zone: 'America/Caracas',
  opens_at: inDays(site, 2),
  closes_at: inDays(site, 4),
  complaints_until: '',
});

/** A consultation of the city with a contest in each commune and three approved options in each, ready to be frozen. */
export async function prepareConsultation(
  site: TestSite,
  { city }: SmallCity,
  { organiser, reviewer }: Crew,
  slug: string,
): Promise<string> {
  await organiser.post(`/org/c/new/${city}`, newForm(site, slug, '3000'));
  const rule = pageOf(await organiser.post(`/org/c/${slug}/templates`, { name: 'Obra' }));
  const template = rule.split('/').at(-1) ?? '';
  const page = await (await organiser.get(`/org/c/${slug}/make/${template}`)).text();
  const parent = /<option value="([0-9a-f-]{36})"/u.exec(page)?.[1] ?? '';
  await organiser.post(`/org/c/${slug}/make/${template}`, {
    ...{ by: 'level', level: 'commune', inside: '', codes: '', amount: '1500', parent },
  });
  const lines = ['PS-1', 'PS-2'].flatMap((code) => [
    `${code};1;Pozo y bomba;Agua limpia;1000;Centro;agua`,
    `${code};2;Techo del mercado;;1500;Centro;economía`,
    `${code};3;Luces en la cancha;;700,50;Norte;deporte`,
  ]);
  const content = `código;número;título;resumen;costo;lugar;tema\n${lines.join('\n')}\n`;
  const loaded = await bring(
    site,
    organiser,
    `/org/c/${slug}/options`,
    { content, name: 'opciones.csv' },
    { template },
  );
  if (loaded.status !== 200) throw new Error(`options were not loaded: ${await loaded.text()}`);
  for (const contest of await contestsOf(organiser, slug)) {
    await reviewer.post(`/org/c/${slug}/contests/${contest}/approve`);
  }
  return template;
}

/** Ids of the contests that the control room shows, in its order. */
export async function contestsOf(browser: StaffBrowser, slug: string, query = ''): Promise<readonly string[]> {
  const page = await (await browser.get(`/org/c/${slug}${query}`)).text();
  return [...page.matchAll(/\/contests\/([0-9a-f-]{36})"/gu)].map(([, id = '']) => id);
}

/** Which contests the preview of a work on many is about, as its form says it. */
export const setOf = (preview: string): string => /name="set" value="([0-9a-f]{64})"/u.exec(preview)?.[1] ?? '';

/** Asks for a work on the contests that its preview shows. */
export async function workOnMany(browser: StaffBrowser, address: string): Promise<Response> {
  return await browser.post(address, { set: setOf(await (await browser.get(address)).text()) });
}

/** Freezes, as two guarantors do. */
export async function freeze(crew: Crew, slug: string): Promise<Response> {
  const act = pageOf(await crew.guarantor.post(`/org/c/${slug}/freeze`, { reason: 'Todo está revisado.' }));
  return await crew.second.post(act, { decision: 'agree' });
}
