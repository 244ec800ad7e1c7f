-- how often somebody knocked at a public door since his window began; who it was, as a hash
create table knock (
    door     text        not null,
    who      text        not null,
    began_at timestamptz not null,
    knocks   integer     not null,
    primary key (door, who)
);
create index knock_by_beginning on knock (began_at);
