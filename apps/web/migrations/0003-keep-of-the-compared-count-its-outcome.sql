-- The pages say of the compared count who wins and what it makes of the voters, not how it came about: its rounds and
-- the reasons of those that lost were read for every page and shown on none.
update recounts
set details = jsonb_set(
  details::jsonb,
  '{compared}',
  (
    select jsonb_object_agg(key, value)
    from jsonb_each(details::jsonb -> 'compared')
    where key in ('status', 'winners', 'cost', 'rule', 'properties')
  )
)::text
where details::json -> 'compared' ->> 'status' is not null;
