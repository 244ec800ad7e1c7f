-- Where the nodes sign in as xudai_node and not as the owner of the tables: what they may do. Nobody who is not the owner
-- can switch a trigger off, and the record and its log can only grow.
do $$
declare
    restricted text;
begin
    if exists (select 1 from pg_roles where rolname = 'xudai_node') then
        -- two nodes that start together grant one after the other
        perform pg_advisory_xact_lock(hashtextextended('xudai.grants', 0));
        grant usage on schema xudai, camunda to xudai_node;
        grant select, insert, update, delete on all tables in schema xudai, camunda to xudai_node;
        grant usage, select, update on all sequences in schema xudai, camunda to xudai_node;
        -- also where only the first migrations have run: what is not there yet is granted when it comes
        foreach restricted in array array[
            'update, delete on audit_entry', 'update, delete on audit_seal', 'update, delete on audit_leaf',
            'update, delete on audit_signature', 'update, delete on bank_seal_certificate',
            'update, delete on access_log', 'delete on audit_chain', 'update on audit_payload', 'update on audit_unsealed',
            'delete on erasure', 'delete on legal_hold',
            'insert, update, delete on flyway_schema_history']
        loop
            if to_regclass('xudai.' || split_part(restricted, ' on ', 2)) is not null then
                execute 'revoke ' || replace(restricted, ' on ', ' on xudai.') || ' from xudai_node';
            end if;
        end loop;
    end if;
end
$$;
