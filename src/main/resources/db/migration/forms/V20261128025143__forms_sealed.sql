-- Answers in draft and the values of issued forms are sealed where they stand; a sealed jsonb is a string.
alter table form_answer add column sealed_under text;
create index form_answer_to_seal on form_answer (case_number) where sealed_under is null;
alter table issued_form add column sealed_under text;
create index issued_form_to_seal on issued_form (case_number) where sealed_under is null;
