import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { canonicalRuleSet, defaultRuleSet, type RuleSet } from '@convite/counting';
import { err, invariant, ok } from '@convite/kernel';
import { z } from 'zod';
import { type AccountsContext, actHandler, noBreachedPasswords } from '../../src/features/accounts/index.ts';
import { consultationActs, type ConsultationsContext } from '../../src/features/consultations/index.ts';
import { type OpeningRefusal, openVote, type VoteBody } from '../../src/features/consultations/usecases/open-vote.ts';
import { openKeptArchives, resultsActs, type ResultsContext } from '../../src/features/results/index.ts';
import type { ResultsProcesses } from '../../src/features/results/archives/tasks.ts';
import type { TallyContext } from '../../src/features/tally/index.ts';
import { makeDiskRoom } from '../../src/jobs/disk-room.ts';
import { openWorkFolder } from '../../src/jobs/work-folder.ts';
import { openBallotsRoom } from '../ballots/ballots-room.ts';

/** The rooms that a vote goes through, on one database, without jobs: nothing moves but by the test. */
export interface WalkedRooms {
  readonly consultations: ConsultationsContext;
  readonly results: ResultsContext;
  readonly tally: TallyContext;
  readonly accounts: AccountsContext;
  readonly clock: { now: Date };
  /** Two guarantors. */
  readonly first: string;
  readonly second: string;
  readonly rows: (statement: string, ...values: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>;
  close(): Promise<void>;
}

const vote = z.object({
  ...{ slug: z.string(), title: z.record(z.string(), z.string()), contests: z.int() },
  ...{ opensAt: z.int(), closesAt: z.int(), zone: z.string() },
});

/** As the site has it, but for the settings of the database: tests run on one that is quick and forgetful. */
const openHere = actHandler<VoteBody, OpeningRefusal>({
  act: 'vote.open',
  isPublic: true,
  read: (stored) => vote.safeParse(stored).data,
  show: () => ({ title: '', says: [], facts: [], href: null }),
  async carryOut(tx, { subject, body, now }) {
    const opened = await openVote(tx, subject, body, now, async () => []);
    return opened.ok ? ok({ details: opened.value }) : opened;
  },
  explain: ({ type }) => type,
});

export async function openWalkedRooms(): Promise<WalkedRooms> {
  const room = await openBallotsRoom();
  const { context: ballots } = room.ballots;
  const { pool } = room.database;
  const clock = { now: new Date() };
  const basis = { database: ballots.database, now: () => clock.now, newId: randomUUID };
  const work = await openWorkFolder(join(room.folder, 'work'));
  const noProcesses: ResultsProcesses = { waiting: () => 0, run: async () => err('stopped') };
  const people = [randomUUID(), randomUUID()];
  for (const id of people) {
    await pool.query(`insert into accounts (id, email, name, created_at) values ($1, $2, 'Gloria', now())`, [
      ...[id, `${id}@example.org`],
    ]);
    await pool.query(`insert into role_grants (id, account_id, role, granted_at) values ($1, $2, 'guarantor', now())`, [
      ...[randomUUID(), id],
    ]);
  }
  const [first = '', second = ''] = people;
  return {
    ...{ clock, first, second },
    consultations: { ...basis, work, isDemo: false, hasMailer: true },
    results: {
      ...{ ...basis, work, processes: noProcesses, searches: noProcesses, atOnce: 1, mostSearchWork: 0 },
      ...{ archives: await openKeptArchives(join(room.folder, 'archives')), room: makeDiskRoom(basis.now) },
      ...{ signProtocol: room.ballots.context.boards.signProtocol, software: 'convite 0.1.0' },
    },
    tally: { ...basis, ballots, work, onOpened: async () => undefined },
    accounts: {
      ...{
        ...basis,
        isDemo: false,
        breached: noBreachedPasswords,
        random: randomBytes,
        key: randomBytes(32),
        tasks: [],
      },
      acts: [...consultationActs.filter(({ act }) => act !== 'vote.open'), openHere, ...resultsActs],
    },
    rows: async (statement, ...values) => (await pool.query(statement, [...values])).rows,
    async close() {
      await work.remove();
      await room.close();
    },
  };
}

/** A vote of two contests in which nothing is missing, at any time of its life. */
export interface WalkedVote {
  readonly consultation: string;
  readonly territory: string;
  readonly slug: string;
  readonly contests: readonly [string, string];
  /** Before its hours, their end, and after them. */
  readonly before: Date;
  readonly closes: Date;
  readonly after: Date;
}

const perCost = defaultRuleSet('greedy', 'approval');
invariant(perCost.rule === 'greedy', 'the default of a rule is that rule');
/** One winner by votes: nothing is paid. */
const rule: RuleSet = { ...perCost, order: 'total', utility: 'cardinality', maximumWinners: 1 };

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Stores a draft with all that opening, tally and result ask for: what keeps a move from being made is its table alone. */
export async function storeWalkedVote({ rows, clock, first }: WalkedRooms): Promise<WalkedVote> {
  const [consultation, template, territory] = [randomUUID(), randomUUID(), randomUUID()];
  const slug = `paseo-${consultation.slice(0, 8)}`;
  const at = (hours: number): Date => new Date(Date.UTC(2026, 10, 22) + hours * 3_600_000);
  clock.now = at(0);
  await rows(
    `insert into territories (id, level, code, name, path) values ($1, 'commune', $2, $2, array[$1::uuid])`,
    ...[territory, slug],
  );
  await rows(
    `insert into consultations (id, slug, territory_id, title, languages, zone, opens_at, closes_at, currency, decimals,
       status, created_at)
     values ($1, $2, $3, '{"es":"Paseo"}', '{es}', 'America/Caracas', $4, $5, 'VES', 2, 'draft', $6)`,
    ...[consultation, slug, territory, at(2), at(4), at(0)],
  );
  await rows(
    `insert into contest_templates (id, consultation_id, name, form, most, may_be_blank, rule, crypto_group)
     values ($1, $2, '{"es":"Vocera"}', 'choose_one', 1, true, $3, 'Ed25519')`,
    ...[template, consultation, canonicalRuleSet(rule)],
  );
  await rows(
    `insert into rolls (consultation_id, eligibility, status, version, frozen_at, frozen_version, frozen_count, commitment)
     values ($1, '{}', 'frozen', 0, now(), 0, 24, $2)`,
    ...[consultation, hash('roll')],
  );
  await rows(
    `insert into consultation_trustees (consultation_id, trustees, hash, at) values ($1, '[]', $2, now())`,
    ...[consultation, hash('[]')],
  );
  const contests = [randomUUID(), randomUUID()] as const;
  for (const [i, contest] of contests.entries()) {
    const sector = randomUUID();
    await rows(
      `insert into territories (id, parent_id, level, code, name, path) values ($1, $2, 'sector', $3, $3, $4)`,
      ...[sector, territory, `${slug}-${i}`, [territory, sector]],
    );
    await rows(
      `insert into contests (id, consultation_id, template_id, territory_id, status, voters) values ($1, $2, $3, $4, 'draft', 12)`,
      ...[contest, consultation, template, sector],
    );
    await rows(
      `insert into options (contest_id, number, title, summary, approved_by, approved_at)
       select $1, number, 'Opción ' || number, '', $2, now() from generate_series(1, 2) as number`,
      ...[contest, first],
    );
    const head = hash(contest);
    await rows(
      `insert into elections (contest_id, uuid, fingerprint, record_time, height, head, state) values ($1, $2, $3, 0, 9, $4, 'finished')`,
      ...[contest, contest, Buffer.from(head, 'hex').toString('base64').slice(0, 43), head],
    );
    await rows(
      `insert into tallies (contest_id, consultation_id, kind, counted, weight, events, head, bytes, sha256, crc32)
       values ($1, $2, 'homomorphic', 12, 12, 4, $3, 1, $3, 0)`,
      ...[contest, consultation, head],
    );
    await rows(
      `insert into contest_outcomes (contest_id, outcome, head, counted_at) values ($1, '{}', $2, now())`,
      ...[contest, head],
    );
  }
  return { consultation, territory, slug, contests, before: at(1), closes: at(4), after: at(5) };
}
