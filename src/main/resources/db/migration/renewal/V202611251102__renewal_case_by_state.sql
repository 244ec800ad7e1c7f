-- Counting the cases of a state, for the metrics and the desk's chips.
create index renewal_case_by_state on renewal_case (state);
