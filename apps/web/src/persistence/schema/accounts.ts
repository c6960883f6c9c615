import type { Act, Role } from '@convite/domain';
import type { ColumnType, GeneratedAlways } from 'kysely';

type Written<T> = ColumnType<T, T, T>;

export interface AccountsTable {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly password_hash: Written<string | null>;
  readonly totp_secret: Written<Buffer | null>;
  readonly totp_step: Written<number | null>;
  readonly is_demo: boolean;
  readonly created_at: Date;
  readonly disabled_at: Written<Date | null>;
}

export interface PasskeysTable {
  readonly credential_id: string;
  readonly account_id: string;
  readonly public_key: Buffer;
  readonly counter: Written<number>;
  readonly name: string;
  readonly created_at: Date;
}

export interface SessionsTable {
  readonly token_hash: string;
  readonly account_id: string;
  readonly created_at: Date;
  readonly seen_at: Written<Date>;
  readonly has_second_factor: boolean;
}

export interface InvitationsTable {
  readonly token_hash: string;
  readonly kind: 'first_administrator' | 'invitation' | 'recovery';
  readonly account_id: Written<string | null>;
  readonly code_hash: Written<string | null>;
  readonly expires_at: Written<Date>;
  readonly used_at: Written<Date | null>;
}

export interface SignInAttemptsTable {
  readonly attempt: string;
  readonly place: string;
  readonly happened_at: Date;
}

export interface UsedChallengesTable {
  readonly challenge: string;
  readonly expires_at: Date;
}

export interface RoleGrantsTable {
  readonly id: string;
  readonly account_id: string;
  readonly role: Role;
  readonly territory_id: string | null;
  readonly granted_at: Date;
  readonly ended_at: Written<Date | null>;
}

export interface TwoPersonActsTable {
  readonly id: string;
  readonly act: Act;
  readonly territory_id: string | null;
  readonly subject: string;
  readonly body: ColumnType<unknown, string, never>;
  readonly reason: string;
  readonly status: Written<'proposed' | 'carried_out' | 'declined' | 'withdrawn'>;
  readonly proposed_by: string;
  readonly proposed_at: Date;
  readonly decided_by: Written<string | null>;
  readonly decided_at: Written<Date | null>;
}

export interface AuditTrailTable {
  readonly number: GeneratedAlways<number>;
  readonly happened_at: Date;
  readonly event: string;
  readonly subject: string;
  readonly actor: ColumnType<string | null, string | null | undefined, never>;
  readonly territory_id: ColumnType<string | null, string | null | undefined, never>;
  readonly reason: ColumnType<string | null, string | null | undefined, never>;
  readonly details: ColumnType<unknown, string | null | undefined, never>;
  readonly is_public: ColumnType<boolean, boolean | undefined, never>;
}

/** Staff, their rights, what two of them agree on, and the trail. */
export interface AccountsTables {
  readonly accounts: AccountsTable;
  readonly passkeys: PasskeysTable;
  readonly sessions: SessionsTable;
  readonly invitations: InvitationsTable;
  readonly sign_in_attempts: SignInAttemptsTable;
  readonly used_challenges: UsedChallengesTable;
  readonly role_grants: RoleGrantsTable;
  readonly two_person_acts: TwoPersonActsTable;
  readonly audit_trail: AuditTrailTable;
}
