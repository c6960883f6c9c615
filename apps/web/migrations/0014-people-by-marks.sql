-- Codes and entitlements know people by keyed marks alone. A row that names a person tells, by the order in which rows are
-- written, whose ballot came next; so did the lock that a foreign key puts on the person's line of the roll.
do $$
begin
  if exists (
    select from burnt_entitlements b join contests c on c.id = b.contest_id where c.status in ('draft', 'ready', 'frozen', 'open')
  ) then
    raise exception 'a vote with codes by e-mail is under way: let it end with the version that it began with';
  end if;
end $$;

drop table email_codes;
create table email_codes (
  contest_id uuid not null references contests on delete cascade,
  -- Keyed hash of the address. Asked for whether the address is on the roll or not; gone after a day.
  mark text not null check (mark ~ '^[0-9a-f]{64}$'),
  asked_at timestamptz not null,
  -- Codes asked for since the first of this day.
  asked integer not null check (asked >= 1),
  first_asked_at timestamptz not null,
  -- Keyed hash of the code that was sent last, and how often a wrong one was typed since.
  code_hash text,
  expires_at timestamptz,
  tries integer not null default 0 check (tries >= 0),
  primary key (contest_id, mark),
  check ((code_hash is null) = (expires_at is null))
);
create index email_codes_by_age on email_codes (first_asked_at);

-- Who has had an admission, by a keyed hash of the line of the roll. No ballot, and nothing of what the admission was.
drop table burnt_entitlements;
create table burnt_entitlements (
  contest_id uuid not null references contests on delete cascade,
  mark text not null check (mark ~ '^[0-9a-f]{64}$'),
  primary key (contest_id, mark)
);
