import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { ruleHash, ruleText } from './sealed-election.ts';

/** A contest as the other rooms store it. */
export interface StoredContest {
  readonly contest: string;
  readonly consultation: string;
  readonly slug: string;
}

/** Stores a consultation with one contest whose rule is frozen; the vote is open for an hour around now unless said. */
export async function storeContest(
  pool: pg.Pool,
  {
    status = 'frozen',
    opensAt = new Date(Date.now() - 3_600_000),
    closesAt = new Date(Date.now() + 3_600_000),
  }: { readonly status?: string; readonly opensAt?: Date; readonly closesAt?: Date } = {},
): Promise<StoredContest> {
  const [territory, consultation, template, contest] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const slug = `consulta-${contest.slice(0, 8)}`;
  await pool.query(
    `insert into territories (id, level, code, name, path) values ($1, 'commune', $2, $2, array[$1::uuid])`,
    [territory, `T-${territory}`],
  );
  await pool.query(`insert into rule_sets (hash, canonical) values ($1, $2) on conflict do nothing`, [
    ruleHash,
    ruleText,
  ]);
  await pool.query(
    `insert into consultations
       (id, slug, territory_id, title, languages, zone, opens_at, closes_at, currency, decimals, status, created_at)
     values ($1, $2, $3, '{"es":"Consulta"}', '{es}', 'America/Caracas', $4, $5, 'VES', 2, $6, now())`,
    [consultation, slug, territory, opensAt, closesAt, status],
  );
  await pool.query(
    `insert into contest_templates
       (id, consultation_id, name, form, most, may_be_blank, rule, rule_hash, crypto_group)
     values ($1, $2, '{"es":"Obra"}', 'choose_one', 1, true, '{}', $3, 'Ed25519')`,
    [template, consultation, ruleHash],
  );
  await pool.query(
    `insert into contests (id, consultation_id, template_id, territory_id, status) values ($1, $2, $3, $4, $5)`,
    [contest, consultation, template, territory, status],
  );
  return { contest, consultation, slug };
}

/** Stores another contest of the same consultation in the same territory, made from a template of this name. */
export async function storeBeside(pool: pg.Pool, beside: StoredContest, paper: string): Promise<StoredContest> {
  const [template, contest] = [randomUUID(), randomUUID()];
  await pool.query(
    `insert into contest_templates
       (id, consultation_id, name, form, most, may_be_blank, rule, rule_hash, crypto_group)
     select $1, p.consultation_id, $3, p.form, p.most, p.may_be_blank, p.rule, p.rule_hash, p.crypto_group
     from contests k join contest_templates p on p.id = k.template_id where k.id = $2`,
    [template, beside.contest, JSON.stringify({ es: paper })],
  );
  await pool.query(
    `insert into contests (id, consultation_id, template_id, territory_id, status)
     select $1, consultation_id, $2, territory_id, 'frozen' from contests where id = $3`,
    [contest, template, beside.contest],
  );
  return { ...beside, contest };
}

/** Moves a contest and its consultation to a state, as their own acts do. */
export async function moveContest(pool: pg.Pool, { contest, consultation }: StoredContest, state: string) {
  await pool.query('update consultations set status = $2 where id = $1', [consultation, state]);
  await pool.query('update contests set status = $2 where id = $1', [contest, state]);
}
