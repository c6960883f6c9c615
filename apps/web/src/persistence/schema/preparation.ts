import type { UploadState } from '@convite/domain';
import type { ColumnType } from 'kysely';

type Written<T> = ColumnType<T, T, T>;

export interface ConsultationTrusteesTable {
  readonly consultation_id: string;
  readonly trustees: Written<string>;
  readonly hash: Written<string>;
  readonly waiver: Written<string | null>;
  readonly at: Written<Date>;
}

export interface PreparedElectionsTable {
  readonly contest_id: string;
  readonly uuid: string;
}

export interface CredentialOrdersTable {
  readonly consultation_id: string;
  readonly hash: Written<string>;
  readonly text: Written<string>;
  readonly made_by: Written<string>;
  readonly made_at: Written<Date>;
}

export interface CredentialUploadsTable {
  readonly consultation_id: string;
  readonly id: string;
  readonly status: Written<Exclude<UploadState, 'withdrawn'>>;
  readonly progress: ColumnType<number, number | undefined, number>;
  readonly order_hash: string;
  readonly source_hash: string;
  readonly brought_by: string;
  readonly brought_at: Date;
  readonly contests: Written<number>;
  readonly done: ColumnType<number, number | undefined, number>;
  readonly credentials: Written<number>;
  readonly spares: Written<number>;
  readonly refusal: ColumnType<unknown, string | null | undefined, string | null>;
  readonly problems: ColumnType<unknown, string | null | undefined, string | null>;
  readonly finished_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface UploadedCredentialsTable {
  readonly consultation_id: string;
  readonly contest_id: string;
  readonly turn: number;
  readonly credentials: readonly string[];
  readonly spares: readonly string[];
}

/** The tables of migration 0009. */
export interface PreparationTables {
  readonly consultation_trustees: ConsultationTrusteesTable;
  readonly prepared_elections: PreparedElectionsTable;
  readonly credential_orders: CredentialOrdersTable;
  readonly credential_uploads: CredentialUploadsTable;
  readonly uploaded_credentials: UploadedCredentialsTable;
}
