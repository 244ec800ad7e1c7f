-- Documents of the cases. The bytes lie in the object store; a row has its bytes.
create table document (
    id          uuid primary key,
    case_number text        not null,
    material    text,
    channel     text        not null,
    actor_kind  text        not null,
    actor_id    text        not null,
    sender      text,
    received_at timestamptz not null,
    stored_at   timestamptz not null,
    state       text        not null,
    way         text,
    position    bigint generated always as identity
);
create index document_by_case on document (case_number, position);

create table document_file (
    document_id  uuid    not null references document,
    sequence     integer not null,
    name         text    not null,
    content_type text    not null,
    size         bigint  not null,
    sha256       text    not null,
    object_key   text    not null unique,
    primary key (document_id, sequence)
);

create table document_preview (
    document_id uuid    not null references document,
    page        integer not null,
    object_key  text    not null,
    primary key (document_id, page)
);
