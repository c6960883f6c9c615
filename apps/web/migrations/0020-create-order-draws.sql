-- The public draw of the order in which options stand on papers: once for a consultation, after its options are frozen and
-- before its elections are written. The order itself is computed from the seed, by everybody.
create table order_draws (
  consultation_id uuid primary key references consultations on delete cascade,
  seed text not null check (seed <> ''),
  how text not null check (how <> ''),
  drawn_at timestamptz not null
);
