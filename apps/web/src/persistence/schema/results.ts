import type { ArchiveState } from '@convite/domain';
import type { ColumnType, GeneratedAlways } from 'kysely';

type Written<T> = ColumnType<T, T, T>;
type JsonText = ColumnType<unknown, string | null | undefined, string | null>;

export interface CountRequestsTable {
  readonly contest_id: string;
  readonly consultation_id: string;
  readonly requested_at: Written<Date>;
  readonly refusal: JsonText;
}

export interface ContestOutcomesTable {
  readonly contest_id: string;
  readonly outcome: Written<Buffer>;
  readonly outcome_hash: GeneratedAlways<string>;
  readonly lots: Written<Buffer | null>;
  readonly lots_hash: GeneratedAlways<string | null>;
  readonly head: Written<string>;
  readonly counted_at: Written<Date>;
}

export interface LotAnnouncementsTable {
  readonly consultation_id: string;
  readonly number: number;
  readonly how: string;
  readonly draws_at: Date;
  readonly announced_by: string;
  readonly announced_at: Date;
}

export interface LotDrawsTable {
  readonly consultation_id: string;
  readonly seed: string;
  readonly round: number;
  readonly how: string;
  readonly drawn_at: Date;
}

/** What the file of a consultation says of its counted contests. */
export type ArchiveStage = 'provisional' | 'certified';

export interface ResultArchivesTable {
  readonly id: string;
  readonly number: GeneratedAlways<number>;
  readonly consultation_id: string;
  readonly stage: ArchiveStage;
  readonly status: Written<ArchiveState>;
  readonly asked_at: Date;
  readonly done: ColumnType<number, number | undefined, number>;
  readonly contests: ColumnType<number, number | undefined, number>;
  readonly rows_hash: ColumnType<string | null, string | undefined, string>;
  readonly bytes: ColumnType<number | null, number | undefined, number>;
  readonly sha256: ColumnType<string | null, string | undefined, string>;
  readonly manifest_hash: ColumnType<string | null, string | undefined, string>;
  readonly index_hash: ColumnType<string | null, string | undefined, string>;
  readonly refusal: JsonText;
  readonly finished_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface ResultSwitchesTable {
  readonly key: string;
  readonly consultation_id: string;
  readonly contest_id: string;
  readonly status: Written<'searching' | 'done' | 'given_up'>;
  readonly options: number;
  readonly done: ColumnType<number, number | undefined, number>;
  readonly bytes: ColumnType<number, number | undefined, number>;
  readonly sha256: ColumnType<string, string | undefined, string>;
  readonly asked_at: Date;
}

/** The tables of migration 0012. */
export interface ResultsTables {
  readonly count_requests: CountRequestsTable;
  readonly contest_outcomes: ContestOutcomesTable;
  readonly lot_announcements: LotAnnouncementsTable;
  readonly lot_draws: LotDrawsTable;
  readonly result_archives: ResultArchivesTable;
  readonly result_switches: ResultSwitchesTable;
}
