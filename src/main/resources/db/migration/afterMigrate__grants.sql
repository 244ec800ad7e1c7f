-- Where the nodes sign in as xudai_node and not as the owner of the tables: what they may do. Nobody who is not the owner
-- can switch a trigger off, and the record and its log can only grow.
do $$
begin
    if exists (select 1 from pg_roles where rolname = 'xudai_node') then
        -- two nodes that start together grant one after the other
        perform pg_advisory_xact_lock(hashtextextended('xudai.grants', 0));
        grant usage on schema xudai, camunda to xudai_node;
        grant select, insert, update, delete on all tables in schema xudai, camunda to xudai_node;
        grant usage, select, update on all sequences in schema xudai, camunda to xudai_node;
        revoke update, delete on xudai.audit_entry, xudai.audit_seal, xudai.audit_leaf, xudai.access_log from xudai_node;
        revoke delete on xudai.audit_chain from xudai_node;
        revoke update on xudai.audit_payload, xudai.audit_unsealed from xudai_node;
        revoke insert, update, delete on xudai.flyway_schema_history from xudai_node;
    end if;
end
$$;
