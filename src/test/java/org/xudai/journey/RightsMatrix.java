package org.xudai.journey;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xudai.access.Act;
import org.xudai.renewal.PartyAct;

/** Every address of the product with the right it asks for, and a body that gets past the check of who may. */
final class RightsMatrix {

    private static final Pattern LINE = Pattern.compile("(\\w+) (\\w+) (\\S+) (\\S+)(?: (.*))?");

    /**
     * A row: the door, the method, the address, the right (of staff: with the kind of thing whose branch counts), and what
     * is sent. Acts that end something stand last.
     */
    private static final String ROWS = """
            OPEN GET / -
            OPEN GET /error -
            OPEN GET /engine-rest/task -
            OPEN GET /v3/api-docs -
            OPEN GET /v3/api-docs.yaml -
            OPEN GET /actuator/health/liveness -
            OPEN GET /actuator/health/readiness -
            OPEN GET /assets/nothing.css -
            OPEN GET /i -
            OPEN GET /i/{token} -
            OPEN GET /i/code -
            OPEN GET /i/session -
            OPEN POST /i/code - form:
            OPEN POST /i/session - form:code=000000
            OPEN POST /api/v1/my/code - json:{"token": "4fJqzq0Xh2uQm1cWzY7p3A"}
            OPEN POST /api/v1/my/session - json:{"token": "4fJqzq0Xh2uQm1cWzY7p3A", "code": "000000"}
            OPEN GET /desk/sign-in -
            OPEN GET /desk/password -
            OPEN POST /desk/password - form:username=nobody&old=a&next=b&again=c
            STAFF GET /actuator/health READ_METRICS
            STAFF GET /actuator/info READ_METRICS
            STAFF GET /actuator/prometheus READ_METRICS
            STAFF GET /camunda/app/cockpit/ REPAIR_PROCESSES
            STAFF GET /camunda/api/engine/engine REPAIR_PROCESSES
            STAFF GET /camunda/app/tasklist/ WORK_IN_TASKLIST
            STAFF POST /camunda/api/admin/setup/default/user/create KEEP_ENGINE_PEOPLE json:{}
            STAFF POST /camunda/api/engine/engine/default/deployment/create DEPLOY_PROCESSES json:{}
            STAFF POST /camunda/api/admin/auth/user/default/login/cockpit SIGN_IN_AT_ENGINE form:username=admin&password=x
            STAFF GET /desk -
            STAFF GET /desk/worklist -
            STAFF GET /desk/go-on -
            STAFF POST /desk/stay - form:
            STAFF GET /desk/cases READ_CASES
            STAFF GET /desk/cases/{number} READ_CASES@CASE
            STAFF GET /desk/cases/{number}/forms/{code}/{version}/{page}.png READ_CASES@CASE
            STAFF POST /desk/cases/{number}/parties/{party}/show SHOW_PERSONAL@CASE form:what=MOBILE
            STAFF POST /desk/cases/{number}/parties/{party}/verify VERIFY_NUMBERS@CASE form:
            STAFF POST /desk/cases/{number}/parties/{party}/invitation INVITE_PARTIES@CASE form:how=qr
            STAFF GET /desk/cases/{number}/upload HAND_IN_DOCUMENTS@CASE
            STAFF POST /desk/cases/{number}/documents HAND_IN_DOCUMENTS@CASE file:channel=COUNTER&from=chen&material=id-card
            STAFF POST /desk/cases/{number}/originals/{material} NOTE_ORIGINALS@CASE form:box=B1
            STAFF GET /desk/cases/{number}/documents/{id}/signatures READ_CASES@CASE
            STAFF GET /desk/cases/{number}/reads READ_ACCESS_LOG@CASE
            STAFF GET /desk/retention READ_RETENTION
            STAFF GET /desk/cases/{number}/hold READ_RETENTION@CASE
            STAFF POST /desk/cases/{number}/hold PLACE_HOLDS@CASE form:reason=R
            STAFF POST /desk/cases/{number}/hold/lift LIFT_HOLDS@CASE form:reason=R
            STAFF GET /desk/loans READ_LOANS
            STAFF GET /desk/loans/{number} READ_LOANS@LOAN
            STAFF POST /desk/loans/{number}/open OPEN_RENEWALS@LOAN form:
            STAFF POST /desk/loans/{number}/contract NOTE_CONTRACTS@LOAN form:state=NOTHING
            STAFF GET /desk/import IMPORT_LOANS
            STAFF POST /desk/import IMPORT_LOANS file:kind=LOANS
            STAFF GET /desk/import/{id} READ_IMPORTS
            STAFF GET /desk/import/{id}/rejected.csv READ_IMPORTS
            STAFF POST /desk/import/{id}/cancel IMPORT_LOANS form:
            STAFF GET /desk/mailroom READ_MAIL
            STAFF POST /desk/mailroom/stacks SORT_MAIL file:
            STAFF GET /desk/mailroom/stacks/{id} READ_MAIL@STACK
            STAFF POST /desk/mailroom/stacks/{id}/stop SORT_MAIL@STACK form:
            STAFF GET /desk/mailroom/tray READ_MAIL
            STAFF GET /desk/mailroom/sheets/{sheet}.png READ_MAIL@SHEET
            STAFF POST /desk/mailroom/sheets/{sheet}/turn SORT_MAIL@SHEET form:way=LEFT
            STAFF GET /desk/mailroom/assign SORT_MAIL
            STAFF POST /desk/mailroom/assign SORT_MAIL form:material=id-card
            STAFF POST /desk/mailroom/discard SORT_MAIL form:reason=NO_MATERIAL
            STAFF GET /desk/tasks/{id} READ_TASKS@TASK
            STAFF GET /desk/tasks/{id}/check READ_TASKS@TASK
            STAFF GET /desk/tasks/{id}/complete READ_TASKS@TASK
            STAFF POST /desk/tasks/{id}/check REVIEW@TASK form:outcome=AGREE
            STAFF POST /desk/tasks/{id}/claim REVIEW@TASK form:
            STAFF POST /desk/tasks/{id}/release REVIEW@TASK form:
            STAFF GET /desk/staff READ_STAFF
            STAFF GET /desk/staff/new KEEP_STAFF
            STAFF POST /desk/staff/new KEEP_STAFF form:id=matrix.person&name=P&branch=35070201&phone=0599-5550104&roles=HOTLINE
            STAFF GET /desk/staff/{id} KEEP_STAFF
            STAFF POST /desk/staff/{id} KEEP_STAFF form:id=matrix.person&name=P&branch=35070201&phone=0599-5550104&roles=HOTLINE
            STAFF POST /desk/staff/{id}/password KEEP_STAFF form:
            STAFF GET /desk/branches READ_STAFF
            STAFF POST /desk/branches KEEP_BRANCHES form:code=35990009&name=B&phone=0599-5550104&address=A
            STAFF GET /api/v1/csrf -
            STAFF GET /api/v1/loans READ_LOANS
            STAFF GET /api/v1/loans/{loanNumber} READ_LOANS@LOAN
            STAFF POST /api/v1/loans/{loanNumber}/contract NOTE_CONTRACTS@LOAN json:{"state": "SIGNED", "number": "HT-1"}
            STAFF POST /api/v1/loans/import IMPORT_LOANS file:
            STAFF POST /api/v1/loans/parties/import IMPORT_LOANS file:
            STAFF GET /api/v1/loans/imports/{id} READ_IMPORTS
            STAFF GET /api/v1/loans/imports/{id}/rejected READ_IMPORTS
            STAFF POST /api/v1/loans/imports/{id}/cancel IMPORT_LOANS json:{}
            STAFF POST /api/v1/mailroom/stacks SORT_MAIL file:
            STAFF GET /api/v1/mailroom/stacks READ_MAIL
            STAFF GET /api/v1/mailroom/stacks/{id} READ_MAIL@STACK
            STAFF POST /api/v1/mailroom/stacks/{id}/stop SORT_MAIL@STACK json:{}
            STAFF GET /api/v1/mailroom/stacks/{id}/content READ_STACKS@STACK
            STAFF GET /api/v1/mailroom/tray READ_MAIL
            STAFF GET /api/v1/mailroom/sheets/{sheet}.png READ_MAIL@SHEET
            STAFF POST /api/v1/mailroom/assign SORT_MAIL json:{"sheets": []}
            STAFF POST /api/v1/mailroom/discard SORT_MAIL json:{"sheets": []}
            STAFF GET /api/v1/renewals READ_CASES
            STAFF POST /api/v1/renewals OPEN_RENEWALS@LOAN json:{"loanNumber": "LOAN"}
            STAFF GET /api/v1/renewals/{caseNumber} READ_CASES@CASE
            STAFF GET /api/v1/renewals/{caseNumber}/forms/{code} READ_CASES@CASE
            STAFF GET /api/v1/renewals/{caseNumber}/forms/{code}/layout READ_CASES@CASE
            STAFF GET /api/v1/renewals/{caseNumber}/reads READ_ACCESS_LOG@CASE
            STAFF GET /api/v1/retention READ_RETENTION
            STAFF GET /api/v1/renewals/{caseNumber}/hold READ_RETENTION@CASE
            STAFF GET /api/v1/renewals/{caseNumber}/erasure READ_RETENTION@CASE
            STAFF GET /api/v1/renewals/{caseNumber}/erasure/signed READ_RETENTION@CASE
            STAFF POST /api/v1/renewals/{caseNumber}/hold PLACE_HOLDS@CASE json:{"reason": "R"}
            STAFF POST /api/v1/renewals/{caseNumber}/hold/lift LIFT_HOLDS@CASE json:{"reason": "R"}
            STAFF GET /api/v1/renewals/{caseNumber}/evidence READ_CASES@CASE
            STAFF POST /api/v1/renewals/{caseNumber}/documents HAND_IN_DOCUMENTS@CASE file:material=id-card
            STAFF GET /api/v1/renewals/{caseNumber}/documents/{id} READ_CASES@CASE
            STAFF GET /api/v1/renewals/{caseNumber}/documents/{id}/content READ_CASES@CASE
            STAFF GET /api/v1/renewals/{caseNumber}/documents/{id}/pages/{page}.png READ_CASES@CASE
            STAFF GET /api/v1/notices?caseNumber={caseNumber} READ_CASES@CASE
            STAFF GET /api/v1/tasks -
            STAFF GET /api/v1/tasks/{id} READ_TASKS@TASK
            STAFF POST /api/v1/tasks/{id}/claim REVIEW@TASK json:{}
            STAFF POST /api/v1/tasks/{id}/release REVIEW@TASK json:{}
            STAFF GET /api/v1/staff READ_STAFF
            STAFF PUT /api/v1/staff/{id} KEEP_STAFF json:{"name": "P", "roles": ["HOTLINE"], "branch": "35070201", "phone": "0599-5550104"}
            STAFF GET /api/v1/branches LIST_BRANCHES
            STAFF PUT /api/v1/branches/{code} KEEP_BRANCHES json:{"name": "B", "phone": "0599-5550104", "address": "A"}
            PARTY GET /api/v1/my/case READ_CASE
            PARTY GET /api/v1/my/forms/{code} FILL_FORMS
            PARTY GET /api/v1/my/forms/{code}/layout FILL_FORMS
            PARTY GET /api/v1/my/forms/{code}/answers FILL_FORMS
            PARTY PUT /api/v1/my/forms/{code}/answers FILL_FORMS json:{"answers": {}}
            PARTY POST /api/v1/my/forms/{code}/freeze FILL_FORMS json:{}
            PARTY GET /api/v1/my/forms/{code}/sign FILL_FORMS
            PARTY POST /api/v1/my/forms/{code}/sign/code SIGN json:{}
            PARTY POST /api/v1/my/forms/{code}/sign SIGN json:{"mode": "TYPED", "name": "x", "consent": true, "code": "000000"}
            PARTY POST /api/v1/my/forms/{code}/sign/decline SIGN json:{"reason": ""}
            PARTY POST /api/v1/my/documents HAND_IN file:material=application
            PARTY POST /api/v1/my/guidance ASK_FOR_GUIDANCE json:{}
            PARTY POST /api/v1/my/terms ANSWER_TERMS json:{"accept": true}
            PARTY GET /my READ_CASE
            PARTY GET /my/** READ_CASE
            PARTY GET /my/other READ_CASE
            PARTY POST /my/stay READ_CASE form:
            PARTY GET /my/receipt.zip READ_CASE
            PARTY GET /my/guidance ASK_FOR_GUIDANCE
            PARTY POST /my/guidance ASK_FOR_GUIDANCE form:topic=x
            PARTY GET /my/materials/{code} HAND_IN
            PARTY POST /my/materials/{code}/upload HAND_IN file:
            PARTY GET /my/materials/{code}/sign HAND_IN
            PARTY POST /my/materials/{code}/sign/code SIGN form:
            PARTY POST /my/materials/{code}/sign SIGN form:mode=TYPED&name=x
            PARTY POST /my/materials/{code}/sign/decline SIGN form:reason=
            PARTY POST /my/materials/{code}/hand-over HAND_IN form:
            PARTY GET /my/materials/{code}/hand-over HAND_IN
            PARTY POST /my/materials/{code}/hand-over/enter HAND_IN form:code=000000
            PARTY GET /my/documents/{id}.pdf HAND_IN
            PARTY GET /my/documents/{id}/pages/{page:\\d{1,3}}.jpg HAND_IN
            PARTY GET /my/documents/{id}/pages/{page:\\d{1,3}}-large.jpg HAND_IN
            PARTY GET /my/forms/{code} FILL_FORMS
            PARTY GET /my/forms/{code}.pdf FILL_FORMS
            PARTY GET /my/forms/{code}/{version:\\d{1,4}}/pages/{page:\\d{1,3}}.png FILL_FORMS
            PARTY GET /my/forms/{code}/{step:\\d} FILL_FORMS
            PARTY POST /my/forms/{code}/{step:\\d} FILL_FORMS form:
            PARTY POST /my/forms/{code}/save FILL_FORMS form:
            PARTY GET /my/forms/{code}/check FILL_FORMS
            PARTY GET /my/forms/{code}/freeze FILL_FORMS
            PARTY POST /my/forms/{code}/freeze FILL_FORMS form:
            PARTY GET /my/terms READ_CASE
            PARTY POST /my/terms ANSWER_TERMS form:accept=true
            PARTY GET /my/submit SUBMIT
            PARTY POST /my/submit SUBMIT form:
            PARTY POST /api/v1/my/submit SUBMIT json:{}
            PARTY GET /my/withdraw WITHDRAW
            STAFF POST /api/v1/tasks/{id}/complete REVIEW@TASK json:{"outcome": "NOTHING"}
            STAFF POST /desk/tasks/{id}/complete REVIEW@TASK form:outcome=AGREE
            STAFF POST /api/v1/renewals/{caseNumber}/submit SUBMIT_CASES@CASE json:{}
            STAFF POST /api/v1/renewals/{caseNumber}/terms NOTE_TERMS@CASE json:{"accept": false}
            STAFF GET /desk/cases/{number}/acts/{act} WITHDRAW_CASES@CASE
            STAFF POST /desk/cases/{number}/acts/{act} WITHDRAW_CASES@CASE form:reason=
            STAFF POST /api/v1/renewals/{caseNumber}/withdraw WITHDRAW_CASES@CASE json:{}
            STAFF POST /api/v1/renewals/{caseNumber}/settled NOTE_SETTLED@CASE json:{}
            PARTY POST /my/withdraw WITHDRAW form:
            PARTY POST /api/v1/my/withdraw WITHDRAW json:{}
            PARTY POST /my/sign-out READ_CASE form:
            """;

    private RightsMatrix() {}

    /** Whose door it is. */
    enum Door {
        OPEN,
        STAFF,
        PARTY
    }

    /**
     * An address.
     *
     * @param act the right of staff, null where every member of staff comes in
     * @param partyAct the right of parties, at their door
     * @param thing {@code CASE}, {@code LOAN}, {@code TASK}, {@code STACK} or {@code SHEET} where its branch counts, else empty
     * @param body {@code form:}, {@code json:} or {@code file:} with what is sent
     */
    record Row(
            Door door,
            String method,
            String pattern,
            @Nullable Act act,
            @Nullable PartyAct partyAct,
            String thing,
            String body) {

        /** Method and address as the product's own mapping names them. */
        String mapping() {
            return method + " " + pattern.replaceFirst("\\?.*", "");
        }

        boolean api() {
            return pattern.startsWith("/api/") || pattern.startsWith("/camunda/api/") || pattern.endsWith("prometheus");
        }

        /** The address with these in place of its variables. */
        String path(Map<String, String> things) {
            String path = pattern.replace("/**", "/nowhere").replaceAll(":\\\\d(\\{[\\d,]+})?", "");
            String[] parts = pattern.split("/", -1);
            int place = pattern.startsWith("/api/v1") ? 3 : 2;
            String kind = parts.length > place ? parts[place] : "";
            for (String name : List.of("id", "code", "number")) {
                String own = things.get(kind + "." + name + (pattern.contains("/documents/") ? ".document" : ""));
                path = own == null ? path : path.replace("{" + name + "}", own);
            }
            for (Map.Entry<String, String> thing : things.entrySet()) {
                path = path.replace("{" + thing.getKey() + "}", thing.getValue());
            }
            return path;
        }
    }

    static List<Row> rows() {
        return ROWS.lines().map(RightsMatrix::row).toList();
    }

    private static Row row(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException(line);
        }
        Door door = Door.valueOf(parts.group(1));
        String[] right = (parts.group(4) + "@").split("@", -1);
        boolean free = right[0].equals("-");
        return new Row(
                door,
                parts.group(2),
                parts.group(3),
                door != Door.STAFF || free ? null : Act.valueOf(right[0]),
                door != Door.PARTY ? null : PartyAct.valueOf(right[0]),
                right[1],
                parts.group(5) == null ? "" : parts.group(5));
    }
}
