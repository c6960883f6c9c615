-- Territories: the tree of nation, region, municipality, commune and sector.
create table territories (
  id uuid primary key,
  parent_id uuid references territories,
  level text not null check (level in ('nation', 'region', 'municipality', 'commune', 'sector')),
  -- As its source writes it; unique in the whole tree.
  code text not null unique check (code <> ''),
  name text not null check (name <> ''),
  population integer check (population >= 0),
  -- Ids from the root down to itself.
  path uuid[] not null,
  outline json,
  check (path[cardinality(path)] = id),
  check ((parent_id is null) = (cardinality(path) = 1)),
  -- At the end of a transaction, for an import may exchange two names.
  unique nulls not distinct (parent_id, name) deferrable initially deferred
);
comment on column territories.outline is 'geometry of GeoJSON, as imported';
create index territories_by_parent on territories (parent_id);
create index territories_by_path on territories using gin (path);

-- A file of territories that was read and checked, waiting for whoever brought it to look at what it would change.
create table territory_imports (
  id uuid primary key,
  -- An account; those are made by the next migration.
  brought_by uuid not null,
  brought_at timestamptz not null,
  source_name text not null,
  source_hash text not null check (source_hash ~ '^[0-9a-f]{64}$'),
  -- Headings of the file that mean nothing here.
  ignored text[] not null,
  drafts json not null
);
