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
  unique (parent_id, name)
);
comment on column territories.outline is 'geometry of GeoJSON, as imported';
create index territories_by_parent on territories (parent_id);
create index territories_by_path on territories using gin (path);
