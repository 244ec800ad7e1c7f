-- What was recorded beside the book about a loan or a party is found when its borrower is forgotten.
create index audit_entry_about_loan on audit_entry ((facts::jsonb ->> 'loan')) where chain = 'book' and payload_hash <> '';
create index audit_entry_about_party on audit_entry ((facts::jsonb ->> 'party'))
    where chain = 'book' and payload_hash <> '';
