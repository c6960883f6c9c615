-- An admission belongs to the letter that it was first cast with: the same voter may replace the ballot, nobody else may use
-- it. No person here either: a credential is of the ballot's side.
alter table burnt_admissions add column credential text not null default '';
alter table burnt_admissions alter column credential drop default;

-- For what the entitlement was exchanged, as a keyed hash that covers the random number of the admission: the same question
-- again, after a lost answer, is answered the same. The number itself is stored nowhere, so that not even the keys lead on.
alter table burnt_entitlements add column exchange text check (exchange ~ '^[0-9a-f]{64}$');
