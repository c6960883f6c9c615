import { namesOptions, type TemplateUse } from '@convite/domain';
import { sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';
import type { TemplateRecord } from './store-templates.ts';

/** All SQL about what templates are used for. */

interface NamedRow {
  readonly template: string;
  readonly numbers: readonly string[];
  readonly themes: readonly string[];
  readonly places: readonly string[];
}

/** What each template with contests that are not annulled is held against before it is frozen. */
export async function templateUses(
  db: Database | Tx,
  { id, decimals }: { readonly id: string; readonly decimals: number },
  templates: readonly TemplateRecord[],
): Promise<ReadonlyMap<string, TemplateUse>> {
  const { rows: used } = await sql<{
    readonly template: string;
    readonly contests: number;
    readonly isMoney: boolean;
  }>`
    select template_id as template, count(*)::int as contests, bool_and(envelope_id is not null) as "isMoney"
    from contests where consultation_id = ${id} and status <> 'annulled' group by 1`.execute(db);
  const asked = templates.filter(({ rule }) => namesOptions(rule)).map((template) => template.id);
  const { rows: named } = await sql<NamedRow>`
    select k.template_id as template, array_agg(distinct o.number::text) as numbers,
      array_agg(distinct o.theme) as themes, array_agg(distinct o.place) as places
    from contests k join options o on o.contest_id = k.id
    where k.template_id = any(${asked}::uuid[]) and k.status <> 'annulled' and o.withdrawn_at is null
    group by 1`.execute(db);
  const byTemplate = new Map(named.map((row) => [row.template, row]));
  return new Map(
    used.map(({ template, contests, isMoney }) => {
      const { numbers = [], themes = [], places = [] } = byTemplate.get(template) ?? {};
      const sets = { numbers: new Set(numbers), themes: new Set(themes), places: new Set(places) };
      return [template, { contests, decimals: isMoney ? decimals : 0, named: sets }];
    }),
  );
}
