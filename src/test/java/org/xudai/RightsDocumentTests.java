package org.xudai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.xudai.access.Act;
import org.xudai.access.Role;
import org.xudai.access.Separation;
import org.xudai.renewal.PartyAct;

/** {@code docs/rights.md} says what the code enforces; it is written from the code. */
class RightsDocumentTests {

    private static final Path DOCUMENT = Path.of("docs/rights.md");
    private static final String WRITE = "xudai.write-docs";

    @Test
    void theTableOfRightsIsWhatTheCodeEnforces() throws IOException {
        String document = document();
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(DOCUMENT, document);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("docs/rights.md differs from the code: mvn test -Dtest=RightsDocumentTests -D" + WRITE + "=true")
                .isEqualTo(document);
    }

    @Test
    void everyRoleHasARightAndDecidingIsNobodysWhoAdministratesOrAudits() {
        assertThat(Role.values())
                .allSatisfy(role -> assertThat(Act.values()).as(role.name()).anyMatch(act -> act.roles()
                        .contains(role)));
        assertThat(Act.values())
                .filteredOn(act -> !act.conditions().isEmpty() || act.name().startsWith("DECIDE"))
                .hasSizeGreaterThan(5)
                .noneMatch(act ->
                        act.roles().contains(Role.PROCESS_ADMIN) || act.roles().contains(Role.AUDITOR));
    }

    private static String document() {
        return """
                # Who may do what

                Written from the code (`Act`, `Separation`, `PartyAct`) by `RightsDocumentTests`; not to be edited by hand.
                `RightsMatrixTests` tries every address of the product as every kind of caller against it.

                ## Staff
                ● has the right. A case or loan of a branch that is neither one's own nor covered by it does not exist
                for one (404). Staff marked for all branches reach every branch. A person with several roles has the
                rights of each, but separation of duties holds for the person.

                """ + staff() + """

                ### Conditions
                Asked on every door, in the transaction of the act, and once more before the whitelist entry is renewed.

                """ + conditions() + """

                ## What nobody may

                """ + nobody() + """
                - change his own roles, or hold a deciding role beside that of the process administrator;
                - decide for somebody else: a decision is written under the name of who signed in, and a task left in any
                  other way, also through Cockpit, is refused;
                - change or delete an entry of the audit chain, or received bytes.

                ## Parties
                A party comes in by his link and a one-time code, and reaches his one case. Everything else does not exist
                for him. A session of the portal opens no door of the staff, and a sign-in of staff none of the portal.

                | may | who |
                |---|---|
                """ + parties() + """

                ## Machine accounts
                A machine signs in as a member of staff of its own (HTTP Basic over TLS, or a bearer token of the bank's
                issuer) and has the rights of the roles it was given, no others. It gets no session. A call with both a
                session's cookie and other credentials is refused. A monitoring system that reads `/actuator/prometheus`
                needs the role PROCESS_ADMIN.

                ## Without sign-in
                The sign-in pages, changing one's own password with the old one, opening a link, asking for a code and
                answering it, the description of the interface (`/v3/api-docs`), liveness and readiness, style sheets and
                pictures of the pages. Nothing of these shows a case or a person.
                """;
    }

    private static String staff() {
        String head = Arrays.stream(Role.values()).map(Enum::name).collect(Collectors.joining(" | "));
        return "| may | where | " + head + " | condition |\n|---|---|" + ":-:|".repeat(Role.values().length) + "---|\n"
                + Arrays.stream(Act.values())
                        .filter(act -> act.reach() != Act.Reach.NOWHERE)
                        .map(RightsDocumentTests::row)
                        .collect(Collectors.joining());
    }

    private static String row(Act act) {
        return "| " + act.meaning() + " | " + act.reach().meaning() + " | "
                + Arrays.stream(Role.values())
                        .map(role -> act.roles().contains(role) ? "●" : " ")
                        .collect(Collectors.joining(" | "))
                + " | " + act.conditions().stream().map(Enum::name).collect(Collectors.joining(", ")) + " |\n";
    }

    private static String conditions() {
        return Arrays.stream(Separation.values())
                .map(condition -> "- " + condition + ": " + condition.meaning() + ".\n")
                .collect(Collectors.joining());
    }

    private static String nobody() {
        return Arrays.stream(Act.values())
                .filter(act -> act.reach() == Act.Reach.NOWHERE)
                .sorted(Comparator.comparing(Act::meaning))
                .map(act -> "- " + act.meaning() + ";\n")
                .collect(Collectors.joining());
    }

    private static String parties() {
        return Arrays.stream(PartyAct.values())
                .map(act -> "| " + act.meaning() + " | " + act.who().meaning() + " |\n")
                .collect(Collectors.joining());
    }
}
