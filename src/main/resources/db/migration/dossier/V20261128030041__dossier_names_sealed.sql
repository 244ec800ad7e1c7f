-- What senders called themselves and their files is sealed where it stands.
alter table document add column sealed_under text;
create index document_to_seal on document (id) where sealed_under is null;
alter table document_file add column sealed_under text;
create index document_file_to_seal on document_file (document_id) where sealed_under is null;
