-- Elections: the sealed ballots of each contest, as the records of its archive. Nothing here knows a person.
create table elections (
  contest_id uuid primary key references contests on delete cascade,
  -- The identifier inside the election, and the hash of its published bytes.
  uuid text not null unique,
  fingerprint text not null unique check (fingerprint ~ '^[A-Za-z0-9+/]{43}$'),
  -- Seconds since 1970 that each record of the archive carries.
  record_time bigint not null check (record_time >= 0),
  -- The last event: its height, its hash, and where the election stands with it. Whoever appends locks this row.
  height integer not null check (height >= 0),
  head text not null check (head ~ '^[0-9a-f]{64}$'),
  state text not null,
  -- Ballots on the board, and credentials that have cast at least one: turnout, never choices.
  ballots integer not null default 0 check (ballots >= 0),
  voters integer not null default 0 check (voters between 0 and ballots)
);
comment on column elections.state is 'an ElectionState of packages/crypto/src/board/event-order.ts';

create table board_events (
  contest_id uuid not null references elections on delete cascade,
  height integer not null check (height >= 0),
  -- Null for the setup alone.
  parent text,
  hash text not null,
  type text not null,
  event bytea not null,
  primary key (contest_id, height),
  unique (contest_id, hash),
  unique nulls not distinct (contest_id, parent),
  check ((height = 0) = (parent is null))
) partition by hash (contest_id);
comment on table board_events is 'height, parent and bytes of each event of the archive; unique by constraint';

-- The records that stand before an event in the archive, in their order: with the events all bytes of the archive.
create table board_payloads (
  contest_id uuid not null,
  height integer not null,
  place smallint not null check (place >= 0),
  hash text not null,
  bytes bytea not null,
  primary key (contest_id, height, place),
  foreign key (contest_id, height) references board_events on delete cascade
) partition by hash (contest_id);
-- Ciphertexts do not become smaller.
alter table board_payloads alter column bytes set storage external;

create table board_ballots (
  contest_id uuid not null,
  height integer not null,
  tracker text not null check (tracker ~ '^[A-Za-z0-9+/]{43}$'),
  credential text not null,
  revision integer not null check (revision >= 1),
  primary key (contest_id, tracker),
  unique (contest_id, credential, revision),
  unique (contest_id, height),
  foreign key (contest_id, height) references board_events on delete cascade
) partition by hash (contest_id);

create table public_credentials (
  contest_id uuid not null references elections on delete cascade,
  credential text not null,
  -- Spares wait for additions and lost letters: one casts only after it was released.
  kind text not null check (kind in ('roll', 'spare')),
  released_at timestamptz,
  -- Replaced before it was used: it casts no more.
  voided_at timestamptz,
  primary key (contest_id, credential),
  check (kind = 'spare' or released_at is null)
) partition by hash (contest_id);

-- Consultations where a code by e-mail is asked for beside the letter.
create table second_factors (
  consultation_id uuid primary key references consultations on delete cascade
);

-- Codes that were asked for, whether the address is on the roll or not; gone after a day.
create table email_codes (
  contest_id uuid not null references contests on delete cascade,
  address text not null,
  asked_at timestamptz not null,
  -- Codes asked for since the first of this day.
  asked integer not null check (asked >= 1),
  first_asked_at timestamptz not null,
  -- Keyed hash of the code that was sent last, and how often a wrong one was typed since.
  code_hash text,
  expires_at timestamptz,
  tries integer not null default 0 check (tries >= 0),
  primary key (contest_id, address),
  check ((code_hash is null) = (expires_at is null))
);
create index email_codes_by_age on email_codes (first_asked_at);

-- Who has had an admission: known by the roll alone. No ballot, and nothing of what the admission was.
create table burnt_entitlements (
  contest_id uuid not null references contests on delete cascade,
  roll_entry_id uuid not null references roll_entries on delete cascade,
  primary key (contest_id, roll_entry_id)
);

-- Which admissions were cast: random numbers that were stored nowhere when they were given out. No person.
create table burnt_admissions (
  contest_id uuid not null references elections on delete cascade,
  admission_hash text not null check (admission_hash ~ '^[0-9a-f]{64}$'),
  primary key (contest_id, admission_hash)
);

do $$
declare
  part text;
begin
  foreach part in array array['board_events', 'board_payloads', 'board_ballots', 'public_credentials'] loop
    for i in 0..15 loop
      execute format('create table %I partition of %I for values with (modulus 16, remainder %s)', part || '_' || i, part, i);
    end loop;
  end loop;
end $$;
