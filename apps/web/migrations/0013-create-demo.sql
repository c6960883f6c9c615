-- What an installation is, settled at its first start and never changed: everything in it is real, or all of it is a demo.
create table installation (
  singleton boolean primary key default true check (singleton),
  is_demo boolean not null,
  begun_at timestamptz not null
);

-- How far the demo is made; a start that was cut off goes on with the first step that is missing.
create table demo_steps (
  name text primary key,
  done_at timestamptz not null
);
