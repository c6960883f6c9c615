-- A code answers one question: tries are counted by question, so that nobody who knows an address spends those of another's.
create table code_questions (
  contest_id uuid not null references contests on delete cascade,
  -- Keyed hash of the question and the address. Asked for whether the address is on the roll or not; gone after a day.
  mark text not null check (mark ~ '^[0-9a-f]{64}$'),
  asked_at timestamptz not null,
  -- Keyed hash of the code that was sent last, and how often a wrong one was typed since.
  code_hash text,
  expires_at timestamptz,
  tries integer not null default 0 check (tries >= 0),
  primary key (contest_id, mark),
  check ((code_hash is null) = (expires_at is null))
);
create index code_questions_by_age on code_questions (asked_at);

-- By address no more is counted than letters. Whoever waits for a code of before asks once more.
drop table email_codes;
create table code_letters (
  contest_id uuid not null references contests on delete cascade,
  -- Keyed hash of the address, on the roll or not; gone after a day.
  mark text not null check (mark ~ '^[0-9a-f]{64}$'),
  -- Letters asked for since the first of this day.
  asked integer not null check (asked >= 1),
  first_asked_at timestamptz not null,
  primary key (contest_id, mark)
);
create index code_letters_by_age on code_letters (first_asked_at);
