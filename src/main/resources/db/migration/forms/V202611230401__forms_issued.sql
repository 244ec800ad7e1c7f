-- Issued versions of forms, frozen with values and layout, and answers in draft.
create table issued_form (
    case_number text        not null,
    code        text        not null,
    version     integer     not null,
    pages       integer     not null,
    document_id uuid        not null,
    issued_at   timestamptz not null,
    field_values jsonb      not null,
    layout      jsonb       not null,
    primary key (case_number, code, version)
);

create table form_answer (
    case_number text        not null,
    code        text        not null,
    field       text        not null,
    value       text        not null,
    saved_at    timestamptz not null,
    primary key (case_number, code, field)
);
