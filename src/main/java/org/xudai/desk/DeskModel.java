package org.xudai.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;
import org.xudai.access.Act;
import org.xudai.access.Branch;
import org.xudai.access.Branches;
import org.xudai.access.CurrentStaff;
import org.xudai.access.StaffMember;
import org.xudai.web.WebSettings;

/** What every page of the desk shows: the bank, who is signed in, the languages, and how long the session lasts. */
@ControllerAdvice(basePackageClasses = DeskModel.class)
class DeskModel {

    private final CurrentStaff current;
    private final Branches branches;
    private final WebSettings settings;

    DeskModel(CurrentStaff current, Branches branches, WebSettings settings) {
        this.current = current;
        this.branches = branches;
        this.settings = settings;
    }

    /** Who is signed in, as the top bar shows him. */
    record Me(
            StaffMember member,
            String branch,
            boolean manager,
            boolean opening,
            boolean admin,
            boolean staffReader,
            boolean retentionReader,
            boolean logReader,
            boolean mailReader,
            boolean acting) {}

    /** The same page in another language. */
    record Language(String code, String address, boolean now) {}

    @ModelAttribute("bank")
    String bank() {
        return settings.bank();
    }

    @ModelAttribute("me")
    @Nullable
    Me me() {
        return current.find()
                .map(member -> new Me(
                        member,
                        branches.find(member.branch()).map(Branch::name).orElse(""),
                        Act.IMPORT_LOANS.allowedTo(member),
                        Act.OPEN_RENEWALS.allowedTo(member),
                        Act.KEEP_STAFF.allowedTo(member),
                        Act.READ_STAFF.allowedTo(member),
                        Act.READ_RETENTION.allowedTo(member),
                        Act.READ_ACCESS_LOG.allowedTo(member),
                        Act.READ_MAIL.allowedTo(member),
                        Act.HAND_IN_DOCUMENTS.allowedTo(member)))
                .orElse(null);
    }

    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        return request.getRequestURI();
    }

    /** None on a page that answers a form: changing the language there would lose what was typed. */
    @ModelAttribute("languages")
    List<Language> languages(HttpServletRequest request, Locale locale) {
        if (!request.getMethod().equals("GET")) {
            return List.of();
        }
        boolean english = locale.getLanguage().equals("en");
        return List.of(
                new Language("zh-CN", address(request, "zh-CN"), !english),
                new Language("en", address(request, "en"), english));
    }

    @ModelAttribute("sessionSeconds")
    @Nullable
    Integer sessionSeconds(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null || current.find().isEmpty() ? null : session.getMaxInactiveInterval();
    }

    private static String address(HttpServletRequest request, String language) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(request.getRequestURI());
        String query = request.getQueryString();
        if (query != null) {
            address.query(query);
        }
        return address.replaceQueryParam("lang", language).build(true).toUriString();
    }
}
