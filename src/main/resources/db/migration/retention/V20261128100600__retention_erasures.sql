-- What was erased, when and why: begun before the first byte goes, so that an erasure that was broken off goes on.
create table erasure (
    id               uuid primary key,
    kind             text        not null, -- CASE or BORROWER
    subject          text        not null, -- case number or customer number
    clock            text        not null,
    since            date        not null,
    kept_until       date        not null,
    began_at         timestamptz not null,
    ended_at         timestamptz,
    certificate      text,
    certificate_hash text
);
create unique index erasure_under_way on erasure (kind, subject) where ended_at is null;
create index erasure_by_subject on erasure (kind, subject, began_at);
