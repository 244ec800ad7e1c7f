-- The tombstone of a document: its bytes are erased or about to be; hashes, sizes and times stay.
alter table document add column erased_at timestamptz;
