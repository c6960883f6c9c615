import { eligibleFor } from '@convite/archive';
import { writeMoney } from '@convite/kernel';
import type { IndexedContest, IndexedTerritory } from '../archives/archive-index.ts';
import type { ArchivedOutcome, OpenArchive } from '../archives/open-archive.ts';
import {
  type ContestCsvRow,
  contestsResultCsv,
  optionsResultCsv,
  type OptionResultCsvRow,
  territoriesResultCsv,
} from '../downloads/result-csv.ts';
import type { ResultsContext } from '../results-context.ts';
import { openPublished, refused, type Shown, sumsOf, treeFault, treeOf } from './published-result.ts';

/** Tables of a result: of territories with their sums, of contests, of options. */
export type ResultTable = 'territories' | 'contests' | 'options';

type Pieces = AsyncGenerator<string, void, undefined>;

/** Contests that are read at once: between the pieces others get their turn. */
const atOnce = 100;

/**
 * A table of a published result, or of the part of it below a territory, as CSV. As on the pages every figure comes from
 * the verified archive, and there is no table where the database says otherwise.
 */
export const resultTable = (
  context: ResultsContext,
  slug: string,
  table: ResultTable,
  { code, language }: { readonly code: string | undefined; readonly language: string },
): Promise<Shown<Pieces>> =>
  openPublished<Pieces>(context, slug, language, async (published) => {
    const { archive } = published;
    const tree = treeOf(archive.territories);
    const here = code === undefined ? tree.top : tree.byCode.get(code);
    if (here === undefined) return { type: 'unknown' };
    const fault = await treeFault<Pieces>(context, published);
    if (fault !== undefined) return fault;
    if (table !== 'territories' && !(await archive.outcomesHold())) return refused(published, 'archive_changed');
    const territories = below(archive.territories, here);
    return { type: 'shown', view: written(archive, table, territories) };
  });

/** A territory and all below it, whoever is above first. */
function below(all: readonly IndexedTerritory[], here: IndexedTerritory): readonly IndexedTerritory[] {
  const inside = new Map([[here.code, here]]);
  for (const territory of all.toSorted((a, b) => a.depth - b.depth)) {
    if (territory.parent !== null && inside.has(territory.parent)) inside.set(territory.code, territory);
  }
  return [...inside.values()];
}

function written(archive: OpenArchive, table: ResultTable, territories: readonly IndexedTerritory[]): Pieces {
  const names = new Map(territories.map(({ code, name }) => [code, name]));
  const contests = archive.contests
    .filter(({ territory }) => names.has(territory))
    .toSorted((a, b) => (a.territory < b.territory ? -1 : Number(a.territory > b.territory)));
  const { decimals, languages = [] } = archive.consultation;
  const further = languages.slice(1);
  switch (table) {
    case 'territories':
      return once(
        territoriesResultCsv(
          territories.map((territory) => ({ ...sumsOf(territory, archive), above: territory.parent })),
        ),
      );
    case 'contests':
      return contestsResultCsv(
        rowsOf(archive, contests, (one) => [contestRow(one, names.get(one.contest.territory) ?? '', decimals)]),
        further,
      );
    case 'options':
      return optionsResultCsv(
        rowsOf(archive, contests, (one) => optionRows(one, decimals)),
        further,
      );
  }
}

async function* once(text: string): Pieces {
  yield await Promise.resolve(text);
}

/** Rows of contests, piece by piece. @throws where the file changes while it is read: then the table breaks off. */
async function* rowsOf<Row>(
  archive: OpenArchive,
  contests: readonly IndexedContest[],
  of: (contest: ArchivedOutcome) => readonly Row[],
): AsyncGenerator<readonly Row[]> {
  for (let from = 0; from < contests.length; from += atOnce) {
    const rows: Row[] = [];
    for (const indexed of contests.slice(from, from + atOnce)) {
      const outcome = await archive.outcome(indexed);
      if (outcome === 'changed')
        throw new Error(`the outcome of contest ${indexed.id} was changed in the kept archive`);
      rows.push(...of(outcome));
    }
    yield rows;
  }
}

const money = (units: string | null, decimals: number): string | null =>
  units === null ? null : writeMoney(BigInt(units), decimals);

function contestRow({ contest, head, outcome }: ArchivedOutcome, territory: string, decimals: number): ContestCsvRow {
  const { id, name, names = {}, state, envelope, rule, election, slice } = contest;
  return {
    ...{ code: contest.territory, territory, id, name, names, state, rule, head },
    eligible: slice === null ? null : eligibleFor(contest),
    ballots: outcome?.ballots.counted ?? null,
    blank: outcome?.ballots.blank ?? null,
    spoilt: outcome?.ballots.spoilt ?? null,
    winners: outcome?.winners.length ?? null,
    cost: envelope === null || outcome === null ? null : money(outcome.cost, decimals),
    envelope: money(envelope, decimals),
    fingerprint: election?.fingerprint ?? null,
  };
}

function optionRows({ contest, outcome }: ArchivedOutcome, decimals: number): readonly OptionResultCsvRow[] {
  const votes = new Map(outcome?.votes.map((one) => [one.number, one.votes]));
  const reasons = new Map(outcome?.not_funded.map(({ number, reason }) => [number, reason]));
  return contest.options.map(({ number, title, titles = {}, place, theme, cost, withdrawn }) => {
    const order = (outcome?.winners.indexOf(number) ?? -1) + 1;
    return {
      ...{ code: contest.territory, contest: contest.name, id: contest.id, number, title, titles, place, theme },
      ...{ cost: money(cost, decimals), isWithdrawn: withdrawn, votes: votes.get(number) ?? null },
      isWinner: outcome === null ? null : order > 0,
      order: order > 0 ? order : null,
      reason: reasons.get(number) ?? null,
    };
  });
}
