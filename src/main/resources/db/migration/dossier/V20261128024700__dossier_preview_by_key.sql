-- The sweeper and the comparison ask for previews by the key of their object.
create index document_preview_by_key on document_preview (object_key);
