-- Sealed columns stay where they were; beside them stand the hashes they are found by. Rows of before are sealed by the rounds
-- of the vault: null in sealed_under means not yet.
alter table borrower add column credit_code_hash text, add column sealed_under text;
create index borrower_by_credit_code on borrower (credit_code_hash);
create index borrower_to_seal on borrower (customer_number) where sealed_under is null;

alter table loan add column sealed_under text;
create index loan_to_seal on loan (number) where sealed_under is null;

alter table party
    add column resident_id_hash text,
    add column mobile_hash      text,
    add column mobile_tail_hash text,
    add column sealed_under     text;
create index party_by_resident_id on party (resident_id_hash);
create index party_by_mobile on party (mobile_hash);
create index party_by_mobile_tail on party (mobile_tail_hash);
create index party_to_seal on party (id) where sealed_under is null;
