-- Renewal cases, their loans, checklist and parties.
create sequence renewal_number maxvalue 999999 cycle;

create table renewal_case (
    number              text primary key,
    customer_number     text           not null,
    firm                text           not null,
    branch              text           not null,
    lead                text           not null,
    state               text           not null,
    stage               text,
    balance             numeric(18, 2) not null,
    importers           text[]         not null,
    matures_on          date           not null,
    whitelist_end       date,
    readmission         boolean        not null,
    anchor              date,
    reminders           timestamptz[],
    last_normal_day     date,
    escalate_at         timestamptz,
    hard_stop_at        timestamptz,
    opened_at           timestamptz    not null,
    submitted_at        timestamptz,
    ended_at            timestamptz,
    round               integer        not null default 1,
    round_entered_at    timestamptz,
    known_reasons       text[]         not null default '{}',
    approved_amount     numeric(18, 2),
    approved_term       integer,
    approved_conditions text,
    offered_amount      numeric(18, 2),
    offered_term        integer,
    offered_conditions  text,
    terms_accepted      boolean,
    core_refusal        text
);
create index renewal_case_list on renewal_case (branch, state, opened_at);

create table renewal_case_loan (
    case_number text    not null references renewal_case,
    loan_number text    not null,
    open        boolean not null,
    primary key (case_number, loan_number)
);
-- one open case a loan
create unique index renewal_case_loan_open on renewal_case_loan (loan_number) where open;

create table renewal_material (
    case_number       text    not null references renewal_case,
    code              text    not null,
    position          integer not null,
    required          boolean not null,
    signers           uuid[]  not null,
    ways              text[]  not null,
    original          text    not null,
    original_at       timestamptz,
    original_by       text,
    original_box      text,
    correction_round  integer,
    correction_reason text,
    correction_text   text,
    primary key (case_number, code)
);

create table renewal_case_party (
    case_number text    not null references renewal_case,
    party_id    uuid    not null,
    sees_all    boolean not null,
    primary key (case_number, party_id)
);

-- what is sent or done once for a case and moment
create table renewal_moment (
    case_number text        not null references renewal_case,
    moment      text        not null,
    at          timestamptz not null,
    primary key (case_number, moment)
);
