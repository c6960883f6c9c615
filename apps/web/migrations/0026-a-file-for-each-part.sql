-- Files of several parts of a roll may be on their way at once: each is compared with the people of its own part alone.
drop index roll_imports_one_at_a_time;
create unique index roll_imports_one_of_a_part on roll_imports (consultation_id, part_id)
  where status in ('queued', 'reading', 'ready', 'applying');
