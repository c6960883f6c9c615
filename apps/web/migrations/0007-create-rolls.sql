-- Rolls: who may vote in a consultation. Nothing here knows a ballot.
create table rolls (
  consultation_id uuid primary key references consultations on delete cascade,
  eligibility json not null,
  status text not null check (status in ('open', 'frozen')),
  -- Grows with every import and every addition.
  version integer not null check (version >= 0),
  frozen_at timestamptz,
  frozen_version integer,
  frozen_count integer,
  -- Salted commitment to the entries as frozen; the salt stays with the registrar.
  commitment text check (commitment ~ '^[0-9a-f]{64}$'),
  check ((status = 'frozen') = (frozen_at is not null)),
  check ((frozen_at is null) = (frozen_version is null)),
  check ((frozen_at is null) = (frozen_count is null)),
  check ((frozen_at is null) = (commitment is null))
);

create table roll_versions (
  consultation_id uuid not null references rolls on delete cascade,
  version integer not null check (version >= 1),
  kind text not null check (kind in ('import', 'addition')),
  -- What an import replaced: everyone in this territory and below.
  part_id uuid references territories,
  created_at timestamptz not null,
  created_by uuid not null references accounts,
  -- Of an addition: the second officer.
  agreed_by uuid references accounts,
  source_name text,
  source_hash text check (source_hash ~ '^[0-9a-f]{64}$'),
  added integer not null,
  removed integer not null,
  changed integer not null,
  total integer not null,
  reason text,
  primary key (consultation_id, version),
  check ((kind = 'import') = (source_hash is not null)),
  check ((kind = 'import') = (part_id is not null)),
  check ((kind = 'addition') = (agreed_by is not null)),
  check ((kind = 'addition') = (reason is not null)),
  check (agreed_by <> created_by)
);

create table roll_entries (
  id uuid primary key,
  consultation_id uuid not null references rolls on delete cascade,
  territory_id uuid not null references territories,
  name text not null,
  normal_name text not null,
  birth_date date not null,
  -- What tells two people of one name and birth date apart; nearly always empty.
  told_apart text not null,
  normal_apart text not null,
  -- Number of a document, where the roll has one; never required.
  document text,
  normal_document text,
  proof text not null,
  email text,
  language text,
  since_version integer not null,
  until_version integer,
  check (until_version is null or until_version > since_version),
  check ((document is null) = (normal_document is null))
);
create unique index roll_entries_one_person on roll_entries (consultation_id, normal_name, birth_date, normal_apart)
  where until_version is null;
create unique index roll_entries_one_document on roll_entries (consultation_id, normal_document)
  where until_version is null and normal_document is not null;
create index roll_entries_by_territory on roll_entries (consultation_id, territory_id) where until_version is null;
create index roll_entries_by_end on roll_entries (consultation_id, until_version) where until_version is not null;

-- How many people of the roll each territory has by itself, so that nothing counts a million rows to show a page.
create table roll_sizes (
  consultation_id uuid not null references rolls on delete cascade,
  territory_id uuid not null references territories,
  people integer not null check (people > 0),
  primary key (consultation_id, territory_id)
);

-- A file on its way into a roll.
create table roll_imports (
  id uuid primary key,
  consultation_id uuid not null references rolls on delete cascade,
  part_id uuid not null references territories,
  status text not null check (status in ('queued', 'reading', 'ready', 'applying', 'applied', 'refused', 'withdrawn')),
  brought_by uuid not null references accounts,
  brought_at timestamptz not null,
  source_name text not null,
  source_hash text not null check (source_hash ~ '^[0-9a-f]{64}$'),
  source_bytes bigint not null,
  -- Encoding, separator and order of dates, as far as declared.
  declared json not null,
  -- Of reading, in thousandths.
  progress integer not null default 0 check (progress between 0 and 1000),
  ignored text[],
  -- What it changes in the version that was the newest when it was compared.
  compared_with integer,
  added integer,
  removed integer,
  changed integer,
  same integer,
  problems json,
  problem_count integer,
  finished_at timestamptz
);
create index roll_imports_by_consultation on roll_imports (consultation_id, brought_at);
-- One at a time: two that wait would be compared with a version that the other replaces.
create unique index roll_imports_one_at_a_time on roll_imports (consultation_id)
  where status in ('queued', 'reading', 'ready', 'applying');

-- The bytes of a file until it is read; then they are deleted.
create table roll_import_pieces (
  import_id uuid not null references roll_imports on delete cascade,
  number integer not null,
  bytes bytea not null,
  primary key (import_id, number)
);

-- Lines of a file, read and checked, until they are applied. A server that crashes empties it, and they are read again.
create unlogged table roll_staging (
  import_id uuid not null,
  line integer not null,
  territory_id uuid not null,
  name text not null,
  normal_name text not null,
  birth_date date not null,
  told_apart text not null,
  normal_apart text not null,
  document text,
  normal_document text,
  proof text not null,
  email text,
  language text
);
create index roll_staging_by_import on roll_staging (import_id);

-- Who asked whether they may vote, as keyed hashes, to keep anybody from asking for others one by one.
create table roll_questions (
  place text not null,
  asked_at timestamptz not null
);
create index roll_questions_by_place on roll_questions (place, asked_at);
