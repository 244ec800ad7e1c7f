-- Unsafe calls with an Idempotency-Key, for a day. The key itself is not kept: the answer is sealed with it.
create table idempotent_request (
    id           text primary key, -- hash of caller and key
    request_hash text        not null, -- hash of key, method, address and body
    started_at   timestamptz not null,
    acted        boolean     not null default false, -- set in the transaction of the act
    status       integer,
    answer       text
);
create index idempotent_request_by_start on idempotent_request (started_at);
