-- Rolls: who may vote in a consultation. Nothing here knows a ballot.
create table rolls (
  consultation_id uuid primary key references consultations on delete cascade,
  eligibility json not null,
  status text not null check (status in ('open', 'frozen')),
  version integer not null check (version >= 0),
  frozen_at timestamptz,
  frozen_count integer,
  -- Salted commitment to the entries as frozen; the salt stays with the registrar.
  commitment text check (commitment ~ '^[0-9a-f]{64}$'),
  check ((status = 'frozen') = (frozen_at is not null)),
  check ((frozen_at is null) = (frozen_count is null)),
  check ((frozen_at is null) = (commitment is null))
);

create table roll_versions (
  consultation_id uuid not null references rolls on delete cascade,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null references accounts,
  source_name text not null,
  source_hash text not null check (source_hash ~ '^[0-9a-f]{64}$'),
  added integer not null,
  removed integer not null,
  changed integer not null,
  total integer not null,
  reason text,
  primary key (consultation_id, version)
);

create table roll_entries (
  id uuid primary key,
  consultation_id uuid not null references rolls on delete cascade,
  territory_id uuid not null references territories,
  name text not null,
  normal_name text not null,
  birth_date date not null,
  -- Number of a document, where the roll has one; never required.
  document text,
  proof text not null,
  email text,
  language text,
  since_version integer not null,
  until_version integer,
  check (until_version is null or until_version > since_version)
);
create unique index roll_entries_one_person on roll_entries (consultation_id, normal_name, birth_date)
  where until_version is null;
create unique index roll_entries_one_document on roll_entries (consultation_id, document)
  where until_version is null and document is not null;
create index roll_entries_by_territory on roll_entries (consultation_id, territory_id) where until_version is null;
