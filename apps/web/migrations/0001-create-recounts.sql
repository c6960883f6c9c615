-- Published votes brought to be counted again, each stored once by the hash of its bytes.
create table files (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  size integer not null check (size > 0),
  compressed bytea not null,
  name text not null check (name <> ''),
  -- What the reader said about it: projects, ballots, the rule it declares.
  facts json not null,
  origin text not null check (origin in ('demo', 'sample', 'upload')),
  stored_at timestamptz not null,
  expires_at timestamptz,
  check ((origin = 'upload') = (expires_at is not null))
);
comment on column files.compressed is 'the bytes as they came, in one Zstandard frame';
alter table files alter column compressed set storage external;
create index files_by_expiry on files (expires_at) where expires_at is not null;

-- Who brought a file: one line for each that did, so that nobody can take away what another brought as well.
create table uploads (
  file_hash text not null references files on delete cascade,
  removal_hash text not null check (removal_hash ~ '^[0-9a-f]{64}$'),
  uploaded_at timestamptz not null,
  primary key (file_hash, removal_hash)
);
comment on column uploads.removal_hash is 'SHA-256 of the code that takes the upload back';

create table recounts (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  file_hash text not null references files on delete cascade,
  rule_set json not null,
  changes json not null,
  -- The result from which this one was asked for as a what-if; null where it is asked for by itself.
  base_hash text references recounts on delete set null,
  status text not null check (status in ('queued', 'counting', 'done', 'refused')),
  stage text check (stage in ('reading', 'counting')),
  refusal json,
  report text,
  details text,
  requested_at timestamptz not null,
  finished_at timestamptz,
  check ((status = 'counting') = (stage is not null)),
  check ((status = 'refused') = (refusal is not null)),
  check ((status = 'done') = (report is not null)),
  check ((report is null) = (details is null)),
  check ((status in ('done', 'refused')) = (finished_at is not null))
);
comment on column recounts.hash is 'SHA-256 of the canonical JSON of file hash, rule set and changes';
comment on column recounts.report is 'CountReport, as published';
comment on column recounts.details is 'what the pages say beyond the report';
create index recounts_by_file on recounts (file_hash);
create index recounts_by_base on recounts (base_hash) where base_hash is not null;
create index recounts_unfinished on recounts (requested_at) where status in ('queued', 'counting');

-- What would have changed the outcome of one project: two recounts on either side of each switch.
create table counterfactuals (
  recount_hash text not null references recounts on delete cascade,
  project_id text not null,
  answer text not null,
  found_at timestamptz not null,
  primary key (recount_hash, project_id)
);

-- Who asked for work lately, known only by a keyed hash of the address; kept for a day.
create table work_requests (
  visitor text not null,
  recount_hash text not null,
  requested_at timestamptz not null
);
create index work_requests_by_visitor on work_requests (visitor, requested_at);

-- Internal log of what was changed, written in the transaction that changes it.
create table audit_trail (
  number bigint generated always as identity primary key,
  happened_at timestamptz not null,
  event text not null,
  subject text not null
);

-- Keys of this service, made at its first start.
create table service_keys (
  singleton boolean primary key default true check (singleton),
  visitor_key bytea not null
);
