-- What an option is called and says in the further languages of its consultation, by their codes; title and summary stand in
-- the first one, as they do on every ballot paper and in every archive.
alter table options
  add column titles jsonb not null default '{}',
  add column summaries jsonb not null default '{}';
