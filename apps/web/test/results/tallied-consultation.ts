import { createHash, randomUUID } from 'node:crypto';
import { canonicalRuleSet, defaultRuleSet, type RuleSet } from '@convite/counting';
import {
  approvalsQuestion,
  type BoardRecord,
  type EventType,
  bytesSource,
  type Question,
  readArchive,
  seededRandomness,
  simulateElection,
  type SimulationEnd,
  splitRecords,
  withPolicy,
} from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import type { Database } from '../../src/persistence/database.ts';
import { inTransaction } from '../../src/persistence/database.ts';
import { insertEvents, moveHead } from '../../src/features/ballots/store-board.ts';
import { setUpElection } from '../../src/features/ballots/index.ts';
import type { BallotsContext } from '../../src/features/ballots/ballots-context.ts';
import { sha256, suite } from '../ballots/sealed-election.ts';

const perCost = defaultRuleSet('greedy', 'approval');
invariant(perCost.rule === 'greedy', 'the default of a rule is that rule');
const byVotes: RuleSet = { ...perCost, order: 'total' };
const equalShares = defaultRuleSet('equal-shares', 'approval');
/** One winner by votes: where two lead, lots decide. */
const oneWinner: RuleSet = { ...perCost, order: 'total', utility: 'cardinality', maximumWinners: 1 };
const rules = { byVotes, equalShares, oneWinner } as const;
type RuleName = keyof typeof rules;

const fourWorks = ['Farolas', 'Bancos', 'Un árbol', 'Un pozo'];
/** What some of them are called in the second language of the consultation. */
const inEnglish = new Map([
  ['Farolas', 'Street lights'],
  ['Un árbol', 'A tree'],
]);

interface PlannedContest {
  readonly territory: string;
  readonly rule: RuleName;
  readonly voters: number;
  readonly until: SimulationEnd;
  readonly status: string;
  readonly waiver?: boolean;
  readonly seed: string;
}

/** Contests as the tally leaves them: two need lots, one had too few ballots, one was annulled. */
const planned: readonly PlannedContest[] = [
  { territory: 'A1', rule: 'byVotes', voters: 12, until: 'result', status: 'tallied', seed: 'a1-obras 3' },
  { territory: 'A1', rule: 'equalShares', voters: 50, until: 'result', status: 'tallied', seed: 'a1-partes' },
  { territory: 'A2', rule: 'oneWinner', voters: 10, until: 'result', status: 'tallied', seed: 'empate 1' },
  { territory: 'A2', rule: 'byVotes', voters: 5, until: 'tally', status: 'withheld', seed: 'a2-pocas' },
  {
    territory: 'B',
    rule: 'equalShares',
    voters: 6,
    until: 'result',
    status: 'tallied',
    waiver: true,
    seed: 'b-renuncia',
  },
  { territory: 'B', rule: 'oneWinner', voters: 10, until: 'result', status: 'tallied', seed: 'empate 4' },
  { territory: 'B', rule: 'byVotes', voters: 3, until: 'ballots', status: 'annulled', seed: 'b-anulada' },
];

/** A consultation whose boards hold results, not counted yet. */
export interface TalliedConsultation {
  readonly consultation: string;
  readonly slug: string;
  /** Ids of territories by their codes: C above A (A1, A2) and B. */
  readonly territories: Readonly<Record<string, string>>;
  /** In the order of the plan. */
  readonly contests: readonly string[];
  /** Of these the boards hold results. */
  readonly tallied: readonly string[];
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

interface Simulated {
  readonly archive: Uint8Array;
  readonly side: string | undefined;
}

async function simulated({ rule, voters, until, seed }: PlannedContest, works: readonly string[]): Promise<Simulated> {
  const isMixed = rules[rule].rule !== 'greedy';
  const chooseOne: Question = {
    answers: works.map((title, i) => `${i + 1}. ${title}`),
    blank: true,
    min: 1,
    max: 1,
    question: '¿Qué obra?',
  };
  const run = simulateElection(
    await suite(),
    {
      group: 'Ed25519',
      name: 'Obras de la calle Cedro',
      description: withPolicy('Obras', hashOf(canonicalRuleSet(rules[rule]))),
      questions: [isMixed ? approvalsQuestion(works, '¿Qué obras?') : chooseOne],
      ...{ voters, revotes: 1, mostWeight: 1n, credentialForm: 'long', until, timestamp: 1_795_220_101 },
      trustees: [{ kind: 'threshold', threshold: 2, size: 3 }],
      shuffles: isMixed ? 2 : 0,
    },
    seededRandomness(seed, sha256),
  );
  invariant(run.ok, 'the plan of a test is not refused');
  const parts: Uint8Array[] = [];
  let step = run.value.next();
  for (; step.done !== true; step = run.value.next()) if (step.value.bytes !== undefined) parts.push(step.value.bytes);
  return { archive: Uint8Array.from(Buffer.concat(parts)), side: step.value.side };
}

/** Bytes of the record that begins every archive. */
const firstRecord = 1024;

interface EventText {
  readonly type: EventType;
  readonly height: number;
  readonly parent?: string;
}

/** The events of an archive, each with the records that stand before it. */
function eventsOf(archive: Uint8Array): readonly (EventText & { readonly records: readonly BoardRecord[] })[] {
  const events: (EventText & { readonly records: readonly BoardRecord[] })[] = [];
  let records: BoardRecord[] = [];
  for (const record of splitRecords(archive.subarray(firstRecord))) {
    records.push(record);
    if (record.kind !== 'event') continue;
    const event: EventText = JSON.parse(Buffer.from(record.content).toString());
    events.push({ ...event, records });
    records = [];
  }
  return events;
}

/** Puts an archive that was made elsewhere into the tables: its set-up as it is brought, then event by event. */
async function storeArchive(
  ballots: BallotsContext,
  { contest, consultation }: { readonly contest: string; readonly consultation: string },
  { archive, side }: Simulated,
): Promise<void> {
  const [setup, ...later] = eventsOf(archive);
  invariant(setup !== undefined, 'an archive begins with its set-up');
  const end =
    firstRecord + setup.records.reduce((sum, { content }) => sum + 512 + Math.ceil(content.length / 512) * 512, 0);
  const set = await setUpElection(ballots, { contest, archive: archive.slice(0, end), spares: [], by: null });
  invariant(set.ok, `a set-up of a test is taken: ${JSON.stringify(set)}`);
  const reading = await readArchive(bytesSource(archive), { sha256: nodeSha256 });
  invariant(reading.ok, 'a simulation makes sound archives');
  await inTransaction(ballots.database, async (tx) => {
    await insertEvents(
      tx,
      contest,
      later.map(({ type, height, parent, records }) => ({ type, height, parent, records })),
    );
    await moveHead(tx, contest, reading.head, { ballots: 0, voters: 0 });
  });
  if (side !== undefined) await storeSide(ballots.database, contest, consultation, side);
}

async function storeSide(database: Database, contest: string, consultation: string, side: string): Promise<void> {
  const { sections }: { readonly sections: readonly { readonly owner: number }[] } = JSON.parse(side);
  const { height, head } = await database
    .selectFrom('elections')
    .select(['height', 'head'])
    .where('contest_id', '=', contest)
    .executeTakeFirstOrThrow();
  await database
    .insertInto('tallies')
    .values({
      contest_id: contest,
      consultation_id: consultation,
      kind: 'homomorphic',
      counted: 0,
      weight: '0',
      events: height,
      head,
    })
    .execute();
  for (const [i, section] of sections.entries()) {
    await database
      .insertInto('tally_parts')
      .values({
        ...{ contest_id: contest, kind: 'decryption', owner: section.owner, place: i + 1 },
        ...{ section: JSON.stringify(section), brought_by: null, at: new Date() },
      })
      .execute();
  }
}

/** Stores a consultation that was closed and tallied. Its complaints may be made until an hour from now. */
export async function tallyConsultation(
  ballots: BallotsContext,
  {
    slug = 'obras-2026',
    now = new Date(),
    works = fourWorks,
  }: { readonly slug?: string; readonly now?: Date; readonly works?: readonly string[] } = {},
): Promise<TalliedConsultation> {
  const { database } = ballots;
  const consultation = randomUUID();
  const territories = await storeTerritories(database);
  const at = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);
  const titles = JSON.stringify({ es: 'Obras de la comuna', en: 'Works of the commune' });
  await database
    .insertInto('consultations')
    .values({
      ...{ id: consultation, slug, territory_id: territories['C'] ?? '', title: titles, languages: ['es', 'en'] },
      ...{
        zone: 'America/Caracas',
        opens_at: at(-50),
        closes_at: at(-2),
        complaints_until: at(1),
        created_at: at(-90),
      },
      ...{ currency: 'VES', decimals: 2, status: 'tallying' },
    })
    .execute();
  const templates = await storeTemplates(database, consultation);
  const contests: string[] = [];
  for (const plan of planned) {
    const contest = randomUUID();
    contests.push(contest);
    await storeContest(database, { contest, consultation, template: templates[plan.rule], plan, territories, works });
    await storeArchive(ballots, { contest, consultation }, await simulated(plan, works));
    await database
      .updateTable('contests')
      .set({ status: statusOf(plan) })
      .where('id', '=', contest)
      .execute();
    if (plan.status === 'annulled') await storeAnnulment(database, contest, territories[plan.territory] ?? '', at(-1));
  }
  const tallied = contests.filter((_, i) => planned[i]?.status === 'tallied');
  return { consultation, slug, territories, contests, tallied };
}

const statusOf = ({ status }: PlannedContest) =>
  status === 'annulled' ? 'annulled' : status === 'withheld' ? 'withheld' : 'tallied';

async function storeTerritories(database: Database): Promise<Readonly<Record<string, string>>> {
  const ids: Record<string, string> = {};
  const paths: Record<string, readonly string[]> = {};
  for (const [code, name, above] of [
    ['C', 'Comuna', ''],
    ['A', 'Sector A', 'C'],
    ['A1', 'Calle Cedro', 'A'],
    ['A2', 'Calle Samán', 'A'],
    ['B', 'Sector B', 'C'],
  ] as const) {
    const id = randomUUID();
    ids[code] = id;
    const path = [...(paths[above] ?? []), id];
    paths[code] = path;
    await database
      .insertInto('territories')
      .values({ id, parent_id: ids[above] ?? null, level: above === '' ? 'commune' : 'sector', code, name, path })
      .execute();
  }
  return ids;
}

async function storeTemplates(database: Database, consultation: string): Promise<Readonly<Record<RuleName, string>>> {
  const store = async (
    name: { readonly es: string; readonly en?: string },
    rule: RuleSet,
    form: 'choose_one' | 'approval',
    most: number,
  ): Promise<string> => {
    const [id, canonical] = [randomUUID(), canonicalRuleSet(rule)];
    const hash = hashOf(canonical);
    await database
      .insertInto('rule_sets')
      .values({ hash, canonical })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await database
      .insertInto('contest_templates')
      .values({
        ...{ id, consultation_id: consultation, name: JSON.stringify(name), form, most, may_be_blank: true },
        ...{ rule: JSON.stringify(rule), rule_hash: hash, crypto_group: 'Ed25519' },
      })
      .execute();
    return id;
  };
  return {
    byVotes: await store({ es: 'Obras', en: 'Works' }, byVotes, 'choose_one', 1),
    equalShares: await store({ es: 'Obras por partes' }, equalShares, 'approval', 4),
    oneWinner: await store({ es: 'Una sola obra' }, oneWinner, 'choose_one', 1),
  };
}

async function storeContest(
  database: Database,
  stored: {
    readonly contest: string;
    readonly consultation: string;
    readonly template: string;
    readonly plan: PlannedContest;
    readonly territories: Readonly<Record<string, string>>;
    readonly works: readonly string[];
  },
): Promise<void> {
  const { contest, consultation, template, plan, territories, works } = stored;
  const [territory, envelope] = [territories[plan.territory] ?? '', randomUUID()];
  await database
    .insertInto('envelopes')
    .values({
      id: envelope,
      consultation_id: consultation,
      parent_id: null,
      territory_id: territory,
      name: '{}',
      amount: '100000',
    })
    .execute();
  await database
    .insertInto('contests')
    .values({
      ...{ id: contest, consultation_id: consultation, template_id: template, territory_id: territory },
      ...{ envelope_id: envelope, status: 'ready', voters: plan.voters },
      small_electorate_waiver: plan.waiver === true ? new Date() : null,
    })
    .execute();
  await database
    .insertInto('options')
    .values(
      works.map((title, i) => ({
        ...{ contest_id: contest, number: i + 1, title, summary: '', cost: String(30_000 + 10_000 * i) },
        titles: JSON.stringify(inEnglish.has(title) ? { en: inEnglish.get(title) } : {}),
        ...{ place: i === 0 ? 'Plaza' : '', theme: '', approved_by: null, approved_at: null, withdrawn_at: null },
      })),
    )
    .execute();
}

const storeAnnulment = (database: Database, contest: string, territory: string, at: Date) =>
  database
    .insertInto('audit_trail')
    .values({
      ...{ event: 'contest.annul', subject: contest, happened_at: at, actor: null, territory_id: territory },
      ...{ reason: 'Se imprimieron boletas equivocadas.', details: null, is_public: true },
    })
    .execute();
