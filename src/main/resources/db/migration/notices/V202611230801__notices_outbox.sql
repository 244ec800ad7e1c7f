-- The outbox: written in the case's transaction, sent outside of it.
create table notice (
    id          uuid primary key,
    case_number text        not null,
    kind        text        not null,
    channel     text        not null,
    party_id    text,
    address     text        not null,
    subject     text        not null,
    body        text        not null,
    link        text,
    code        text,
    message_key text        not null,
    state       text        not null,
    urgent      boolean     not null,
    queued_at   timestamptz not null,
    next_try_at timestamptz not null,
    tries       integer     not null default 0,
    sent_at     timestamptz,
    failure     text,
    unique (case_number, message_key, channel)
);
create index notice_to_send on notice (next_try_at) where state = 'QUEUED';
