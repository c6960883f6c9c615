-- How the supporters of each project fared: asked for by the pages of projects alone, so that the result's page need
-- not read it.
alter table recounts add column supporters text;
update recounts
set supporters = (details::json -> 'supporters')::text, details = (details::jsonb - 'supporters')::text
where details is not null;
alter table recounts add check ((report is null) = (supporters is null));
comment on column recounts.supporters is 'by project id, as JSON';
