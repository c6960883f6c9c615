-- Consultations: the event with calendar, envelopes, rule and contests.
create table consultations (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  territory_id uuid not null references territories,
  -- Language map: {"es": "…", "en": "…"}.
  title json not null,
  languages text[] not null check (cardinality(languages) >= 1),
  -- Name of the time zone in which the calendar was written.
  zone text not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  complaints_until timestamptz,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  decimals smallint not null check (decimals between 0 and 6),
  status text not null,
  -- Version of the roll by which the voters of its contests were counted last.
  voters_version integer not null default 0,
  is_demo boolean not null default false,
  created_at timestamptz not null,
  check (opens_at < closes_at)
);
comment on column consultations.status is 'a state of the machine in packages/domain/src/consultations';

create table envelopes (
  id uuid primary key,
  consultation_id uuid not null references consultations on delete cascade,
  parent_id uuid references envelopes,
  territory_id uuid references territories,
  name json not null,
  amount numeric(30, 0) not null check (amount >= 0)
);
create index envelopes_by_consultation on envelopes (consultation_id);

-- A rule as data, frozen by its hash; never changed, never deleted.
create table rule_sets (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  canonical text not null
);

-- One paper for any set of territories.
create table contest_templates (
  id uuid primary key,
  consultation_id uuid not null references consultations on delete cascade,
  name json not null,
  form text not null check (form in ('choose_one', 'approval')),
  -- The most options that one ballot may name.
  most smallint not null check (most >= 1),
  may_be_blank boolean not null,
  -- The rule as it is being written; frozen, its hash.
  rule json not null,
  rule_hash text references rule_sets,
  crypto_group text not null check (crypto_group in ('Ed25519', 'BELENIOS-2048', 'RFC-3526-2048'))
);
create index contest_templates_by_consultation on contest_templates (consultation_id);

create table contests (
  id uuid primary key,
  consultation_id uuid not null references consultations on delete cascade,
  template_id uuid not null references contest_templates,
  territory_id uuid not null references territories,
  envelope_id uuid references envelopes,
  status text not null,
  -- People on the roll who may vote here, as last counted.
  voters integer not null default 0 check (voters >= 0),
  -- Counted by a trigger from its options: how many are listed, how many of these were not withdrawn, and of those how many
  -- are approved and how many say what they cost; and the highest cost. The control room looks at thousands at once.
  listed smallint not null default 0,
  standing smallint not null default 0,
  approved smallint not null default 0,
  priced smallint not null default 0,
  dearest numeric(30, 0),
  -- Organisers publish the result of a very small electorate only where they said so beforehand.
  small_electorate_waiver timestamptz,
  unique (template_id, territory_id)
);
comment on column contests.status is 'a state of the machine in packages/domain/src/contests';
create index contests_by_consultation on contests (consultation_id, status);
create index contests_by_territory on contests (territory_id);

create unique index contests_by_envelope on contests (envelope_id);

create table options (
  contest_id uuid not null references contests on delete cascade,
  -- The number that people type; an option that is withdrawn leaves its number empty.
  number smallint not null check (number >= 1),
  title text not null check (title <> ''),
  summary text not null,
  cost numeric(30, 0) check (cost >= 0),
  place text not null default '',
  theme text not null default '',
  approved_by uuid references accounts,
  approved_at timestamptz,
  withdrawn_at timestamptz,
  primary key (contest_id, number),
  check ((approved_by is null) = (approved_at is null))
);

-- Counts anew the options of every contest that a statement touched.
create function count_options() returns trigger language plpgsql as $$
begin
  update contests k
  set listed = c.listed, standing = c.standing, approved = c.approved, priced = c.priced, dearest = c.dearest
  from (
    select touched.contest_id, count(o.number) as listed,
      count(o.number) filter (where o.withdrawn_at is null) as standing,
      count(o.approved_at) filter (where o.withdrawn_at is null) as approved,
      count(o.cost) filter (where o.withdrawn_at is null) as priced,
      max(o.cost) filter (where o.withdrawn_at is null) as dearest
    from (select distinct contest_id from changed) touched left join options o on o.contest_id = touched.contest_id
    group by touched.contest_id
  ) c
  where k.id = c.contest_id and (k.listed, k.standing, k.approved, k.priced, k.dearest)
    is distinct from (c.listed, c.standing, c.approved, c.priced, c.dearest);
  return null;
end $$;
create trigger options_counted_after_insert after insert on options
  referencing new table as changed for each statement execute function count_options();
create trigger options_counted_after_update after update on options
  referencing new table as changed for each statement execute function count_options();
create trigger options_counted_after_delete after delete on options
  referencing old table as changed for each statement execute function count_options();

-- What is done to many contests at once, piece by piece, and how far it is.
create table bulk_works (
  id uuid primary key,
  consultation_id uuid not null references consultations on delete cascade,
  work text not null check (work in ('approve_options', 'sign_waivers', 'remove_contests')),
  -- The contests that it was asked for, in the order in which they are gone through.
  contests uuid[] not null,
  done integer not null default 0 check (done >= 0),
  -- Options approved, waivers signed, contests removed.
  changed integer not null default 0 check (changed >= 0),
  asked_by uuid not null references accounts,
  asked_at timestamptz not null,
  finished_at timestamptz,
  check (done <= cardinality(contests))
);
create index bulk_works_by_consultation on bulk_works (consultation_id, asked_at desc);
