-- All that is wrong with a file that somebody brought, kept for some days so that it can be saved as a table.
create table problem_lists (
  id uuid primary key,
  kind text not null check (kind in ('roll', 'options', 'territories')),
  consultation_id uuid references consultations on delete cascade,
  made_at timestamptz not null,
  check ((consultation_id is null) = (kind = 'territories'))
);
create index problem_lists_made_at on problem_lists (made_at);

create table problem_pieces (
  list_id uuid not null references problem_lists on delete cascade,
  number integer not null check (number >= 0),
  problems json not null,
  primary key (list_id, number)
);
