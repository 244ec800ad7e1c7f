-- Entries of one chain in one go: an import records each loan it takes, and what costs is the way to the database. Each entry
-- is written and the end of the chain moved on to it as one by one: the triggers look at every step.
create function append_to_chain(
    onto text, positions bigint[], at timestamptz, acts text[], actor_kinds text[], actor_ids text[], facts text[],
    payload_hashes text[], previous text[], hashes text[]) returns void language plpgsql as $$
begin
    for i in 1 .. coalesce(array_length(positions, 1), 0) loop
        insert into xudai.audit_entry values (onto, positions[i], at, acts[i], actor_kinds[i], actor_ids[i], facts[i],
            payload_hashes[i], previous[i], hashes[i]);
        update xudai.audit_chain set length = positions[i], head = hashes[i] where chain = onto;
    end loop;
end
$$;
