-- The wrapped data key of each case and borrower; a destroyed one keeps its row, so that it is never made anew.
create table data_key (
    owner        text primary key,
    key_id       text,
    wrapped      bytea,
    made_at      timestamptz not null,
    destroyed_at timestamptz,
    check ((wrapped is null) = (destroyed_at is not null) and (wrapped is null) = (key_id is null))
);

-- Which keys this database has seen, with a proof that only the same key can repeat.
create table vault_key (
    kind        text        not null,
    id          text        not null,
    proof       bytea       not null,
    known_since timestamptz not null,
    primary key (kind, id)
);
