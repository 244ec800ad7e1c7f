-- A page of a stack of scans is read before it belongs to a case.
alter table access_log alter column case_number drop not null;
