-- How people see a page that waits, in degrees clockwise; its bytes stay as they were scanned.
alter table mail_sheet add column turned smallint not null default 0 check (turned in (0, 90, 180, 270));
