import type { FreezingState, ProofType, RollImportState, RollState } from '@convite/domain';
import type { ColumnType } from 'kysely';

type Written<T> = ColumnType<T, T, T>;
/** Text as it was written; the database only checks that it is JSON. */
type JsonText = ColumnType<unknown, string, string>;

export interface RollsTable {
  readonly consultation_id: string;
  readonly eligibility: JsonText;
  readonly status: Written<RollState>;
  readonly version: Written<number>;
  readonly frozen_at: Written<Date | null>;
  readonly frozen_version: Written<number | null>;
  readonly frozen_count: Written<number | null>;
  readonly commitment: Written<string | null>;
}

export interface RollVersionsTable {
  readonly consultation_id: string;
  readonly version: number;
  readonly kind: 'import' | 'addition';
  readonly part_id: string | null;
  readonly created_at: Date;
  readonly created_by: string;
  readonly agreed_by: string | null;
  readonly source_name: string | null;
  readonly source_hash: string | null;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly total: number;
  readonly reason: string | null;
}

export interface RollEntriesTable {
  readonly id: string;
  readonly consultation_id: string;
  readonly territory_id: string;
  readonly name: string;
  readonly normal_name: string;
  /** A day; read it as text. */
  readonly birth_date: ColumnType<never, string, never>;
  readonly told_apart: string;
  readonly normal_apart: string;
  readonly document: string | null;
  readonly normal_document: string | null;
  readonly proof: ProofType;
  readonly email: string | null;
  readonly language: string | null;
  readonly since_version: number;
  readonly until_version: Written<number | null>;
}

export interface RollImportsTable {
  readonly id: string;
  readonly consultation_id: string;
  readonly part_id: string;
  readonly status: Written<RollImportState>;
  readonly brought_by: string;
  readonly brought_at: Date;
  readonly source_name: string;
  readonly source_hash: string;
  readonly source_bytes: number;
  readonly declared: JsonText;
  readonly progress: ColumnType<number, number | undefined, number>;
  readonly ignored: Written<readonly string[] | null>;
  readonly compared_with: Written<number | null>;
  readonly added: Written<number | null>;
  readonly removed: Written<number | null>;
  readonly changed: Written<number | null>;
  readonly same: Written<number | null>;
  readonly problems: ColumnType<unknown, string | null, string | null>;
  readonly problem_count: Written<number | null>;
  readonly finished_at: Written<Date | null>;
}

export interface RollFreezingsTable {
  readonly id: string;
  readonly consultation_id: string;
  readonly status: Written<FreezingState>;
  readonly reason: string;
  readonly asked_by: string;
  readonly asked_at: Date;
  readonly version: number;
  readonly people: number;
  readonly progress: ColumnType<number, number | undefined, number>;
  readonly commitment: Written<string | null>;
  readonly salt: Written<Buffer | null>;
  readonly finished_at: Written<Date | null>;
}

export interface RollQuestionsTable {
  readonly place: string;
  readonly asked_at: Date;
}

/** Who may vote, the files on their way in, and who asks. */
export interface RollsTables {
  readonly rolls: RollsTable;
  readonly roll_versions: RollVersionsTable;
  readonly roll_entries: RollEntriesTable;
  readonly roll_imports: RollImportsTable;
  readonly roll_freezings: RollFreezingsTable;
  readonly roll_questions: RollQuestionsTable;
}
