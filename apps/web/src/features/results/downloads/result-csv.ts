import { type Columns, csvPieces, csvTable } from '../../../tables/csv.ts';
import type { ContestResultState, TerritorySums } from '../pages/views.ts';

/** A territory with its sums, and the code of the one above it. */
export interface TerritoryCsvRow extends TerritorySums {
  readonly above: string | null;
}

const territories: Columns<TerritoryCsvRow> = [
  ['code', ({ code }) => code],
  ['name', ({ name }) => name],
  ['above', ({ above }) => above],
  ['contests', ({ contests }) => contests],
  ['decided', ({ decided }) => decided],
  ['withheld', ({ withheld }) => withheld],
  ['annulled', ({ annulled }) => annulled],
  ['eligible', ({ eligible }) => eligible],
  ['ballots', ({ ballots }) => ballots],
  ['blank', ({ blank }) => blank],
  ['spoilt', ({ spoilt }) => spoilt],
  ['winners', ({ winners }) => winners],
  ['cost', ({ cost }) => cost],
];

/** The sums of territories as CSV, whoever is above before those below. */
export const territoriesResultCsv = (rows: readonly TerritoryCsvRow[]): string => csvTable(territories, rows);

/** A contest as a line of a table. What nobody knows or may know of it is null. */
export interface ContestCsvRow {
  readonly code: string;
  readonly territory: string;
  readonly id: string;
  readonly name: string;
  /** In further languages. */
  readonly names: Readonly<Record<string, string>>;
  readonly state: ContestResultState;
  readonly eligible: number | null;
  readonly ballots: number | null;
  readonly blank: number | null;
  readonly spoilt: number | null;
  readonly winners: number | null;
  /** Exact decimals. */
  readonly cost: string | null;
  readonly envelope: string | null;
  /** SHA-256 of the frozen rule. */
  readonly rule: string;
  readonly fingerprint: string | null;
  readonly head: string | null;
}

const contests = (further: readonly string[]): Columns<ContestCsvRow> => [
  ['code', ({ code }) => code],
  ['territory', ({ territory }) => territory],
  ['contest', ({ name }) => name],
  ...further.map((language): Columns<ContestCsvRow>[number] => [
    `contest_${language}`,
    ({ names }) => names[language] ?? '',
  ]),
  ['state', ({ state }) => state],
  ['eligible', ({ eligible }) => eligible],
  ['ballots', ({ ballots }) => ballots],
  ['blank', ({ blank }) => blank],
  ['spoilt', ({ spoilt }) => spoilt],
  ['winners', ({ winners }) => winners],
  ['cost', ({ cost }) => cost],
  ['envelope', ({ envelope }) => envelope],
  ['rule', ({ rule }) => rule],
  ['fingerprint', ({ fingerprint }) => fingerprint],
  ['head', ({ head }) => head],
  ['id', ({ id }) => id],
];

/** Contests with their figures as CSV, piece by piece; `further`: languages beside the first. */
export const contestsResultCsv = (
  pieces: AsyncIterable<readonly ContestCsvRow[]>,
  further: readonly string[],
): AsyncGenerator<string, void, undefined> => csvPieces(contests(further), pieces);

/** An option of a contest as a line of a table. */
export interface OptionResultCsvRow {
  readonly code: string;
  readonly contest: string;
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** In further languages. */
  readonly titles: Readonly<Record<string, string>>;
  readonly place: string;
  readonly theme: string;
  /** Exact decimal. */
  readonly cost: string | null;
  readonly isWithdrawn: boolean;
  /** Null without a result. */
  readonly votes: number | null;
  readonly isWinner: boolean | null;
  /** Place in the order of selection, from 1. */
  readonly order: number | null;
  /** Why it did not win. */
  readonly reason: string | null;
}

const options = (further: readonly string[]): Columns<OptionResultCsvRow> => [
  ['code', ({ code }) => code],
  ['contest', ({ contest }) => contest],
  ['number', ({ number }) => number],
  ['title', ({ title }) => title],
  ...further.map((language): Columns<OptionResultCsvRow>[number] => [
    `title_${language}`,
    ({ titles }) => titles[language] ?? '',
  ]),
  ['place', ({ place }) => place],
  ['theme', ({ theme }) => theme],
  ['cost', ({ cost }) => cost],
  ['withdrawn', ({ isWithdrawn }) => isWithdrawn],
  ['votes', ({ votes }) => votes],
  ['winner', ({ isWinner }) => isWinner],
  ['order', ({ order }) => order],
  ['reason', ({ reason }) => reason],
  ['id', ({ id }) => id],
];

/** The options of contests with their votes as CSV, piece by piece; `further`: languages beside the first. */
export const optionsResultCsv = (
  pieces: AsyncIterable<readonly OptionResultCsvRow[]>,
  further: readonly string[],
): AsyncGenerator<string, void, undefined> => csvPieces(options(further), pieces);
