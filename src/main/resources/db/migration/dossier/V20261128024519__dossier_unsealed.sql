-- Objects that are not sealed yet; the key of a sealed one ends with its mark.
create index document_file_unsealed on document_file (object_key) where object_key not like '%.xv1';
create index document_preview_unsealed on document_preview (object_key) where object_key not like '%.xv1';
