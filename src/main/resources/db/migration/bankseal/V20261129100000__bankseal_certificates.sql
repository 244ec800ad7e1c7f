-- Certificates by which the bank has signed, each kept once with its chain in PEM: signatures name it by the SHA-256 of its
-- DER form. No private key is ever stored.
create table bank_seal_certificate (
    key_id text        primary key check (key_id ~ '^[0-9a-f]{64}$'),
    certificates text  not null,
    since  timestamptz not null
);

create trigger bank_seal_certificate_is_append_only
    before update or delete or truncate on bank_seal_certificate
    for each statement execute function refuse_change_of_the_record();
