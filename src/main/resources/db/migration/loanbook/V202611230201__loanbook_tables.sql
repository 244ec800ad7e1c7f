-- Borrowers, loans, parties and the whitelist.
create table borrower (
    customer_number text primary key,
    name            text not null,
    credit_code     text not null,
    size            text not null
);

create table loan (
    number          text primary key,
    customer_number text           not null references borrower,
    product         text           not null,
    currency        text           not null,
    amount          numeric(18, 2) not null,
    balance         numeric(18, 2) not null,
    annual_rate     numeric(7, 4)  not null,
    issued_on       date           not null,
    matures_on      date           not null,
    classification  text           not null,
    days_overdue    integer        not null,
    branch          text           not null,
    manager_number  text,
    imported_by     text,
    row_hash        text           not null,
    contract        text           not null default 'NONE',
    contract_number text
);
create index loan_by_maturity on loan (branch, matures_on, number);
create index loan_by_customer on loan (customer_number);

create table whitelist_entry (
    loan_number text primary key references loan,
    valid_until date not null
);

create table whitelist_renewal (
    case_number    text        not null,
    loan_number    text        not null,
    valid_from     date        not null,
    valid_until    date        not null,
    core_reference text        not null,
    at             timestamptz not null,
    primary key (case_number, loan_number)
);

create table party (
    id                   uuid primary key,
    customer_number      text    not null references borrower,
    loan_number          text references loan,
    name                 text    not null,
    resident_id          text,
    mobile               text,
    standing             text    not null,
    called_back_by       text,
    sending_paused_until timestamptz,
    email                text,
    language             text    not null default 'zh-CN',
    spouse_of            uuid references party,
    acts_for_signer      boolean not null default false
);
create index party_by_customer on party (customer_number);

create table party_role (
    party_id uuid not null references party,
    role     text not null,
    primary key (party_id, role)
);

create table loan_import (
    id          uuid primary key,
    file_name   text        not null,
    kind        text        not null,
    by_staff    text        not null,
    started_at  timestamptz not null,
    state       text        not null,
    rows        bigint      not null default 0,
    created     bigint      not null default 0,
    updated     bigint      not null default 0,
    unchanged   bigint      not null default 0,
    rejected    bigint      not null default 0
);

create table loan_import_remark (
    import_id   uuid    not null references loan_import,
    row_number  bigint  not null,
    column_name text    not null,
    value       text    not null,
    problem     text    not null,
    rejection   boolean not null
);
create index loan_import_remark_by_import on loan_import_remark (import_id, row_number);

-- the built-in register: what a bank without a core system in reach keeps here
create table register_entry (
    idempotency_key text primary key,
    loan_number     text        not null,
    valid_from      date        not null,
    valid_until     date        not null,
    reference       text        not null,
    at              timestamptz not null
);
