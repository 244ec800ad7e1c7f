package org.xudai.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.xudai.access.CurrentParty;
import org.xudai.access.PartySession;
import org.xudai.access.PartySessions;
import org.xudai.access.StaffDirectory;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;
import org.xudai.web.WebSettings;

/** What every page of the portal shows: the bank, and once he is in, his officer and the number of his case. */
@ControllerAdvice(basePackageClasses = PortalModel.class)
class PortalModel {

    /** Pages with the switches of text size and language on top; all others lead there from below. */
    private static final Set<String> ENTRANCES = Set.of("/my", "/i", "/i/code", "/i/session");

    private final CurrentParty current;
    private final PartySessions sessions;
    private final Renewals renewals;
    private final StaffDirectory staff;
    private final BusinessCalendar calendar;
    private final WebSettings settings;

    PortalModel(
            CurrentParty current,
            PartySessions sessions,
            Renewals renewals,
            StaffDirectory staff,
            BusinessCalendar calendar,
            WebSettings settings) {
        this.current = current;
        this.sessions = sessions;
        this.renewals = renewals;
        this.staff = staff;
        this.calendar = calendar;
        this.settings = settings;
    }

    /** The officer as a borrower sees him. */
    record Officer(String name, String phone) {

        private static final String WORD_JOINER = "\u2060";

        /** The number as a phone dials it. */
        public String dial() {
            return "tel:" + phone.replaceAll("[^0-9+]", "");
        }

        /** The number within a sentence, where a line must not break it. */
        public String unbroken() {
            return phone.replace("-", WORD_JOINER + "-" + WORD_JOINER);
        }
    }

    @ModelAttribute("bank")
    String bank() {
        return settings.bank();
    }

    @ModelAttribute("officer")
    @Nullable
    Officer officer() {
        return renewal()
                .flatMap(renewal -> staff.find(renewal.lead()))
                .map(lead -> new Officer(lead.name(), lead.phone()))
                .orElse(null);
    }

    @ModelAttribute("caseNumber")
    @Nullable
    String caseNumber() {
        return current.find().map(session -> session.caseNumber().value()).orElse(null);
    }

    @ModelAttribute("sessionSeconds")
    @Nullable
    Long sessionSeconds() {
        return current.find().isEmpty()
                ? null
                : Duration.between(calendar.now(), sessions.endsAt()).toSeconds();
    }

    @ModelAttribute("switches")
    boolean switches(HttpServletRequest request) {
        return ENTRANCES.contains(request.getRequestURI());
    }

    private Optional<RenewalCase> renewal() {
        return current.find().map(PartySession::caseNumber).flatMap(renewals::find);
    }
}
