-- The address is sealed; its hash keeps a message from being queued twice for it.
alter table notice add column address_hash text, add column sealed_under text;
create unique index notice_once_hashed on notice (case_number, message_key, channel, address_hash);
create index notice_to_seal on notice (id) where sealed_under is null;
