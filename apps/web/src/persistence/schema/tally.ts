import type { QuestionKind } from '@convite/domain';
import type { ColumnType } from 'kysely';

type Written<T> = ColumnType<T, T, T>;
/** Text as it was written; the database only checks that it is JSON. */
type JsonOrNone = ColumnType<unknown, string | null | undefined, string | null>;

/** What a trustee makes for a contest. */
type PartKind = 'shuffle' | 'decryption';

export interface TalliesTable {
  readonly contest_id: string;
  readonly consultation_id: string;
  readonly kind: QuestionKind;
  readonly counted: number;
  readonly weight: ColumnType<string, string, never>;
  readonly events: Written<number>;
  readonly head: Written<string>;
  readonly bytes: Written<number | null>;
  readonly sha256: Written<string | null>;
  readonly crc32: Written<number | null>;
}

export interface TallyPartsTable {
  readonly contest_id: string;
  readonly kind: PartKind;
  readonly owner: number;
  readonly place: number;
  readonly section: string | null;
  readonly brought_by: string | null;
  readonly at: Date;
}

export interface TallyFaultsTable {
  readonly contest_id: string;
  readonly failure: ColumnType<unknown, string, string>;
  readonly at: Written<Date>;
}

export interface TallyWorksTable {
  readonly hash: string;
  readonly consultation_id: string;
  readonly owner: number;
  readonly list: string;
  readonly sums: string;
  readonly made_at: Date;
}

export interface TallyAnswersTable {
  readonly id: string;
  readonly consultation_id: string;
  readonly owner: number;
  readonly work_hash: string;
  readonly sha256: string;
  readonly contests: number;
  readonly brought_by: string;
  readonly brought_at: Date;
  readonly finished_at: ColumnType<Date | null, never, Date>;
}

export interface TallyAnswerItemsTable {
  readonly answer_id: string;
  readonly turn: number;
  readonly contest: string;
  readonly kind: PartKind;
  readonly sha256: string;
  readonly content: ColumnType<Buffer | null, Buffer, null>;
  readonly outcome: ColumnType<ItemOutcome | null, never, ItemOutcome>;
  readonly failure: JsonOrNone;
}

/** What became of what an answer has for a contest. */
type ItemOutcome = 'taken' | 'known' | 'not_needed' | 'stale' | 'unknown' | 'refused';

/** The tables of migration 0011. */
export interface TallyTables {
  readonly tallies: TalliesTable;
  readonly tally_parts: TallyPartsTable;
  readonly tally_faults: TallyFaultsTable;
  readonly tally_works: TallyWorksTable;
  readonly tally_answers: TallyAnswersTable;
  readonly tally_answer_items: TallyAnswerItemsTable;
}
