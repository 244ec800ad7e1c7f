-- The hash-chained record. Entries hold ids and hashes only; personal payload lies beside them and can be erased.
create table audit_chain (
    chain  text primary key,
    length bigint not null,
    head   text   not null
);

create table audit_entry (
    chain        text        not null,
    position     bigint      not null,
    at           timestamptz not null,
    act          text        not null,
    actor_kind   text        not null,
    actor_id     text        not null,
    facts        text        not null,
    payload_hash text        not null,
    previous     text        not null,
    hash         text        not null,
    primary key (chain, position)
);

create table audit_payload (
    chain    text   not null,
    position bigint not null,
    salt     text   not null,
    content  text   not null,
    primary key (chain, position)
);

create function refuse_change_of_audit_entry() returns trigger language plpgsql as $$
begin
    raise exception 'audit entries are never changed or deleted';
end
$$;

create trigger audit_entry_is_append_only
    before update or delete or truncate on audit_entry
    for each statement execute function refuse_change_of_audit_entry();
