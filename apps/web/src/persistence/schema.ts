import type { RecountState } from '@convite/domain';
import type { ColumnType, Generated } from 'kysely';
import type { AccountsTables } from './schema/accounts.ts';
import type { BallotsTables } from './schema/ballots.ts';
import type { BroughtTables } from './schema/brought.ts';
import type { ConsultationsTables } from './schema/consultations.ts';
import type { DemoTables } from './schema/demo.ts';
import type { PreparationTables } from './schema/preparation.ts';
import type { ResultsTables } from './schema/results.ts';
import type { RollsTables } from './schema/rolls.ts';
import type { TallyTables } from './schema/tally.ts';
import type { TerritoriesTables } from './schema/territories.ts';
import type { TrusteesTables } from './schema/trustees.ts';

type Written<T> = ColumnType<T, T, T>;
/** Text as it was written; the database only checks that it is JSON. */
type JsonText<T> = ColumnType<T, string, string>;

export interface FilesTable {
  readonly hash: string;
  readonly size: number;
  readonly compressed: Buffer;
  readonly name: string;
  readonly facts: JsonText<unknown>;
  readonly origin: 'demo' | 'sample' | 'upload';
  readonly stored_at: Date;
  readonly expires_at: Written<Date | null>;
}

export interface UploadsTable {
  readonly file_hash: string;
  readonly removal_hash: string;
  readonly uploaded_at: Date;
}

export interface RecountsTable {
  readonly hash: string;
  readonly file_hash: string;
  readonly rule_set: JsonText<unknown>;
  readonly changes: JsonText<unknown>;
  readonly base_hash: Written<string | null>;
  readonly status: Written<RecountState>;
  readonly stage: Written<'reading' | 'counting' | null>;
  readonly refusal: ColumnType<unknown, string | null, string | null>;
  readonly report: Written<string | null>;
  readonly details: Written<string | null>;
  readonly supporters: Written<string | null>;
  readonly requested_at: Date;
  readonly finished_at: Written<Date | null>;
}

export interface CounterfactualsTable {
  readonly recount_hash: string;
  readonly project_id: string;
  readonly answer: string;
  readonly found_at: Date;
}

export interface WorkRequestsTable {
  readonly visitor: string;
  readonly recount_hash: string;
  readonly requested_at: Date;
}

export interface ServiceKeysTable {
  readonly singleton: Generated<boolean>;
  readonly visitor_key: Buffer;
}

/** The tables as the migrations make them. */
export interface Schema
  extends
    AccountsTables,
    BroughtTables,
    BallotsTables,
    ConsultationsTables,
    DemoTables,
    PreparationTables,
    ResultsTables,
    RollsTables,
    TallyTables,
    TerritoriesTables,
    TrusteesTables {
  readonly files: FilesTable;
  readonly uploads: UploadsTable;
  readonly recounts: RecountsTable;
  readonly counterfactuals: CounterfactualsTable;
  readonly work_requests: WorkRequestsTable;
  readonly service_keys: ServiceKeysTable;
}
