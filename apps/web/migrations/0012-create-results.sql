-- Results: counts, public lots, and the archives that everyone can check.

-- Contests that wait for their count.
create table count_requests (
  contest_id uuid primary key references contests on delete cascade,
  consultation_id uuid not null references consultations on delete cascade,
  requested_at timestamptz not null,
  -- Why it could not be counted: the check and what it says. Null while it waits.
  refusal json
);
create index count_requests_by_consultation on count_requests (consultation_id);

-- What a contest was counted to: the bytes of outcome.json and lots.json, and the board that they were counted from.
create table contest_outcomes (
  contest_id uuid primary key references contests on delete cascade,
  outcome bytea not null,
  outcome_hash text not null generated always as (encode(sha256(outcome), 'hex')) stored,
  lots bytea,
  lots_hash text generated always as (encode(sha256(lots), 'hex')) stored,
  head text not null check (head ~ '^[0-9a-f]{64}$'),
  counted_at timestamptz not null
);

-- How and when a public lot is to be drawn; the last one stands.
create table lot_announcements (
  consultation_id uuid not null references consultations on delete cascade,
  number integer not null check (number >= 1),
  how text not null check (how <> ''),
  draws_at timestamptz not null,
  announced_by uuid not null references accounts,
  announced_at timestamptz not null,
  primary key (consultation_id, number),
  check (announced_at < draws_at)
);

-- What was drawn.
create table lot_draws (
  consultation_id uuid primary key references consultations on delete cascade,
  seed text not null check (seed <> ''),
  round integer not null check (round >= 1),
  how text not null check (how <> ''),
  drawn_at timestamptz not null
);

-- The file of a whole consultation: made, verified, published, replaced by the next.
create table result_archives (
  id uuid primary key,
  -- In the order in which they were asked for.
  number bigint not null generated always as identity,
  consultation_id uuid not null references consultations on delete cascade,
  -- The state of its counted contests.
  stage text not null check (stage in ('provisional', 'certified')),
  status text not null check (status in ('making', 'verified', 'refused', 'published', 'replaced')),
  asked_at timestamptz not null,
  -- Contests verified so far, of all.
  done integer not null default 0 check (done >= 0),
  contests integer not null default 0 check (contests >= done),
  -- There was no room on the disk for it; it is begun anew every minute until there is.
  waits_for_room boolean not null default false,
  -- Hash of the rows that it was made from.
  rows_hash text check (rows_hash ~ '^[0-9a-f]{64}$'),
  bytes bigint,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  manifest_hash text check (manifest_hash ~ '^[0-9a-f]{64}$'),
  -- Of the file that says where in it everything stands, and what the verification added up.
  index_hash text check (index_hash ~ '^[0-9a-f]{64}$'),
  refusal json,
  finished_at timestamptz,
  check ((status = 'refused') = (refusal is not null)),
  check ((status in ('verified', 'published', 'replaced'))
    <= (num_nulls(rows_hash, bytes, sha256, manifest_hash, index_hash) = 0))
);
create index result_archives_by_consultation on result_archives (consultation_id, number);
create unique index one_archive_published on result_archives (consultation_id) where status = 'published';
create unique index one_archive_made on result_archives (consultation_id) where status = 'making';

-- What would have changed the outcome of contests so large that it is looked for once their archive is verified. The
-- answers stand in a file, which has these bytes and this hash as far as it goes.
create table result_switches (
  -- SHA-256 of all that they hang on: the contest as manifests have it, but for its state.
  key text primary key check (key ~ '^[0-9a-f]{64}$'),
  consultation_id uuid not null references consultations on delete cascade,
  contest_id uuid not null references contests on delete cascade,
  status text not null check (status in ('searching', 'done', 'given_up')),
  options integer not null check (options > 0),
  done integer not null default 0 check (done between 0 and options),
  bytes bigint not null default 0 check (bytes >= 0),
  sha256 text not null default encode(sha256(''), 'hex') check (sha256 ~ '^[0-9a-f]{64}$'),
  asked_at timestamptz not null
);
create index result_switches_by_consultation on result_switches (consultation_id);
