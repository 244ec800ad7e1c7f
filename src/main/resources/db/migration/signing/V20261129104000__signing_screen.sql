-- Signatures made on the screen, in the order of the signers, and who declined. The address and the device of a signature
-- lie beside the record, where they can be forgotten.
create table screen_signature (
    case_number text        not null,
    material    text        not null,
    version     integer     not null,
    position    integer     not null,
    party_id    uuid        not null,
    mode        text        not null,
    document_id uuid        not null,
    consent     integer     not null,
    code_id     bigint      not null,
    hash_before text        not null,
    hash_after  text        not null,
    signed_at   timestamptz not null,
    primary key (case_number, material, version, position),
    unique (case_number, material, version, party_id)
);

create table signing_declined (
    case_number  text        not null,
    material     text        not null,
    version      integer     not null,
    party_id     uuid        not null,
    reason       text        not null,
    declined_at  timestamptz not null,
    sealed_under text,
    primary key (case_number, material, version, party_id)
);
create index signing_declined_to_seal on signing_declined (case_number) where sealed_under is null;
