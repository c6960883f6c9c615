-- A work is finished when it went through all of its contests, and not before.
alter table bulk_works
  add constraint bulk_works_finished check ((finished_at is not null) = (done = cardinality(contests)));

-- Only a letter that somebody has can be lost: docs/states/credential.md.
alter table public_credentials
  add constraint public_credentials_void_was_given check (voided_at is null or kind = 'roll' or released_at is not null);
