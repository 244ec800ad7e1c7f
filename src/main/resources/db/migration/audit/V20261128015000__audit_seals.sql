-- Every minute the new entries of all chains come under one Merkle root, and each seal names the one before it.
create table audit_seal (
    number   bigint      primary key,
    at       timestamptz not null,
    leaves   integer     not null check (leaves > 0),
    root     text        not null,
    previous text        not null,
    hash     text        not null
);

-- Which entry stands under which seal, and where. The hash is kept here too, so that a seal can be checked, and an entry
-- that is gone can be named, without the entry.
create table audit_leaf (
    chain    text    not null,
    position bigint  not null,
    seal     bigint  not null references audit_seal,
    leaf     integer not null,
    hash     text    not null,
    primary key (chain, position),
    unique (seal, leaf)
);

-- Entries that wait for their seal. Filled by the database itself, so that a node of an older release fills it too; a
-- transaction that commits late brings its rows late, and none is passed over.
create table audit_unsealed (
    chain    text        not null,
    position bigint      not null,
    at       timestamptz not null,
    primary key (chain, position)
);

create index audit_unsealed_by_age on audit_unsealed (at);

create function audit_entry_waits_for_its_seal() returns trigger language plpgsql as $$
begin
    insert into xudai.audit_unsealed values (new.chain, new.position, new.at);
    return null;
end
$$;

create trigger audit_entry_waits_for_its_seal
    after insert on audit_entry
    for each row execute function audit_entry_waits_for_its_seal();

insert into audit_unsealed select chain, position, at from audit_entry;
