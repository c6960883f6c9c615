-- Trustees: ceremonies in which they make the key of a consultation together, and their rehearsals. Public messages alone.

create table ceremonies (
  id uuid primary key,
  consultation_id uuid not null references consultations on delete cascade,
  status text not null,
  crypto_group text not null check (crypto_group in ('Ed25519', 'BELENIOS-2048', 'RFC-3526-2048')),
  size smallint not null check (size between 2 and 20),
  -- How many of them decrypt together.
  threshold smallint not null check (threshold between 1 and size),
  -- Why fewer hold the key than should; everyone reads it.
  waiver text check (waiver <> ''),
  begun_by uuid not null references accounts,
  begun_at timestamptz not null,
  -- SHA-256 of the list that it made, once it is assembled.
  list_hash text check (list_hash ~ '^[0-9a-f]{64}$')
);
comment on column ceremonies.status is 'a state of the machine in packages/domain/src/ceremony';
-- One at a time.
create unique index ceremonies_standing on ceremonies (consultation_id) where status <> 'void';

-- Who sits at which place: their number in the list of trustees, and the name that the list publishes.
create table ceremony_places (
  ceremony_id uuid not null references ceremonies on delete cascade,
  place smallint not null check (place >= 1),
  account_id uuid not null references accounts,
  name text not null check (name <> ''),
  primary key (ceremony_id, place),
  unique (ceremony_id, account_id)
);

-- What each handed in, byte for byte; once, and never another.
create table ceremony_messages (
  ceremony_id uuid not null,
  place smallint not null,
  step text not null check (step in ('certificate', 'deal', 'key')),
  text text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  brought_at timestamptz not null,
  primary key (ceremony_id, step, place),
  foreign key (ceremony_id, place) references ceremony_places on delete cascade
);

-- Who has decrypted the test ballot of a day with the key as it is stored. They are of one list: of another list they say
-- nothing.
create table rehearsals (
  consultation_id uuid not null references consultations on delete cascade,
  list_hash text not null check (list_hash ~ '^[0-9a-f]{64}$'),
  owner smallint not null check (owner >= 1),
  -- The day that the test ballot was made of.
  day date not null,
  text text not null,
  account_id uuid not null references accounts,
  brought_at timestamptz not null,
  -- Whether the rehearsals of this day up to this one opened the test ballot together.
  opened boolean not null,
  primary key (consultation_id, list_hash, owner, day)
);
