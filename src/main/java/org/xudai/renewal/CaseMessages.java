package org.xudai.renewal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xudai.access.Invitations;
import org.xudai.access.StaffDirectory;
import org.xudai.access.StaffMember;
import org.xudai.audit.Actor;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.loanbook.Party;
import org.xudai.notices.NoticeKind;
import org.xudai.notices.NoticeRequest;
import org.xudai.notices.Notices;
import org.xudai.notices.Recipient;

/** What a case tells its people: each message is queued in the caller's transaction, with a link of its own. */
@Component
class CaseMessages {

    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.UK);

    private final CaseTable cases;
    private final CaseParties parties;
    private final Notices notices;
    private final Invitations invitations;
    private final StaffDirectory staff;
    private final BusinessCalendar calendar;
    private final RenewalSettings settings;
    private final MessageSource texts;

    CaseMessages(
            CaseTable cases,
            CaseParties parties,
            Notices notices,
            Invitations invitations,
            StaffDirectory staff,
            BusinessCalendar calendar,
            RenewalSettings settings,
            MessageSource texts) {
        this.cases = cases;
        this.parties = parties;
        this.notices = notices;
        this.invitations = invitations;
        this.staff = staff;
        this.calendar = calendar;
        this.settings = settings;
        this.texts = texts;
    }

    /** Details that a message names besides what every message knows of its case. */
    record Details(
            List<MaterialCode> materials,
            @Nullable String reason,
            @Nullable Terms terms) {
        static final Details NONE = new Details(List.of(), null, null);
    }

    /** Tells the contact (or the signer alone). */
    void tellBorrower(CaseNumber number, NoticeKind kind, String key, Details details) {
        parties.addressee(number).ifPresent(party -> tell(number, party, kind, key, details));
    }

    /** Tells one party, with a new link of his own where the case still has something for him. */
    void tell(CaseNumber number, Party party, NoticeKind kind, String key, Details details) {
        RenewalCase renewal = cases.get(number);
        String link = invitations
                .mint(number, party.id(), linkEnd(renewal), Actor.system("notices"))
                .link()
                .toString();
        notices.queue(new NoticeRequest(
                number,
                kind,
                new Recipient(
                        party.id().toString(),
                        party.name(),
                        party.mobile(),
                        party.email(),
                        party.language(),
                        party.sendingPausedUntil()),
                key + "/" + party.id(),
                values(renewal, party.language(), details),
                link,
                null));
    }

    /** Tells a member of staff by mail. */
    void tellStaff(CaseNumber number, StaffMember member, String key, String reasonCode) {
        RenewalCase renewal = cases.get(number);
        String reason = texts.getMessage("staff." + reasonCode, null, reasonCode, Locale.SIMPLIFIED_CHINESE);
        notices.queue(new NoticeRequest(
                number,
                NoticeKind.STAFF_TASK,
                new Recipient(null, member.name(), null, member.email(), Locale.SIMPLIFIED_CHINESE),
                key + "/" + member.id(),
                values(renewal, Locale.SIMPLIFIED_CHINESE, new Details(List.of(), reason, null)),
                null,
                null));
    }

    private java.time.Instant linkEnd(RenewalCase renewal) {
        LocalDate last = renewal.deadlines() == null
                ? renewal.maturesOn()
                : LocalDate.ofInstant(renewal.deadlines().hardStopAt(), calendar.zone());
        LocalDate from = last.isBefore(calendar.today()) ? calendar.today() : last;
        return calendar.at(from.plusDays(settings.linkDays()), settings.evening());
    }

    private Map<String, String> values(RenewalCase renewal, Locale language, Details details) {
        Map<String, String> values = new HashMap<>();
        values.put("caseNumber", renewal.number().value());
        values.put("firm", renewal.firm());
        values.put("bank", settings.bank());
        values.put("maturity", day(renewal.maturesOn(), language));
        values.put(
                "deadline",
                renewal.deadlines() == null
                        ? day(renewal.maturesOn(), language)
                        : day(LocalDate.ofInstant(renewal.deadlines().hardStopAt(), calendar.zone()), language));
        StaffMember lead = staff.find(renewal.lead()).orElseThrow();
        values.put("officer", lead.name());
        values.put("officerPhone", lead.phone());
        values.put(
                "materials",
                details.materials().stream()
                        .map(code -> texts.getMessage("material." + code.value(), null, code.value(), language))
                        .collect(Collectors.joining("en".equals(language.getLanguage()) ? ", " : "、")));
        values.put("reason", details.reason() == null ? "" : details.reason());
        Terms terms = details.terms();
        values.put(
                "amount",
                terms == null ? renewal.balance().grouped() : terms.amount().grouped());
        values.put("termMonths", terms == null ? "" : Integer.toString(terms.termMonths()));
        values.put("conditions", terms == null ? "" : terms.conditions());
        return values;
    }

    private static String day(LocalDate day, Locale language) {
        return ("en".equals(language.getLanguage()) ? ENGLISH : CHINESE).format(day);
    }
}
