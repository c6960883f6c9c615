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
    return { territory, path, consultation: slug, contest };
  };
  const parent = await make('nacion', 'nation', []);
  const own = await make('norte', 'commune', parent.path);
  const other = await make('sur', 'commune', parent.path);
  return { parent, own, other };
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
  version: '1',
  prefix: '00',
};

/** The address of a route about a place. @throws InvariantError for a parameter that no fixture knows. */
export function addressOf(path: string, place: Pick<TestPlace, 'territory' | 'consultation' | 'contest'>): string {
  const { territory, consultation, contest } = place;
  const values: Readonly<Partial<Record<string, string>>> = { ...nothing, territory, consultation, contest };
  return parametersOf(path).reduce((address, name) => {
    const value = values[name];
    invariant(value !== undefined, `${path}: say in apps/web/test/access-places.ts what stands for :${name}`);
    return address.replace(new RegExp(`:${name}(?:\\{(?:[^{}]|\\{[^{}]*\\})*\\})?`, 'u'), value);
  }, path);
}
