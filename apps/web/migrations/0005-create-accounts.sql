-- Staff: who signs in, with what, and which roles they hold where. Voters have no account.
create table accounts (
  id uuid primary key,
  email text not null unique check (email = lower(email) and email <> ''),
  name text not null check (name <> ''),
  -- Argon2id, with its parameters and salt.
  password_hash text,
  totp_secret bytea,
  -- The last step that was used: a code is taken once. Null until the first code was right.
  totp_step bigint,
  is_demo boolean not null default false,
  created_at timestamptz not null,
  disabled_at timestamptz
);

create table passkeys (
  credential_id text primary key,
  account_id uuid not null references accounts on delete cascade,
  public_key bytea not null,
  counter bigint not null check (counter >= 0),
  name text not null check (name <> ''),
  created_at timestamptz not null
);
create index passkeys_by_account on passkeys (account_id);

create table sessions (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  account_id uuid not null references accounts on delete cascade,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  -- Both proofs were given; without the second nothing may be done but to give it.
  has_second_factor boolean not null
);
create index sessions_by_account on sessions (account_id);

-- One-time links: to begin the installation, to join it, or to set up again what was lost.
create table invitations (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  kind text not null check (kind in ('first_administrator', 'invitation', 'recovery')),
  -- The account of a first administrator comes to be when the link is opened.
  account_id uuid references accounts on delete cascade,
  -- A recovery also needs the code that the administrator who proposed it was shown; null once it was given.
  code_hash text check (code_hash ~ '^[0-9a-f]{64}$'),
  expires_at timestamptz not null,
  used_at timestamptz,
  check (kind = 'first_administrator' or account_id is not null),
  check (kind = 'recovery' or code_hash is null)
);
create index invitations_by_account on invitations (account_id);

create table sign_in_attempts (
  -- One attempt counts in several places; a right one is forgotten in all of them.
  attempt uuid not null,
  -- Keyed hash of account and network, never the address itself.
  place text not null,
  happened_at timestamptz not null
);
create index sign_in_attempts_by_place on sign_in_attempts (place, happened_at);
create index sign_in_attempts_by_attempt on sign_in_attempts (attempt);

-- Challenges that were answered: each is taken once.
create table used_challenges (
  challenge text primary key,
  expires_at timestamptz not null
);

create table role_grants (
  id uuid primary key,
  account_id uuid not null references accounts,
  role text not null
    check (role in ('administrator', 'organiser', 'guarantor', 'reviewer', 'registrar', 'trustee', 'observer')),
  -- Null: the whole installation.
  territory_id uuid references territories,
  granted_at timestamptz not null,
  ended_at timestamptz
);
create unique index role_grants_once on role_grants (account_id, role, territory_id) nulls not distinct
  where ended_at is null;
create index role_grants_by_territory on role_grants (territory_id) where ended_at is null;

-- What needs two people: proposed by one, carried out when another agrees.
create table two_person_acts (
  id uuid primary key,
  act text not null,
  -- Where it belongs; null: the whole installation.
  territory_id uuid references territories,
  -- What it is about: the id of a consultation, a contest, a roll, an account.
  subject text not null,
  -- Everything that will be done, as it was shown to both.
  body json not null,
  reason text not null check (reason <> ''),
  status text not null check (status in ('proposed', 'carried_out', 'declined', 'withdrawn')),
  proposed_by uuid not null references accounts,
  proposed_at timestamptz not null,
  decided_by uuid references accounts,
  decided_at timestamptz,
  check ((status = 'proposed') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  check (status not in ('carried_out', 'declined') or decided_by <> proposed_by),
  check (status <> 'withdrawn' or decided_by = proposed_by)
);
create unique index two_person_acts_open_once on two_person_acts (act, subject) where status = 'proposed';
create index two_person_acts_by_territory on two_person_acts (territory_id, proposed_at);

-- The trail says who, where and why; what touches an outcome can be read by everyone.
alter table audit_trail
  add column actor uuid references accounts,
  add column territory_id uuid references territories,
  add column reason text,
  add column details json,
  add column is_public boolean not null default false;
create index audit_trail_by_subject on audit_trail (subject, number);
create index audit_trail_by_territory on audit_trail (territory_id, number);
