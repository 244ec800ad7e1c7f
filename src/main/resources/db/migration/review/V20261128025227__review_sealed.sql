-- What people wrote in a decision is sealed where it stands; a sealed jsonb is a string.
alter table decision add column sealed_under text;
create index decision_to_seal on decision (id) where sealed_under is null;
