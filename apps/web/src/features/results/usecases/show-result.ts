import { eligibleFor, type ManifestContest } from '@convite/archive';
import { leastBallots, questionKind, unitOf } from '@convite/domain';
import { canonicalJson, invariant } from '@convite/kernel';
import { parseRuleSet } from '@convite/counting';
import type { IndexedTerritory } from '../archives/archive-index.ts';
import type { ArchivedContest } from '../archives/open-archive.ts';
import type {
  ContestResultView,
  ListedResult,
  LotView,
  ResultFault,
  ResultHead,
  TerritoryResultView,
  TerritorySums,
} from '../pages/views.ts';
import type { ResultsContext } from '../results-context.ts';
import type { CountedConsultation } from '../store.ts';
import { contestMarks } from '../store-archives.ts';
import { contestOf } from '../store-counts.ts';
import { contestRows, inFirstLanguage, settledStates } from './archive-material.ts';
import { knownSwitches } from './known-switches.ts';
import {
  fileOf,
  inLanguage,
  makeAnew,
  openPublished,
  type Published,
  refused,
  type Shown,
  sumsOf,
  treeFault,
  treeOf,
} from './published-result.ts';
import { firstLanguage, readText, toldTitles } from './read-texts.ts';

const perPage = 50;
const winnersListed = 3;

/** What every page about a published result says of it. */
export function headOf({ consultation, record, archive, language }: Published): ResultHead {
  const { slug, title, zone, complaintsUntil } = consultation;
  const { currency, decimals } = archive.consultation;
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
      listed.push(listedResult(published, contest));
    }
    const sums = (territory: IndexedTerritory): TerritorySums => sumsOf(territory, archive);
    return {
      type: 'shown',
      view: {
        ...{ head: headOf(published), code: here.code === tree.top?.code ? null : here.code, sums: sums(here) },
        above: tree.above(here),
        below: { shown: pageOf(below, asked.page).map(sums), page: asked.page, perPage, total: below.length },
        contests: { shown: listed, page: asked.contestsPage, perPage, total: own.length },
        ...{ file: fileOf(record.made), hasProtocol: archive.protocol !== null, hasLots: consultation.seed !== null },
      },
    };
  });

const pageOf = <T>(all: readonly T[], page: number): readonly T[] => all.slice((page - 1) * perPage, page * perPage);

function listedResult(published: Published, { contest, outcome }: ArchivedContest): ListedResult {
  const options = new Map(contest.options.map((option) => [option.number, option]));
  const winners = (outcome?.winners ?? []).map((number) => {
    const option = options.get(number);
    return readText(published, option?.title ?? '', option?.titles);
  });
  return {
    ...{ id: contest.id, state: contest.state, ballots: outcome?.ballots.counted ?? null },
    name: readText(published, contest.name, contest.names),
    eligible: contest.slice === null ? null : eligibleFor(contest),
    winners: winners.slice(0, winnersListed),
    more: Math.max(0, winners.length - winnersListed),
  };
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
    const switches = await knownSwitches(context, archived, archive.consultation.decimals);
    if (switches === 'changed') return refused(published, 'switches_changed');
    return {
      type: 'shown',
      view: {
        ...{ head: headOf(published), id, place: territory.name, state: contest.state },
        name: readText(published, contest.name, contest.names).text,
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
                meta: { ...report.report.meta, unit: territory.name, language: firstLanguage(published) },
              },
        told: toldTitles(contest, language),
        supporters: report?.supporters ?? null,
        switches,
        withdrawn: contest.options
          .filter(({ withdrawn }) => withdrawn)
          .map(({ number, title, titles }) => {
            const { text, lang } = readText(published, title, titles);
            return { text: `${number}. ${text}`, lang };
          }),
        lot: lotView(archived, consultation),
        ...{ file: fileOf(record.made), rule: contest.rule, fingerprint: contest.election?.fingerprint ?? null },
        headHash: head,
      },
    };
  });

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
  // Of further languages an archive of version 1 says nothing, and nothing of them is shown.
  const said = contest.names === undefined ? inFirstLanguage(rows.contest) : rows.contest;
  return canonicalJson(said) === canonicalJson(withoutFiles(contest)) ? undefined : says('paper');
}

function withoutFiles({ archive, side, outcome, lots, ...contest }: ManifestContest) {
  invariant([archive, side, outcome, lots].length === 4, 'the files of a contest are looked at by themselves');
  return contest;
}
