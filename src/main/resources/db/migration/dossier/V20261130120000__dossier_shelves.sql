-- Bytes that belong to no case, or to none yet; a row has its bytes.
create table shelf_object (
    object_key text primary key,
    shelf      uuid   not null,
    size       bigint not null,
    sha256     text   not null
);
create index shelf_object_by_shelf on shelf_object (shelf);
