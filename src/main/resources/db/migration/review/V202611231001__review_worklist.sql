-- The worklist and the decisions: what people do and did, independent of the engine's own tables.
create table work_item (
    task_id       text primary key,
    kind          text        not null,
    case_number   text        not null,
    level         integer     not null,
    round         integer     not null,
    lead          text        not null,
    importers     text[]      not null,
    firm          text        not null,
    branch        text        not null,
    balance       numeric(18, 2) not null,
    matures_on    date        not null,
    whitelist_end date,
    opened_at     timestamptz not null,
    due_at        timestamptz,
    hard_stop_at  timestamptz,
    assignee      text,
    claimed_at    timestamptz,
    closed_at     timestamptz,
    completed     boolean     not null default false
);
create index work_item_open on work_item (branch, hard_stop_at, opened_at) where closed_at is null;
create index work_item_case on work_item (case_number);

create table decision (
    id          bigint generated always as identity primary key,
    task_id     text        not null unique,
    kind        text        not null,
    case_number text        not null,
    level       integer     not null,
    round       integer     not null,
    by_staff    text        not null,
    at          timestamptz not null,
    outcome     text        not null,
    comment     text        not null,
    corrections jsonb       not null,
    amount      numeric(18, 2),
    term_months integer,
    conditions  text,
    opinion     jsonb,
    based_on    text[]      not null,
    -- the guard on a task asks for a decision of its own transaction
    written_in  xid8        not null default pg_current_xact_id()
);
create index decision_case on decision (case_number, id);

-- who handed in documents on a borrower's behalf: he is never the only reviewer of the case
create table borrowers_hand (
    case_number text not null,
    staff       text not null,
    primary key (case_number, staff)
);
