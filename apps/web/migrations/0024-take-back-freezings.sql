-- The freezing of a roll can be taken back, as long as no code stands on the site: its salt may be lost.
alter table roll_freezings drop constraint roll_freezings_status_check;
alter table roll_freezings add constraint roll_freezings_status_check
  check (status in ('committing', 'ready', 'proposed', 'taken_back', 'outdated', 'failed', 'withdrawn'));
