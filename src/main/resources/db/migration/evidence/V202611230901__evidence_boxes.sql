-- The evidence box of a case, made once when it has ended.
create table evidence_box (
    case_number text primary key,
    document_id uuid        not null,
    sealed_at   timestamptz not null
);
