-- What a carrier's template is filled with; one message of a key for each address, not for each case.
alter table notice add column params text not null default '{}';
alter table notice add column language text not null default 'zh-CN';
alter table notice drop constraint notice_case_number_message_key_channel_key;
create unique index notice_once on notice (case_number, message_key, channel, address);
create index notice_by_case on notice (case_number, queued_at);
