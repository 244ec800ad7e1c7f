-- What a search asks for has an index: names by the characters and pairs of characters in them (Chinese names are two or
-- three characters long, so that trigrams would not help), loan numbers by their beginning and their end, and the order in
-- which a page is shown.
create function name_grams(name text) returns text[] language sql immutable strict parallel safe as $$
    select coalesce(array_agg(distinct gram), '{}') from (
        select substr(lower(name), place, 1) from generate_series(1, length(name)) place
        union all
        select substr(lower(name), place, 2) from generate_series(1, length(name) - 1) place) grams (gram)
$$;
create index borrower_by_name on borrower using gin (name_grams(name));
create index party_by_name on party using gin (name_grams(name));
create index loan_by_number_start on loan (upper(number) text_pattern_ops);
create index loan_by_number_end on loan (reverse(upper(number)) text_pattern_ops);
create index loan_in_order on loan (matures_on, number);
