import type { BallotForm, ConsultationState, ContestState, CryptoGroup } from '@convite/domain';
import type { ColumnType } from 'kysely';

type Written<T> = ColumnType<T, T, T>;
/** Text as it was written; the database only checks that it is JSON. */
type JsonText = ColumnType<unknown, string, string>;
/** Minor units; they arrive as text. */
type Money = ColumnType<string, string, string>;
type MoneyOrNone = ColumnType<string | null, string | null, string | null>;

export interface ConsultationsTable {
  readonly id: string;
  readonly slug: string;
  readonly territory_id: string;
  readonly title: JsonText;
  readonly languages: readonly string[];
  readonly zone: Written<string>;
  readonly opens_at: Written<Date>;
  readonly closes_at: Written<Date>;
  readonly complaints_until: Written<Date | null>;
  readonly currency: string;
  readonly decimals: number;
  readonly status: Written<ConsultationState>;
  readonly voters_version: ColumnType<number, number | undefined, number>;
  readonly is_demo: ColumnType<boolean, boolean | undefined, never>;
  readonly created_at: Date;
}

export interface EnvelopesTable {
  readonly id: string;
  readonly consultation_id: string;
  readonly parent_id: string | null;
  readonly territory_id: string | null;
  readonly name: JsonText;
  readonly amount: Money;
}

export interface RuleSetsTable {
  readonly hash: string;
  readonly canonical: string;
}

export interface ContestTemplatesTable {
  readonly id: string;
  readonly consultation_id: string;
  readonly name: JsonText;
  readonly form: Written<BallotForm>;
  readonly most: Written<number>;
  readonly may_be_blank: Written<boolean>;
  readonly rule: JsonText;
  readonly rule_hash: Written<string | null>;
  readonly crypto_group: Written<CryptoGroup>;
}

export interface ContestsTable {
  readonly id: string;
  readonly consultation_id: string;
  readonly template_id: string;
  readonly territory_id: string;
  readonly envelope_id: string | null;
  readonly status: Written<ContestState>;
  readonly voters: ColumnType<number, number | undefined, number>;
  /** Counted from its options by the database itself. */
  readonly listed: ColumnType<number, never, never>;
  readonly standing: ColumnType<number, never, never>;
  readonly approved: ColumnType<number, never, never>;
  readonly priced: ColumnType<number, never, never>;
  readonly dearest: ColumnType<string | null, never, never>;
  readonly small_electorate_waiver: Written<Date | null>;
}

export interface OptionsTable {
  readonly contest_id: string;
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly cost: MoneyOrNone;
  readonly place: string;
  readonly theme: string;
  readonly titles: ColumnType<unknown, string | undefined, string>;
  readonly summaries: ColumnType<unknown, string | undefined, string>;
  readonly approved_by: Written<string | null>;
  readonly approved_at: Written<Date | null>;
  readonly withdrawn_at: Written<Date | null>;
}

export interface StationsTable {
  readonly id: string;
  readonly consultation_id: string;
  readonly name: Written<string>;
  readonly place: Written<string>;
  readonly hours: JsonText;
}

export interface OrderDrawsTable {
  readonly consultation_id: string;
  readonly seed: string;
  readonly how: string;
  readonly drawn_at: Date;
}

export interface BulkWorksTable {
  readonly id: string;
  readonly consultation_id: string;
  readonly work: 'approve_options' | 'sign_waivers' | 'remove_contests';
  readonly contests: readonly string[];
  readonly done: ColumnType<number, number | undefined, number>;
  readonly changed: ColumnType<number, number | undefined, number>;
  readonly asked_by: string;
  readonly asked_at: Date;
  readonly finished_at: Written<Date | null>;
}

/** Consultations, what they divide, and what is asked. */
export interface ConsultationsTables {
  readonly consultations: ConsultationsTable;
  readonly envelopes: EnvelopesTable;
  readonly rule_sets: RuleSetsTable;
  readonly contest_templates: ContestTemplatesTable;
  readonly contests: ContestsTable;
  readonly options: OptionsTable;
  readonly stations: StationsTable;
  readonly order_draws: OrderDrawsTable;
  readonly bulk_works: BulkWorksTable;
}
