-- Tally: from the end of a vote to opened contests. The events themselves stand on the board.

-- A contest whose encrypted tally is published.
create table tallies (
  contest_id uuid primary key references elections on delete cascade,
  consultation_id uuid not null references consultations on delete cascade,
  kind text not null check (kind in ('homomorphic', 'mixed')),
  -- Ballots that count, and their weight, as the tally says.
  counted integer not null check (counted >= 0),
  weight numeric(30, 0) not null check (weight >= 0),
  -- What trustees work on: the events before the first decryption, the last of them, and their archive once it was
  -- measured.
  events integer not null check (events >= 3),
  head text not null check (head ~ '^[0-9a-f]{64}$'),
  bytes bigint check (bytes > 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  crc32 bigint check (crc32 between 0 and 4294967295),
  check (num_nulls(bytes, sha256, crc32) in (0, 3))
);
create index tallies_by_consultation on tallies (consultation_id);

-- What trustees brought and the board holds.
create table tally_parts (
  contest_id uuid not null references tallies on delete cascade,
  kind text not null check (kind in ('shuffle', 'decryption')),
  -- The number of the trustee in the election.
  owner integer not null check (owner >= 1),
  -- Its place among those of its kind.
  place integer not null check (place >= 1),
  -- Of a decryption: the trustee's section of the side file.
  section text,
  brought_by uuid references accounts,
  at timestamptz not null,
  primary key (contest_id, kind, owner),
  unique (contest_id, kind, place),
  check ((kind = 'decryption') = (section is not null))
);

-- Why a contest does not go on: a check that its board fails. The others do.
create table tally_faults (
  contest_id uuid primary key references contests on delete cascade,
  failure json not null,
  at timestamptz not null
);

-- What was handed out: the list of a work file by its hash, with the CRC-32 of each of its archives as a list in JSON.
create table tally_works (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  consultation_id uuid not null references consultations on delete cascade,
  owner integer not null check (owner >= 1),
  list text not null,
  sums text not null,
  made_at timestamptz not null
);
create index tally_works_by_consultation on tally_works (consultation_id, owner);

-- What came back.
create table tally_answers (
  id uuid primary key,
  consultation_id uuid not null references consultations on delete cascade,
  owner integer not null check (owner >= 1),
  work_hash text not null references tally_works,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  contests integer not null check (contests >= 0),
  brought_by uuid not null references accounts,
  brought_at timestamptz not null,
  finished_at timestamptz
);
create index tally_answers_by_consultation on tally_answers (consultation_id, brought_at desc);

-- What an answer has for each contest; its bytes until they were looked at.
create table tally_answer_items (
  answer_id uuid not null references tally_answers on delete cascade,
  turn integer not null check (turn >= 0),
  -- As the answer names it; whether it is one of the consultation is looked at.
  contest text not null,
  kind text not null check (kind in ('shuffle', 'decryption')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea,
  outcome text check (outcome in ('taken', 'known', 'not_needed', 'stale', 'unknown', 'refused')),
  -- The check that it fails.
  failure json,
  primary key (answer_id, turn),
  check ((content is null) = (outcome is not null)),
  check ((failure is not null) <= (outcome is not distinct from 'refused'))
);
create index tally_answer_items_open on tally_answer_items (answer_id, turn) where outcome is null;
