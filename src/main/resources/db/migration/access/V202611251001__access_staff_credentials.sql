-- A password that somebody else set is changed before it is used.
alter table staff add column password_to_change boolean not null default false;
create index staff_by_name on staff (name, id);
