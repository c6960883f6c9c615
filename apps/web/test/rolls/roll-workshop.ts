import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DateOrder } from '@convite/domain';
import { invariant } from '@convite/kernel';
import { inject } from 'vitest';
import { rollActs, type RollsContext } from '../../src/features/rolls/index.ts';
import { findConsultation, type RolledConsultation } from '../../src/features/rolls/store.ts';
import { applyImport, requestApply } from '../../src/features/rolls/usecases/apply-import.ts';
import { bringRoll } from '../../src/features/rolls/usecases/bring-roll.ts';
import { readImport } from '../../src/features/rolls/usecases/read-import.ts';
import { showImport, type ShownImport } from '../../src/features/rolls/usecases/show-roll.ts';
import { writeEligibility } from '../../src/features/rolls/usecases/write-eligibility.ts';
import { type AccountsContext, noBreachedPasswords } from '../../src/features/accounts/index.ts';
import { decide } from '../../src/features/accounts/usecases/two-person-acts.ts';
import { makeProcesses } from '../../src/jobs/processes.ts';
import { openWorkFolder } from '../../src/jobs/work-folder.ts';
import { makeDatabase } from '../../src/persistence/database.ts';
import { type FreshDatabase, freshDatabase } from '../fresh-database.ts';

/** A consultation of a nation with two communes, C1 and C2 (C1 with a sector S1), a contest in each and one for all. */
export interface RollWorkshop {
  readonly context: RollsContext;
  readonly fresh: FreshDatabase;
  readonly consultation: RolledConsultation;
  /** Ids of the contests by the code of their territory. */
  readonly contests: ReadonlyMap<string, string>;
  /** Two registrars. */
  readonly ada: string;
  readonly eva: string;
  readonly clock: { now: Date };
  /** Brings a file and reads it. */
  bring(content: string | Uint8Array, options?: BringOptions): Promise<ShownImport>;
  /** The same, and applies it. */
  imported(content: string, options?: BringOptions): Promise<ShownImport>;
  /** Has the newest proposed act agreed on by another person. */
  agree(by: string): ReturnType<typeof decide>;
  /** Takes everybody off, and every trace of a roll. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

interface BringOptions {
  readonly dates?: DateOrder;
  readonly part?: string;
}

export const attempt = { signal: new AbortController().signal, last: true };

export const eligibility = {
  minimumAge: 15,
  ageOn: '2026-11-22',
  proofs: ['identity_document', 'two_neighbours'],
} as const;

export async function openRollWorkshop(): Promise<RollWorkshop> {
  const folder = mkdtempSync(join(tmpdir(), 'convite-rolls-'));
  const fresh = await freshDatabase();
  const { pool } = fresh;
  const work = await openWorkFolder(join(folder, 'work'));
  const clock = { now: new Date('2026-10-01T12:00:00Z') };
  const context: RollsContext = {
    database: makeDatabase(pool),
    readers: makeProcesses(new URL(inject('readingProgram')), { atOnce: 1, memoryMegabytes: 512 }),
    work,
    now: () => clock.now,
    newId: randomUUID,
    random: randomBytes,
    key: randomBytes(32),
  };
  const people = ['ada', 'eva'].map((name) => ({ name, id: randomUUID() }));
  for (const { name, id } of people) {
    await pool.query('insert into accounts (id, email, name, created_at) values ($1, $2, $3, now())', [
      id,
      `${name}@example.org`,
      name,
    ]);
    await pool.query(`insert into role_grants (id, account_id, role, granted_at) values ($1, $2, 'registrar', now())`, [
      randomUUID(),
      id,
    ]);
  }
  const contests = await makeConsultation(pool);
  const consultation = await findConsultation(context.database, 'obras', 'es');
  invariant(consultation !== undefined, 'the consultation was just made');
  const [ada = '', eva = ''] = people.map(({ id }) => id);
  const written = await writeEligibility(context, consultation, eligibility, ada);
  invariant(written.ok, 'the rule is written');

  const accounts: AccountsContext = {
    ...context,
    isDemo: false,
    breached: noBreachedPasswords,
    acts: rollActs(context),
    tasks: [],
  };
  let files = 0;
  const bring: RollWorkshop['bring'] = async (content, { dates = 'ymd', part = '' } = {}) => {
    const path = join(folder, `file-${files++}`);
    writeFileSync(path, content);
    const declared = { encoding: null, separator: null, dates };
    const brought = await bringRoll(context, consultation, { path, name: 'padrón.csv', declared, part, by: ada });
    invariant(brought.ok, `the file is stored: ${JSON.stringify(brought)}`);
    await readImport(context, brought.value, attempt);
    const shown = await showImport(context, consultation.id, brought.value);
    invariant(shown !== undefined, 'the import exists');
    return shown;
  };
  return {
    context,
    fresh,
    consultation,
    contests,
    ada,
    eva,
    clock,
    bring,
    async imported(content, options) {
      const { given, problems } = await bring(content, options);
      invariant(given.status === 'ready', `the file is sound: ${JSON.stringify({ given, problems })}`);
      const requested = await requestApply(context, consultation.id, given.id, ada);
      invariant(requested.ok, 'the file may be applied');
      await applyImport(context, given.id);
      const shown = await showImport(context, consultation.id, given.id);
      invariant(shown?.given.status === 'applied', 'the file is applied');
      return shown;
    },
    async agree(by) {
      const { rows } = await pool.query<{ id: string }>(
        `select id from two_person_acts where status = 'proposed' order by proposed_at desc limit 1`,
      );
      return decide(accounts, { id: rows[0]?.id ?? '', move: 'agree', by, reason: undefined });
    },
    async clear() {
      await pool.query(
        'delete from roll_imports; delete from brought_pieces; delete from roll_staging; delete from roll_questions',
      );
      await pool.query('delete from two_person_acts; delete from rolls; delete from public_credentials');
      const again = await writeEligibility(context, consultation, eligibility, ada);
      invariant(again.ok, 'the rule is written');
    },
    async close() {
      await work.remove();
      await fresh.drop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Territories, and a consultation with its contests. @returns ids of the contests by the code of their territory */
export async function makeConsultation(pool: FreshDatabase['pool']): Promise<ReadonlyMap<string, string>> {
  const ids = new Map(['N', 'C1', 'C2', 'S1'].map((code) => [code, randomUUID()]));
  const id = (code: string): string => ids.get(code) ?? '';
  const paths = { N: ['N'], C1: ['N', 'C1'], C2: ['N', 'C2'], S1: ['N', 'C1', 'S1'] } as const;
  const levels = { N: 'nation', C1: 'commune', C2: 'commune', S1: 'sector' } as const;
  for (const code of ['N', 'C1', 'C2', 'S1'] as const) {
    const path = paths[code].map(id);
    await pool.query(
      'insert into territories (id, parent_id, level, code, name, path) values ($1, $2, $3, $4, $5, $6)',
      [id(code), path.at(-2) ?? null, levels[code], code, `Lugar ${code}`, path],
    );
  }
  const [consultation, template] = [randomUUID(), randomUUID()];
  await pool.query(
    `insert into consultations (id, slug, territory_id, title, languages, zone, opens_at, closes_at, currency, decimals, status,
       created_at)
     values ($1, 'obras', $2, '{"es":"Obras"}', '{es}', 'America/Caracas', now() + interval '9 day',
       now() + interval '10 day', 'VES', 2, 'draft', now())`,
    [consultation, id('N')],
  );
  await pool.query(
    `insert into contest_templates (id, consultation_id, name, form, most, may_be_blank, rule, crypto_group)
     values ($1, $2, '{"es":"Obra"}', 'choose_one', 1, true, '{}', 'Ed25519')`,
    [template, consultation],
  );
  const contests = new Map<string, string>();
  for (const code of ['N', 'C1', 'C2']) {
    contests.set(code, randomUUID());
    await pool.query(
      `insert into contests (id, consultation_id, template_id, territory_id, status) values ($1, $2, $3, $4, 'draft')`,
      [contests.get(code), consultation, template, id(code)],
    );
  }
  return contests;
}

export const heading = 'name,birth_date,territory,document,proof,email,language,told_apart,deceased\n';
