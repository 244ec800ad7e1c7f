-- The record grows at its end and nowhere else, whoever asks, the owner of the tables included. The one way past this is
-- the superuser's session_replication_role; what he changes there, the check of the seals names (docs/adr/0011).
create function refuse_change_of_the_record() returns trigger language plpgsql as $$
begin
    raise exception '% on % is refused: the record is append-only', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_seal_is_append_only
    before update or delete or truncate on audit_seal
    for each statement execute function refuse_change_of_the_record();

create trigger audit_leaf_is_append_only
    before update or delete or truncate on audit_leaf
    for each statement execute function refuse_change_of_the_record();

create trigger audit_chain_is_never_cut
    before delete or truncate on audit_chain
    for each statement execute function refuse_change_of_the_record();

-- a payload is erased or left as it is
create trigger audit_payload_is_never_changed
    before update or truncate on audit_payload
    for each statement execute function refuse_change_of_the_record();

create trigger audit_unsealed_is_never_changed
    before update or truncate on audit_unsealed
    for each statement execute function refuse_change_of_the_record();

-- the end of a chain moves on by one entry, to an entry that is there
create function audit_chain_moves_on() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.length = 0 then
            return new;
        end if;
    elsif new.chain = old.chain and new.length = old.length + 1 and exists (
            select 1 from xudai.audit_entry e
            where e.chain = new.chain and e.position = new.length and e.hash = new.head and e.previous = old.head) then
        return new;
    end if;
    raise exception '% on % is refused: a chain moves on by one entry', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_chain_moves_on
    before insert or update on audit_chain
    for each row execute function audit_chain_moves_on();

-- an entry waits until it is sealed
create function audit_unsealed_until_sealed() returns trigger language plpgsql as $$
begin
    if exists (select 1 from xudai.audit_leaf l where l.chain = old.chain and l.position = old.position) then
        return old;
    end if;
    raise exception '% on % is refused: the entry is not sealed', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_unsealed_until_sealed
    before delete on audit_unsealed
    for each row execute function audit_unsealed_until_sealed();
