import { eligibleFor, type ManifestContest } from '@convite/archive';
import { leastBallots, questionKind, unitOf } from '@convite/domain';
import { canonicalJson, invariant, writeMoney } from '@convite/kernel';
import { parseRuleSet } from '@convite/counting';
import { inTransaction } from '../../../persistence/database.ts';
import type { IndexedTerritory } from '../archives/archive-index.ts';
import type { ArchivedContest, OpenArchive } from '../archives/open-archive.ts';
import type {
  ArchiveFile,
  ContestResultView,
  ListedResult,
  LotView,
  RefusedResultView,
  ResultFault,
  ResultHead,
  TerritoryResultView,
  TerritorySums,
} from '../pages/views.ts';
import type { ResultsContext } from '../results-context.ts';
import { type CountedConsultation, findConsultation, holdConsultation, type LanguageMap } from '../store.ts';
import {
  type ArchiveRecord,
  contestMarks,
  contestStands,
  lastArchive,
  publishedArchive,
  rowsDigest,
  type VerifiedArchive,
} from '../store-archives.ts';
import { contestOf } from '../store-counts.ts';
import { knownSwitches } from './known-switches.ts';
import { requestArchive } from './request-archive.ts';
import { contestRows, settledStates } from './archive-material.ts';

/**
 * What is shown of results. Every figure comes from the archive that was verified before two people published it; the
 * database is only asked whether it says the same. Where it does not, nothing is shown.
 */
export type Shown<View> =
  | { readonly type: 'shown'; readonly view: View }
  | { readonly type: 'refused'; readonly view: RefusedResultView }
  /** It was annulled: there is no result, whatever was published before. */
  | { readonly type: 'annulled' }
  | { readonly type: 'not_yet'; readonly consultation: CountedConsultation }
  | { readonly type: 'unknown' };

/** A consultation whose result is published, with its archive. */
interface Published {
  readonly consultation: CountedConsultation;
  readonly record: ArchiveRecord & { readonly made: VerifiedArchive };
  readonly archive: OpenArchive;
  readonly language: string;
}

const perPage = 50;
const winnersListed = 3;

async function openPublished<View>(
  { database, archives }: ResultsContext,
  slug: string,
  language: string,
  show: (published: Published) => Promise<Shown<View>>,
): Promise<Shown<View>> {
  const consultation = await findConsultation(database, slug);
  if (consultation === undefined || consultation.status === 'draft') return { type: 'unknown' };
  if (consultation.status === 'annulled') return { type: 'annulled' };
  const record = await publishedArchive(database, consultation.id);
  if (record === undefined) return { type: 'not_yet', consultation };
  const { made } = record;
  invariant(made !== null, 'an archive is published once it was verified');
  const published = { consultation, record: { ...record, made }, language };
  const { manifestHash, indexHash } = made;
  const archive = await archives.open({ id: record.id, manifestHash, indexHash });
  if (typeof archive === 'string') return refused(published, archive);
  if (consultation.status !== record.stage) return refused(published, 'state');
  return await show({ ...published, archive });
}

function refused(
  { consultation, record, language }: Omit<Published, 'archive'>,
  fault: ResultFault,
  annulledSince = false,
): { readonly type: 'refused'; readonly view: RefusedResultView } {
  const title = inLanguage(consultation.title, language);
  return { type: 'refused', view: { slug: consultation.slug, title, fault, annulledSince, file: fileOf(record.made) } };
}

const fileOf = ({ bytes, sha256, manifestHash }: VerifiedArchive): ArchiveFile => ({ bytes, sha256, manifestHash });

const inLanguage = (texts: LanguageMap, language: string): string => texts[language] ?? Object.values(texts)[0] ?? '';

function headOf({ consultation, record, language }: Published): ResultHead {
  const { slug, title, zone, complaintsUntil, currency, decimals } = consultation;
  return {
    ...{ slug, zone, decimals, title: inLanguage(title, language), stage: record.stage },
    complaintsUntil: record.stage === 'provisional' ? (complaintsUntil?.toISOString() ?? null) : null,
    unit: unitOf(currency),
  };
}

/** The result of a consultation, or of a territory of it, added up; page by page. */
export const territoryResult = (
  context: ResultsContext,
  slug: string,
  code: string | null,
  asked: { readonly page: number; readonly contestsPage: number; readonly language: string },
): Promise<Shown<TerritoryResultView>> =>
  openPublished<TerritoryResultView>(context, slug, asked.language, async (published) => {
    const { archive, consultation, record } = published;
    const tree = treeOf(archive.territories);
    const here = code === null ? tree.top : tree.byCode.get(code);
    if (here === undefined) return { type: 'unknown' };
    const fault = await treeFault<TerritoryResultView>(context, published);
    if (fault !== undefined) return fault;
    const below = archive.territories.filter(({ parent }) => parent === here.code);
    const own = archive.contests.filter(({ territory }) => territory === here.code);
    const listed: ListedResult[] = [];
    for (const { id } of pageOf(own, asked.contestsPage)) {
      const contest = await archive.contest(id);
      if (typeof contest === 'string') return refused(published, 'archive_changed');
      listed.push(listedResult(contest));
    }
    const sums = (territory: IndexedTerritory): TerritorySums => sumsOf(territory, consultation.decimals, archive);
    return {
      type: 'shown',
      view: {
        ...{ head: headOf(published), code: here.code === tree.top?.code ? null : here.code, sums: sums(here) },
        above: tree.above(here),
        below: { shown: pageOf(below, asked.page).map(sums), page: asked.page, perPage, total: below.length },
        contests: { shown: listed, page: asked.contestsPage, perPage, total: own.length },
        ...{ file: fileOf(record.made), hasLots: consultation.seed !== null },
      },
    };
  });

const pageOf = <T>(all: readonly T[], page: number): readonly T[] => all.slice((page - 1) * perPage, page * perPage);

function sumsOf(
  { code, name, contests, states, eligible, ballots, blank, spoilt, winners, cost }: IndexedTerritory,
  decimals: number,
  { hasMoney }: OpenArchive,
): TerritorySums {
  return {
    ...{ code, name, contests, eligible, ballots, blank, spoilt, winners },
    decided: (states['provisional'] ?? 0) + (states['certified'] ?? 0),
    withheld: states['withheld'] ?? 0,
    annulled: states['annulled'] ?? 0,
    cost: hasMoney ? writeMoney(BigInt(cost), decimals) : null,
  };
}

function listedResult({ contest, outcome }: ArchivedContest): ListedResult {
  const titles = new Map(contest.options.map(({ number, title }) => [number, title]));
  const winners = (outcome?.winners ?? []).map((number) => titles.get(number) ?? '');
  return {
    ...{ id: contest.id, name: contest.name, state: contest.state, ballots: outcome?.ballots.counted ?? null },
    eligible: contest.slice === null ? null : eligibleFor(contest),
    winners: winners.slice(0, winnersListed),
    more: Math.max(0, winners.length - winnersListed),
  };
}

/** The territories of an archive as a tree; its top is the lowest territory that holds everything. */
function treeOf(territories: readonly IndexedTerritory[]) {
  const byCode = new Map(territories.map((territory) => [territory.code, territory]));
  const roots = territories.filter(({ parent }) => parent === null);
  const all = roots.reduce((sum, { contests }) => sum + contests, 0);
  const whole = territories.filter(({ contests }) => contests === all);
  const top = whole.toSorted((a, b) => b.depth - a.depth)[0];
  return {
    byCode,
    top,
    above({ parent, code }: IndexedTerritory): readonly { readonly code: string; readonly name: string }[] {
      const path: { readonly code: string; readonly name: string }[] = [];
      let at = code === top?.code || parent === null ? undefined : byCode.get(parent);
      while (at !== undefined) {
        path.unshift({ code: at.code, name: at.name });
        at = at.parent === null || at.code === top?.code ? undefined : byCode.get(at.parent);
      }
      return path;
    },
  };
}

/** Whether the rows of all contests say what the archive says: their states, outcomes and boards. */
async function treeFault<View>(context: ResultsContext, published: Published): Promise<Shown<View> | undefined> {
  const { consultation, archive } = published;
  if ((await rowsDigest(context.database, consultation.id)) === archive.digest) return undefined;
  const stands = await contestStands(context.database, consultation.id);
  if (stands.length !== archive.contests.length) return refused(published, 'contests');
  const indexedById = new Map(archive.contests.map((contest) => [contest.id, contest]));
  for (const { id, status, head, outcomeHash } of stands) {
    const indexed = indexedById.get(id);
    if (indexed === undefined) return refused(published, 'contests');
    if (status !== indexed.state) {
      if (status === 'annulled') await makeAnew(context, published);
      return refused(published, 'state', status === 'annulled');
    }
    if (head !== indexed.head) return refused(published, 'board');
    if (indexed.outcomeHash !== null && outcomeHash !== indexed.outcomeHash) return refused(published, 'outcome');
  }
  return undefined;
}

/**
 * Has the archive made anew after a contest was annulled. Whoever sees it first asks for it, once: where the new one is
 * refused, staff have to look.
 */
async function makeAnew(context: ResultsContext, { consultation, record }: Published): Promise<void> {
  if (consultation.status !== 'provisional') return;
  await inTransaction(context.database, async (tx) => {
    await holdConsultation(tx, consultation.id);
    const last = await lastArchive(tx, consultation.id);
    if (last?.id === record.id) await requestArchive(tx, context, consultation.id, 'provisional');
  });
}

/** The result of one contest. */
export const contestResult = (
  context: ResultsContext,
  slug: string,
  id: string,
  language: string,
): Promise<Shown<ContestResultView>> =>
  openPublished<ContestResultView>(context, slug, language, async (published) => {
    const { archive, consultation, record } = published;
    const archived = await archive.contest(id);
    if (archived === 'unknown') return { type: 'unknown' };
    if (archived === 'changed') return refused(published, 'archive_changed');
    const fault = await contestFault(context, published, archived);
    if (fault?.annulledSince === true) await makeAnew(context, published);
    if (fault !== undefined) return refused(published, fault.fault, fault.annulledSince);
    const { contest, head, report } = archived;
    const tree = treeOf(archive.territories);
    const territory = tree.byCode.get(contest.territory);
    if (territory === undefined) return refused(published, 'archive_changed');
    const rule = archived.report?.report?.rule;
    const switches = await knownSwitches(context, archived, consultation.decimals);
    if (switches === 'changed') return refused(published, 'switches_changed');
    return {
      type: 'shown',
      view: {
        ...{ head: headOf(published), id, name: contest.name, place: territory.name, state: contest.state },
        above: [...tree.above(territory), { code: territory.code, name: territory.name }],
        annulled:
          contest.annulled === null
            ? null
            : { reason: contest.annulled.reason, at: new Date(contest.annulled.at * 1000).toISOString() },
        least: leastBallots[await kindOf(context, consultation, id)],
        slice: contest.slice,
        opened: report?.opened ?? null,
        knowsBallots: report?.opened === 'ballots' || contest.most === 1,
        ...{ spoilt: report?.spoilt ?? 0, hasMoney: contest.envelope !== null },
        report:
          report?.report == null || rule === undefined
            ? null
            : {
                ...report.report,
                meta: { ...report.report.meta, unit: territory.name, language: firstOf(consultation) },
              },
        supporters: report?.supporters ?? null,
        switches,
        withdrawn: contest.options
          .filter(({ withdrawn }) => withdrawn)
          .map(({ number, title }) => `${number}. ${title}`),
        lot: lotView(archived, consultation),
        ...{ file: fileOf(record.made), rule: contest.rule, fingerprint: contest.election?.fingerprint ?? null },
        headHash: head,
      },
    };
  });

const firstOf = ({ languages }: CountedConsultation): string => languages[0] ?? '';

/** What a contest opens, by its rule: how few ballots are too few. */
async function kindOf(
  { database }: ResultsContext,
  consultation: CountedConsultation,
  id: string,
): Promise<'homomorphic' | 'mixed'> {
  const stored = await contestOf(database, consultation.id, id);
  const rule = parseRuleSet(JSON.parse(stored?.rule ?? 'null'));
  return rule.ok ? questionKind(rule.value) : 'homomorphic';
}

function lotView({ lots }: ArchivedContest, { seed }: CountedConsultation): LotView | null {
  if (lots === null || seed === null) return null;
  return {
    ...{ seed: lots.seed, how: seed.how, drawnAt: new Date(seed.drawn_at * 1000).toISOString() },
    tied: lots.tied.map((numbers) => numbers.map(String)),
    drawn: lots.drawn.map(({ number, lot }) => ({ id: String(number), lot })),
  };
}

/** What the rows of a contest say otherwise than the archive. */
async function contestFault(
  { database }: ResultsContext,
  { consultation, record }: Published,
  { contest, head, lots }: ArchivedContest,
): Promise<{ readonly fault: ResultFault; readonly annulledSince: boolean } | undefined> {
  const [stored, marks] = await Promise.all([
    contestOf(database, consultation.id, contest.id),
    contestMarks(database, consultation.id, contest.id),
  ]);
  const says = (fault: ResultFault, annulledSince = false) => ({ fault, annulledSince });
  if (stored === undefined) return says('contests');
  if (stored.status !== contest.state) return says('state', stored.status === 'annulled');
  if (!settledStates.includes(stored.status)) return says('state');
  const rows = contestRows(stored, marks.get(contest.id), record.stage);
  if (rows.head !== head) return says('board');
  if (rows.outcomeHash !== (contest.outcome?.sha256 ?? null)) return says('outcome');
  if (rows.lotsHash !== (contest.lots?.sha256 ?? null)) return says('lots');
  if (lots !== null && lots.seed !== consultation.seed?.seed) return says('lots');
  return canonicalJson(rows.contest) === canonicalJson(withoutFiles(contest)) ? undefined : says('paper');
}

function withoutFiles({ archive, side, outcome, lots, ...contest }: ManifestContest) {
  invariant([archive, side, outcome, lots].length === 4, 'the files of a contest are looked at by themselves');
  return contest;
}
