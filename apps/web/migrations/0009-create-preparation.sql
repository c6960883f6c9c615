-- Preparation: what stands between frozen rules and rolls, and elections that are set up. Public parts alone.

-- Who holds the key of all elections of a consultation, as the ceremony published it.
create table consultation_trustees (
  consultation_id uuid primary key references consultations on delete cascade,
  trustees text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  -- Why fewer hold it than should; everyone reads it.
  waiver text check (waiver <> ''),
  at timestamptz not null
);

-- The identifier of each contest's election, made once: codes are made for it.
create table prepared_elections (
  contest_id uuid primary key references contests on delete cascade,
  uuid text not null unique
);

-- What the registrar is told to make; its bytes.
create table credential_orders (
  consultation_id uuid primary key references consultations on delete cascade,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  text text not null,
  made_by uuid not null references accounts,
  made_at timestamptz not null
);

-- What the registrar brought, and how far the elections are set up with it. One at a time for a consultation.
create table credential_uploads (
  consultation_id uuid primary key references consultations on delete cascade,
  status text not null check (status in ('setting_up', 'set_up', 'refused')),
  order_hash text not null check (order_hash ~ '^[0-9a-f]{64}$'),
  source_hash text not null check (source_hash ~ '^[0-9a-f]{64}$'),
  brought_by uuid not null references accounts,
  brought_at timestamptz not null,
  contests integer not null check (contests > 0),
  done integer not null default 0 check (done between 0 and contests),
  credentials integer not null,
  spares integer not null,
  -- The contest whose election was refused, and the check that it fails.
  refusal json,
  finished_at timestamptz,
  check ((status = 'refused') = (refusal is not null)),
  check ((status = 'setting_up') = (finished_at is null))
);

-- The public credentials of each contest, until its election is set up with them.
create table uploaded_credentials (
  consultation_id uuid not null references credential_uploads on delete cascade,
  contest_id uuid not null references contests on delete cascade,
  -- Place in the order, by which they are gone through.
  turn integer not null,
  credentials text[] not null,
  spares text[] not null,
  primary key (consultation_id, turn)
);
