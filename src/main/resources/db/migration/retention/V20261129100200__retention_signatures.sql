-- The bank's signature over a certificate of erasure. None under certificates of a release before.
alter table erasure add column signature bytea;
alter table erasure add column signed_under text references bank_seal_certificate;
