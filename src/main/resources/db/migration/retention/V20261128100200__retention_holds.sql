-- Legal holds on cases, standing and lifted. The reasons are sealed with the key of the case.
create table legal_hold (
    id           uuid primary key,
    case_number  text        not null,
    reason       text        not null,
    placed_by    text        not null,
    placed_at    timestamptz not null,
    lifted_by    text,
    lifted_at    timestamptz,
    sealed_under text
);
create unique index legal_hold_standing on legal_hold (case_number) where lifted_at is null;
create index legal_hold_by_case on legal_hold (case_number);
create index legal_hold_to_seal on legal_hold (id) where sealed_under is null;
