-- What a code to sign is good for: the document and its version; empty for a code to sign in.
alter table one_time_code add column subject text not null default '';
