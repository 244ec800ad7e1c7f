-- What the validation of certificate signatures found, kept with the document; it names signers and is sealed.
create table signature_report (
    document_id  uuid    not null,
    sequence     integer not null,
    case_number  text    not null,
    verdict      text    not null,
    report       text    not null,
    sealed_under text,
    primary key (document_id, sequence)
);
create index signature_report_by_case on signature_report (case_number);
create index signature_report_to_seal on signature_report (document_id) where sealed_under is null;
