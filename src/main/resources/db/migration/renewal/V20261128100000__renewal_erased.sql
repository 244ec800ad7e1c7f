-- The tombstone of a case: when what was known of it was erased, and when its drafts were.
alter table renewal_case add column erased_at timestamptz, add column drafts_erased_at timestamptz;
create index renewal_case_ended on renewal_case (ended_at, number) where ended_at is not null and erased_at is null;
create index renewal_case_of_customer on renewal_case (customer_number) where erased_at is null;
create index renewal_case_loan_by_loan on renewal_case_loan (loan_number);
