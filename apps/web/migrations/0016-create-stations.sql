-- Where people vote with help who cannot vote on their own device. An address is no rule: it may be mended after freezing.
create table stations (
  id uuid primary key,
  consultation_id uuid not null references consultations on delete cascade,
  -- Names of a table and of its place, as they stand on the door.
  name text not null check (name <> ''),
  place text not null check (place <> ''),
  -- Language map.
  hours json not null
);
create index stations_by_consultation on stations (consultation_id);
