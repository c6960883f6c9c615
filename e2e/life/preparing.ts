import { invariant } from '@convite/kernel';
import { bring, contestsOf, freeze, pageOf } from '../../apps/web/test/consultations/prepared.ts';
import { pageAtRest } from '../../apps/web/test/until.ts';
import type { Installation } from './installation.ts';
import { type Clerk, employ, type Office } from './staff-desk.ts';

export const slug = 'obras-2027';
const commune = 'PS-1';
const hour = 3_600_000;

/** Who prepares and guards a consultation. */
export interface Crew {
  readonly organiser: Clerk;
  readonly reviewer: Clerk;
  readonly guarantors: readonly [Clerk, Clerk];
  readonly registrars: readonly [Clerk, Clerk];
  readonly trustees: readonly Clerk[];
}

/** A consultation of which nothing is prepared but its calendar. */
export interface Consultation {
  readonly site: Installation;
  readonly crew: Crew;
  readonly opensAt: number;
  readonly closesAt: number;
}

/** Brings the territories, and employs everybody in them. */
export async function employCrew(office: Office): Promise<Crew> {
  const [administrator] = office.administrators;
  const content = `código,superior,nivel,nombre\nPS,,municipio,Puerto Solana\n${commune},PS,comuna,La Enramada\n`;
  const file = { content, name: 'territorios.csv' };
  const brought = await bring(office.site, administrator.staff, '/org/territories/import', file);
  const applied = await administrator.staff.post(pageOf(brought));
  invariant(applied.status === 303, `territories are taken: ${brought.status} ${applied.status}`);
  const person = (name: string, role: Parameters<typeof employ>[2]): Promise<Clerk> => employ(office, name, role, 'PS');
  return {
    organiser: await person('Olga', 'organiser'),
    reviewer: await person('Raul', 'reviewer'),
    guarantors: [await person('Gloria', 'guarantor'), await person('Gabriel', 'guarantor')],
    registrars: [await person('Regina', 'registrar'), await person('Renato', 'registrar')],
    trustees: [await person('Tania', 'trustee'), await person('Teresa', 'trustee'), await person('Tomas', 'trustee')],
  };
}

/** What is typed for an instant, in a zone four hours behind Greenwich. */
export const typed = (at: number): string => new Date(at - 4 * hour).toISOString().slice(0, 16);

/** Two papers for one commune: one work by totals, where two lead; several works by equal shares of packed approvals. */
const papers = [
  {
    name: 'Una obra',
    rule: { form: 'choose_one', most: '1', rule: 'greedy', completion: 'none', winners: '1' },
    options: [
      ['Pozo y bomba', '1000'],
      ['Techo del mercado', '1000'],
      ['Luces en la cancha', '1000'],
    ],
  },
  {
    name: 'Varias obras',
    rule: { form: 'approval', most: '3', rule: 'equal-shares', completion: 'add1-greedy', winners: '' },
    options: [
      ['Bancos en la plaza', '900'],
      ['Puente nuevo', '1200'],
      ['Farolas', '300'],
    ],
  },
] as const;

/** From an empty table to rules that two people froze. */
export async function prepareContests(site: Installation, crew: Crew): Promise<Consultation> {
  const { organiser, reviewer, guarantors } = crew;
  const [opensAt, closesAt] = [site.clock.now.getTime() + 4 * hour, site.clock.now.getTime() + 12 * hour];
  const place = /\/org\/c\/new\/([0-9a-f-]{36})/u.exec(await (await organiser.staff.get('/org/c/new')).text())?.[1];
  const made = await organiser.staff.post(`/org/c/new/${place}`, {
    ...{ languages: 'es', title_es: 'Obras de La Enramada', slug, currency: 'VES', decimals: '2', whole: '3000' },
    ...{ zone: 'America/Caracas', opens_at: typed(opensAt), closes_at: typed(closesAt), complaints_until: '' },
  });
  invariant(made.status === 303, `there is a consultation: ${made.status}`);
  for (const { name, rule, options } of papers) {
    const page = pageOf(await organiser.staff.post(`/org/c/${slug}/templates`, { name }));
    const template = page.split('/').at(-1) ?? '';
    const ruled = await organiser.staff.post(page, {
      ...{ ...rule, blank: 'yes', misfit: 'skip', minimum: '', exclusive: '', ties: 'lots', group: 'Ed25519' },
    });
    const form = await (await organiser.staff.get(`/org/c/${slug}/make/${template}`)).text();
    const parent = /<option value="([0-9a-f-]{36})"/u.exec(form)?.[1] ?? '';
    const there = await organiser.staff.post(`/org/c/${slug}/make/${template}`, {
      ...{ by: 'codes', level: 'commune', inside: '', codes: commune, amount: '1500', parent },
    });
    invariant(there.status === 303, `${name} has a contest: ${ruled.status} ${there.status}`);
    const lines = options.map(([title, cost], i) => `${commune};${i + 1};${title};;${cost};;\n`).join('');
    const file = { content: `código;número;título;resumen;costo;lugar;tema\n${lines}`, name: 'opciones.csv' };
    const loaded = await bring(site, organiser.staff, `/org/c/${slug}/options`, file, { template });
    invariant(loaded.status === 200, `${name} has options: ${loaded.status}`);
  }
  for (const contest of await contestsOf(organiser.staff, slug)) {
    await reviewer.staff.post(`/org/c/${slug}/contests/${contest}/approve`);
  }
  const [guarantor, second] = guarantors;
  const people = { organiser: organiser.staff, reviewer: reviewer.staff, observer: reviewer.staff };
  const frozen = await freeze({ ...people, guarantor: guarantor.staff, second: second.staff }, slug);
  invariant(frozen.status === 303, `rules are frozen: ${frozen.status}`);
  return { site, crew, opensAt, closesAt };
}

/** How many people stand on the roll, and how many of them vote. */
export const people = { roll: 52, voters: 50 } as const;

/** From a table of people to a roll that two people froze. @returns the salt of its commitment, as its page shows it once */
export async function freezeRoll({ site, crew }: Consultation): Promise<string> {
  const [{ staff: registrar }, second] = crew.registrars;
  const roll = `/org/c/${slug}/roll`;
  await registrar.post(`${roll}/rule`, { minimum_age: '15', age_on: '2026-11-22', proofs: 'two_neighbours' });
  const lines = Array.from({ length: people.roll }, (_, i) => `Persona ${i + 1};03/04/1980;${commune};dos vecinos\n`);
  const file = { content: `nombre;nacimiento;territorio;prueba\n${lines.join('')}`, name: 'padrón.csv' };
  const brought = pageOf(await bring(site, registrar, `${roll}/import`, file, { dates: 'dmy' }));
  await pageAtRest(() => registrar.get(brought));
  await registrar.post(`${brought}/apply`);
  await pageAtRest(() => registrar.get(brought));
  await registrar.post(`${roll}/freeze`, { reason: 'Termina la inscripción.' });
  const shown = await pageAtRest(() => registrar.get(`${roll}/freeze`));
  const salt = /(?:[0-9a-f]{8} ){7}[0-9a-f]{8}/u.exec(shown)?.[0].replaceAll(' ', '');
  const commitment = /name="commitment" value="([0-9a-f]{64})"/u.exec(shown)?.[1];
  invariant(salt !== undefined && commitment !== undefined, 'the page shows the salt');
  await second.agree(pageOf(await registrar.post(`${roll}/freeze/propose`, { commitment })));
  return salt;
}
