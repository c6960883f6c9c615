import type { RuleSet } from '@convite/counting';
import type { BallotForm, CryptoGroup, FrozenRule } from '@convite/domain';
import { sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';
import { type LanguageMap, readLanguageMap, readRule } from './stored-forms.ts';

/** All SQL about templates of contests and the rules in them. */

export interface TemplateRecord {
  readonly id: string;
  readonly name: LanguageMap;
  readonly form: BallotForm;
  readonly most: number;
  readonly mayBeBlank: boolean;
  readonly rule: RuleSet;
  /** Null until it is frozen. */
  readonly ruleHash: string | null;
  readonly group: CryptoGroup;
}

export async function putTemplate(tx: Tx, consultation: string, template: TemplateRecord): Promise<void> {
  await tx
    .insertInto('contest_templates')
    .values({
      id: template.id,
      consultation_id: consultation,
      name: JSON.stringify(template.name),
      form: template.form,
      most: template.most,
      may_be_blank: template.mayBeBlank,
      rule: JSON.stringify(template.rule),
      rule_hash: template.ruleHash,
      crypto_group: template.group,
    })
    .execute();
}

/** The templates of a consultation, always in the same order. */
export async function templatesOf(db: Database | Tx, consultation: string): Promise<readonly TemplateRecord[]> {
  const rows = await db
    .selectFrom('contest_templates')
    .select(['id', 'name', 'form', 'most', 'may_be_blank', 'rule', 'rule_hash', 'crypto_group'])
    .where('consultation_id', '=', consultation)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: readLanguageMap(row.name),
    form: row.form,
    most: row.most,
    mayBeBlank: row.may_be_blank,
    rule: readRule(row.rule),
    ruleHash: row.rule_hash,
    group: row.crypto_group,
  }));
}

/** Writes what may be changed of a template before it is frozen. */
export async function setTemplate(
  tx: Tx,
  consultation: string,
  { id, form, most, mayBeBlank, rule, group }: Omit<TemplateRecord, 'name' | 'ruleHash'>,
): Promise<void> {
  await tx
    .updateTable('contest_templates')
    .set({ form, most, may_be_blank: mayBeBlank, rule: JSON.stringify(rule), crypto_group: group })
    .where('consultation_id', '=', consultation)
    .where('id', '=', id)
    .where('rule_hash', 'is', null)
    .execute();
}

export async function setTemplateName(tx: Tx, consultation: string, id: string, name: LanguageMap): Promise<void> {
  await tx
    .updateTable('contest_templates')
    .set({ name: JSON.stringify(name) })
    .where('consultation_id', '=', consultation)
    .where('id', '=', id)
    .execute();
}

/** Takes a template out of which no contest was made. @returns whether it was such a one. */
export async function removeTemplate(tx: Tx, consultation: string, id: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    delete from contest_templates m where consultation_id = ${consultation} and id = ${id}
      and not exists (select from contests k where k.template_id = m.id)`.execute(tx);
  return numAffectedRows === 1n;
}

/** Puts the frozen text under its hash, and the hash into the template. Both stand for ever. */
export async function putFrozenRule(tx: Tx, template: string, rule: FrozenRule): Promise<void> {
  await tx
    .insertInto('rule_sets')
    .values(rule)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx.updateTable('contest_templates').set({ rule_hash: rule.hash }).where('id', '=', template).execute();
}

/** The canonical text of a frozen rule. */
export async function frozenText(db: Database, hash: string): Promise<string | undefined> {
  const row = await db.selectFrom('rule_sets').select('canonical').where('hash', '=', hash).executeTakeFirst();
  return row?.canonical;
}
