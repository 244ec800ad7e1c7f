-- The span that queued a message, so that its sending can be linked to it; only of cases whose traces are kept.
alter table notice add column trace_parent text;
