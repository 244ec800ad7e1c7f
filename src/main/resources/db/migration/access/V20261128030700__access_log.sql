-- Who of the staff read what of a case. No row, no read; a row is never changed.
create table access_log (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    staff_id    text        not null,
    case_number text        not null,
    what        text        not null,
    subject     text        not null,
    door        text        not null,
    address     text        not null
);

create index access_log_by_case on access_log (case_number, id);

create trigger access_log_is_append_only
    before update or delete or truncate on access_log
    for each statement execute function refuse_change_of_the_record();
