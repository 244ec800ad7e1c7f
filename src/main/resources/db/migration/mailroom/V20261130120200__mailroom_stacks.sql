-- Stacks of scans as they were handed in; the bytes lie on a shelf with the stack's id.
create table mail_stack (
    id           uuid primary key,
    branch       text        not null,
    by_staff     text        not null,
    file_name    text        not null,
    sealed_under text,
    size         bigint      not null,
    sha256       text        not null,
    object_key   text        not null,
    received_at  timestamptz not null,
    state        text        not null,
    pages        integer,
    problem      text,
    tries        integer     not null default 0,
    cancelled_by text,
    ended_at     timestamptz
);
-- The same stack is taken once by a branch; one that came to nothing may come again.
create unique index mail_stack_once on mail_stack (branch, sha256) where state in ('RUNNING', 'FILING', 'DONE');
create index mail_stack_under_way on mail_stack (received_at) where state in ('RUNNING', 'FILING');
create index mail_stack_by_branch on mail_stack (branch, received_at);
create index mail_stack_to_seal on mail_stack (id) where sealed_under is null;

-- Their pages, each at one place: its case, the tray of a branch, or aside.
create table mail_sheet (
    id           uuid primary key,
    stack_id     uuid    not null references mail_stack,
    page         integer not null,
    state        text    not null,
    reason       text,
    branch       text    not null,
    content_type text,
    sha256       text,
    object_key   text,
    preview_key  text,
    case_number  text,
    form         text,
    version      integer,
    form_page    integer,
    document_id  uuid,
    settled_by   text,
    settled_at   timestamptz,
    unique (stack_id, page)
);
create index mail_sheet_tray on mail_sheet (branch, stack_id, page) where state = 'TRAY';
create index mail_sheet_by_case on mail_sheet (case_number);
