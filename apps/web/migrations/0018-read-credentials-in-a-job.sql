-- The bytes of any file that somebody brought, until a job has read it; then they are deleted.
alter table roll_import_pieces drop constraint roll_import_pieces_import_id_fkey;
alter table roll_import_pieces rename column import_id to file_id;
alter table roll_import_pieces rename constraint roll_import_pieces_pkey to brought_pieces_pkey;
alter table roll_import_pieces rename to brought_pieces;

-- Public credentials are read and checked by a job before the elections are set up with them.
alter table credential_uploads
  add column id uuid not null unique default gen_random_uuid(),
  -- Of reading, in thousandths.
  add column progress integer not null default 0 check (progress between 0 and 1000),
  -- What is wrong with the file, line by line; none listed: it could not be read at all.
  add column problems json;
alter table credential_uploads alter column id drop default;

-- Their checks, whatever they are called: the new state is in each of them.
do $$
declare
  one record;
begin
  for one in
    select conname from pg_constraint
    where conrelid = 'credential_uploads'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%status%'
  loop
    execute format('alter table credential_uploads drop constraint %I', one.conname);
  end loop;
end $$;
alter table credential_uploads
  add constraint credential_uploads_status check (status in ('reading', 'setting_up', 'set_up', 'refused')),
  add constraint credential_uploads_refusal check ((status = 'refused') = (refusal is not null or problems is not null)),
  add constraint credential_uploads_end check ((status in ('reading', 'setting_up')) = (finished_at is null));
