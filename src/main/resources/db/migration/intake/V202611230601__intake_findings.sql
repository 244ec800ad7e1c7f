-- What inspection found in a document.
create table finding (
    document_id uuid    not null,
    position    integer not null,
    code        text    not null,
    level       text    not null,
    page        integer,
    detail      jsonb   not null,
    primary key (document_id, position)
);
