-- Elections: the sealed ballots of each contest, as the records of its archive. Nothing here knows a person.
create table elections (
  contest_id uuid primary key references contests on delete cascade,
  -- Fingerprint of the election's parameters: the hash of its canonical JSON.
  fingerprint text not null unique,
  -- The records of the setup, and all that follows, in the form of the archive.
  height integer not null check (height >= 0),
  head text not null,
  ballots integer not null default 0 check (ballots >= 0)
);

create table board_events (
  contest_id uuid not null references elections,
  height integer not null check (height >= 0),
  -- Null for the setup alone.
  parent text,
  hash text not null,
  type text not null,
  payload_hash text,
  event bytea not null,
  primary key (contest_id, height),
  unique (contest_id, hash),
  unique nulls not distinct (contest_id, parent),
  check ((height = 0) = (parent is null))
) partition by hash (contest_id);
comment on table board_events is 'height, parent and bytes of each event of the archive; unique by constraint';

create table board_payloads (
  contest_id uuid not null references elections,
  hash text not null,
  bytes bytea not null,
  primary key (contest_id, hash)
) partition by hash (contest_id);

create table board_ballots (
  contest_id uuid not null,
  height integer not null,
  tracker text not null,
  credential text not null,
  revision integer not null check (revision >= 1),
  primary key (contest_id, tracker),
  unique (contest_id, credential, revision),
  unique (contest_id, height),
  foreign key (contest_id, height) references board_events
) partition by hash (contest_id);

create table public_credentials (
  contest_id uuid not null references elections,
  credential text not null,
  -- Spares wait for additions and lost letters; a replaced credential is void unless it was used before.
  kind text not null check (kind in ('roll', 'spare')),
  voided_at timestamptz,
  primary key (contest_id, credential)
) partition by hash (contest_id);

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
