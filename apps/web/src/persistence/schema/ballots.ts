import type { ElectionState, EventType, Sha256Hex } from '@convite/crypto';
import type { ColumnType, Generated } from 'kysely';

type Written<T> = ColumnType<T, T, T>;

export interface ElectionsTable {
  readonly contest_id: string;
  readonly uuid: string;
  readonly fingerprint: string;
  readonly record_time: number;
  readonly height: Written<number>;
  readonly head: Written<Sha256Hex>;
  readonly state: Written<ElectionState>;
  readonly ballots: Generated<number>;
  readonly voters: Generated<number>;
}

export interface BoardEventsTable {
  readonly contest_id: string;
  readonly height: number;
  readonly parent: string | null;
  readonly hash: Sha256Hex;
  readonly type: EventType;
  readonly event: Buffer;
}

export interface BoardPayloadsTable {
  readonly contest_id: string;
  readonly height: number;
  readonly place: number;
  readonly hash: Sha256Hex;
  readonly bytes: Buffer;
}

export interface BoardBallotsTable {
  readonly contest_id: string;
  readonly height: number;
  readonly tracker: string;
  readonly credential: string;
  readonly revision: number;
}

export interface PublicCredentialsTable {
  readonly contest_id: string;
  readonly credential: string;
  readonly kind: 'roll' | 'spare';
  readonly released_at: Written<Date | null>;
  readonly voided_at: Written<Date | null>;
}

export interface SecondFactorsTable {
  readonly consultation_id: string;
}

export interface CodeLettersTable {
  readonly contest_id: string;
  readonly mark: string;
  readonly asked: Written<number>;
  readonly first_asked_at: Written<Date>;
}

export interface CodeQuestionsTable {
  readonly contest_id: string;
  readonly mark: string;
  readonly asked_at: Written<Date>;
  readonly code_hash: Written<string | null>;
  readonly expires_at: Written<Date | null>;
  readonly tries: ColumnType<number, number | undefined, number>;
}

export interface BurntEntitlementsTable {
  readonly contest_id: string;
  readonly mark: string;
  readonly exchange: string | null;
}

export interface BurntAdmissionsTable {
  readonly contest_id: string;
  readonly admission_hash: string;
  readonly credential: string;
}

/** The tables of migration 0008. */
export interface BallotsTables {
  readonly elections: ElectionsTable;
  readonly board_events: BoardEventsTable;
  readonly board_payloads: BoardPayloadsTable;
  readonly board_ballots: BoardBallotsTable;
  readonly public_credentials: PublicCredentialsTable;
  readonly second_factors: SecondFactorsTable;
  readonly code_letters: CodeLettersTable;
  readonly code_questions: CodeQuestionsTable;
  readonly burnt_entitlements: BurntEntitlementsTable;
  readonly burnt_admissions: BurntAdmissionsTable;
}
