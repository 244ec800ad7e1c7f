-- Staff, branches, invitations, one-time codes, sessions.
create table branch (
    code       text primary key,
    name       text not null,
    phone      text not null,
    address    text not null,
    covered_by text
);

create table staff (
    id              text primary key,
    name            text    not null,
    employee_number text unique,
    branch          text    not null,
    all_branches    boolean not null,
    phone           text    not null,
    email           text,
    enabled         boolean not null,
    password_hash   text    not null
);

create table staff_role (
    staff_id text not null references staff,
    role     text not null,
    primary key (staff_id, role)
);

create table invitation (
    token_hash  text primary key,
    case_number text        not null,
    party_id    uuid        not null,
    minted_at   timestamptz not null,
    valid_until timestamptz not null,
    revoked_at  timestamptz
);
create index invitation_by_party on invitation (case_number, party_id);

create table one_time_code (
    id          bigint generated always as identity primary key,
    case_number text        not null,
    party_id    uuid        not null,
    purpose     text        not null,
    salt        text        not null,
    code_hash   text        not null,
    sent_at     timestamptz not null,
    tries       integer     not null default 0,
    used_at     timestamptz
);
create index one_time_code_by_case on one_time_code (case_number, sent_at);

create table party_session (
    token_hash  text primary key,
    case_number text        not null,
    party_id    uuid        not null,
    opened_at   timestamptz not null,
    seen_at     timestamptz not null
);

create table spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval integer  not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create index spring_session_by_expiry on spring_session (expiry_time);
create index spring_session_by_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
