-- A place for one upload: there before the camera opens, used up by the one document that came through it.
create table portal_upload_slot (
    slot        uuid primary key,
    case_number varchar(20) not null,
    material    varchar(40) not null,
    party_id    uuid        not null,
    opened_at   timestamptz not null,
    document_id uuid
);
create unique index portal_upload_slot_open on portal_upload_slot (case_number, material, party_id)
    where document_id is null;
