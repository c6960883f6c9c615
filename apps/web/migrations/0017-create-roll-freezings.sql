-- The way of a roll to the proposal that it be frozen: a job makes the commitment, whoever asked keeps its salt.
create table roll_freezings (
  id uuid primary key,
  consultation_id uuid not null references rolls on delete cascade,
  status text not null check (status in ('committing', 'ready', 'proposed', 'outdated', 'failed', 'withdrawn')),
  reason text not null,
  asked_by uuid not null references accounts,
  asked_at timestamptz not null,
  -- Of the roll that it is about.
  version integer not null,
  people integer not null check (people > 0),
  -- In thousandths.
  progress integer not null default 0 check (progress between 0 and 1000),
  commitment text check (commitment ~ '^[0-9a-f]{64}$'),
  -- Here until whoever asked has kept it, and no longer.
  salt bytea check (length(salt) = 32),
  finished_at timestamptz,
  check ((status = 'ready') = (salt is not null)),
  check (status not in ('ready', 'proposed') or commitment is not null),
  check ((status in ('committing', 'ready')) = (finished_at is null))
);
create index roll_freezings_by_consultation on roll_freezings (consultation_id, asked_at);
create unique index roll_freezings_one_at_a_time on roll_freezings (consultation_id)
  where status in ('committing', 'ready');
