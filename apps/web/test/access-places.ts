import { randomUUID } from 'node:crypto';
import { defaultRuleSet } from '@convite/counting';
import { invariant } from '@convite/kernel';
import { sql } from 'kysely';
import { parametersOf } from '../src/http/access.ts';
import type { TestSite } from './open-test-site.ts';

/** A territory, with a consultation in it and a contest of that. */
export interface TestPlace {
  readonly territory: string;
  /** Ids from the root down. */
  readonly path: readonly string[];
  readonly consultation: string;
  readonly contest: string;
  /** A file that was brought for its roll, and the version of it. */
  readonly import: string;
  readonly version: string;
}

/** A nation and two communes in it, each with a consultation and a contest. */
export interface TestPlaces {
  readonly parent: TestPlace;
  readonly own: TestPlace;
  readonly other: TestPlace;
}

export async function makePlaces({ site }: TestSite): Promise<TestPlaces> {
  const { database, now } = site.accounts;
  const at = now();
  const make = async (name: string, level: string, above: readonly string[]): Promise<TestPlace> => {
    const [territory, consultation, template, contest] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const path = [...above, territory];
    const slug = `consulta-${name}`;
    await sql`insert into territories (id, parent_id, level, code, name, path)
      values (${territory}, ${above.at(-1) ?? null}, ${level}, ${name}, ${name}, ${path}::uuid[])`.execute(database);
    await sql`insert into consultations
        (id, slug, territory_id, title, languages, zone, opens_at, closes_at, currency, decimals, status, created_at)
      values (${consultation}, ${slug}, ${territory}, ${JSON.stringify({ es: name })}, '{es}', 'America/Caracas',
        ${new Date(at.getTime() + 86_400_000)}, ${new Date(at.getTime() + 172_800_000)}, 'VES', 2, 'draft', ${at})`.execute(
      database,
    );
    await sql`insert into contest_templates
        (id, consultation_id, name, form, most, may_be_blank, rule, crypto_group)
      values (${template}, ${consultation}, ${JSON.stringify({ es: 'Papeleta' })}, 'approval', 3, true,
        ${JSON.stringify(defaultRuleSet('greedy', 'approval'))}, 'Ed25519')`.execute(database);
    await sql`insert into contests (id, consultation_id, template_id, territory_id, status)
      values (${contest}, ${consultation}, ${template}, ${territory}, 'draft')`.execute(database);
    return { territory, path, consultation: slug, contest, import: randomUUID(), version: '1' };
  };
  const parent = await make('nacion', 'nation', []);
  const own = await make('norte', 'commune', parent.path);
  const other = await make('sur', 'commune', parent.path);
  return { parent, own, other };
}

/** Two communes as parts of what the nation decides. */
export interface TestParts {
  readonly own: TestPlace;
  readonly other: TestPlace;
}

/** Gives the nation a contest in each commune, and each place a roll with a file and its version. */
export async function makeParts({ site }: TestSite, places: TestPlaces): Promise<TestParts> {
  const { database, now } = site.accounts;
  const by = randomUUID();
  const nation = places.parent.consultation;
  await sql`insert into accounts (id, email, name, created_at) values (${by}, 'padron@example.org', 'Padrón', ${now()})`.execute(
    database,
  );
  const eligibility = JSON.stringify({ minimumAge: 15, ageOn: '2026-11-22', proofs: ['two_neighbours'] });
  for (const { consultation } of [places.parent, places.own, places.other]) {
    await sql`insert into rolls (consultation_id, eligibility, status, version)
      select id, ${eligibility}, 'open', 3 from consultations where slug = ${consultation}`.execute(database);
  }
  const bring = async ({ territory, consultation, import: id, version }: TestPlace): Promise<void> => {
    await sql`insert into roll_imports
        (id, consultation_id, part_id, status, brought_by, brought_at, source_name, source_hash, source_bytes, declared)
      select ${id}, id, ${territory}, 'withdrawn', ${by}, ${now()}, 'padrón.csv', ${'a'.repeat(64)}, 1,
        ${JSON.stringify({ encoding: null, separator: null, dates: 'ymd' })}
      from consultations where slug = ${consultation}`.execute(database);
    await sql`insert into roll_versions
        (consultation_id, version, kind, part_id, created_at, created_by, source_name, source_hash, added, removed, changed,
          total)
      select id, ${Number(version)}, 'import', ${territory}, ${now()}, ${by}, 'padrón.csv', ${'a'.repeat(64)}, 1, 0, 0, 1
      from consultations where slug = ${consultation}`.execute(database);
  };
  for (const place of [places.parent, places.own, places.other]) await bring(place);
  const inNation = async ({ territory, path }: TestPlace, version: string): Promise<TestPlace> => {
    const place = { territory, path, consultation: nation, contest: randomUUID(), import: randomUUID(), version };
    await sql`insert into contests (id, consultation_id, template_id, territory_id, status)
      select ${place.contest}, c.id, k.id, ${territory}, 'draft'
      from consultations c join contest_templates k on k.consultation_id = c.id where c.slug = ${nation}`.execute(
      database,
    );
    await bring(place);
    return place;
  };
  return { own: await inNation(places.own, '2'), other: await inNation(places.other, '3') };
}

/** What is no territory, consultation or contest: the gate does not look at it, and a handler finds nothing under it. */
const nothing: Readonly<Partial<Record<string, string>>> = {
  account: randomUUID(),
  proposal: randomUUID(),
  link: 'x'.repeat(43),
  id: randomUUID(),
  work: randomUUID(),
  recount: 'a'.repeat(64),
  hash: 'a'.repeat(64),
  file: `${'a'.repeat(64)}.json`,
  template: randomUUID(),
  number: '1',
  project: 'P01',
  code: 'C-1',
  prefix: '00',
};

/** The address of a route about a place. @throws InvariantError for a parameter that no fixture knows. */
export function addressOf(
  path: string,
  place: Pick<TestPlace, 'territory' | 'consultation' | 'contest'> & Partial<Pick<TestPlace, 'import' | 'version'>>,
): string {
  const { territory, consultation, contest, import: brought = randomUUID(), version = '1' } = place;
  const values: Readonly<Partial<Record<string, string>>> = {
    ...nothing,
    ...{ territory, consultation, contest, import: brought, version },
  };
  return parametersOf(path).reduce((address, name) => {
    const value = values[name];
    invariant(value !== undefined, `${path}: say in apps/web/test/access-places.ts what stands for :${name}`);
    return address.replace(new RegExp(`:${name}(?:\\{(?:[^{}]|\\{[^{}]*\\})*\\})?`, 'u'), value);
  }, path);
}
