-- Pages of issued forms that came back: which page of which version lies where in a received document.
create table received_page (
    document_id uuid        not null,
    position    integer     not null,
    page        integer     not null,
    file        integer     not null,
    case_number text        not null,
    form        text        not null,
    version     integer     not null,
    received_at timestamptz not null,
    good        boolean     not null,
    asks        boolean     not null,
    primary key (document_id, position, page)
);
create index received_page_by_form on received_page (case_number, form, version);
