-- The bank's signature under each seal. Beside the seal and not in it: a node of the release before seals and does not sign.
create table audit_signature (
    seal      bigint      primary key references audit_seal,
    key_id    text        not null references bank_seal_certificate,
    signature bytea       not null,
    at        timestamptz not null
);

create trigger audit_signature_is_append_only
    before update or delete or truncate on audit_signature
    for each statement execute function refuse_change_of_the_record();

-- what such a node sealed lately is looked for each minute
create index audit_seal_by_age on audit_seal (at);
