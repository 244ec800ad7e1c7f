-- Since when nothing is owed on a loan any more, nor on the one that took its place: noted once a round, so that what was
-- settled before counts from now.
alter table loan add column settled_on date;
create index loan_settled on loan (settled_on, customer_number) where settled_on is not null;
create index loan_settled_to_note on loan (number)
    where settled_on is null and (contract = 'SETTLED' or (balance = 0 and contract <> 'SIGNED'));
