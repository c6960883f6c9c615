import type { ColumnType } from 'kysely';
import type { CeremonyState, CeremonyStep, CryptoGroup } from '@convite/domain';

type Written<T> = ColumnType<T, T, T>;

export interface CeremoniesTable {
  readonly id: string;
  readonly consultation_id: string;
  readonly status: Written<CeremonyState>;
  readonly crypto_group: CryptoGroup;
  readonly size: number;
  readonly threshold: number;
  readonly waiver: string | null;
  readonly begun_by: string;
  readonly begun_at: Date;
  readonly list_hash: ColumnType<string | null, string | null | undefined, string | null>;
}

export interface CeremonyPlacesTable {
  readonly ceremony_id: string;
  readonly place: number;
  readonly account_id: string;
  readonly name: string;
}

export interface CeremonyMessagesTable {
  readonly ceremony_id: string;
  readonly place: number;
  readonly step: CeremonyStep;
  readonly text: string;
  readonly hash: string;
  readonly brought_at: Date;
}

export interface RehearsalsTable {
  readonly consultation_id: string;
  readonly list_hash: string;
  readonly owner: number;
  /** As YYYY-MM-DD. */
  readonly day: string;
  readonly text: string;
  readonly account_id: string;
  readonly brought_at: Date;
  readonly opened: boolean;
}

/** The tables of migration 0010. */
export interface TrusteesTables {
  readonly ceremonies: CeremoniesTable;
  readonly ceremony_places: CeremonyPlacesTable;
  readonly ceremony_messages: CeremonyMessagesTable;
  readonly rehearsals: RehearsalsTable;
}
