package org.xudai.mailroom;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.xudai.access.Act;
import org.xudai.access.Branches;
import org.xudai.access.Rights;
import org.xudai.access.StaffMember;

/** Which stacks and pages somebody reaches: those of his branches, where his role has the right. Others do not exist for him. */
@Component
public class MailReach {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Mailroom mailroom;
    private final Branches branches;
    private final Rights rights;

    MailReach(Mailroom mailroom, Branches branches, Rights rights) {
        this.mailroom = mailroom;
        this.branches = branches;
        this.rights = rights;
    }

    /** The report of a stack, by its id as somebody wrote it. */
    public Optional<StackReport> stack(String id, StaffMember member, Act act) {
        return id(id).flatMap(known -> mailroom.report(known, branches.scopeOf(member)))
                .filter(report -> rights.may(member, act, report.branch()));
    }

    /** A page that waits or was put aside as blank, by its id as somebody wrote it. */
    public Optional<TraySheet> sheet(String id, StaffMember member, Act act) {
        return id(id).flatMap(mailroom::waiting).filter(sheet -> rights.may(member, act, sheet.branch()));
    }

    private static Optional<UUID> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
