-- How far an import is, who stopped it, and why it ended early. A silent one has lost its node.
alter table loan_import
    add column touched_at   timestamptz,
    add column ended_at     timestamptz,
    add column read_bytes   bigint not null default 0,
    add column total_bytes  bigint not null default 0,
    add column problem      text,
    add column detail       text,
    add column cancelled_by text;
create index loan_import_latest on loan_import (started_at desc, id);
