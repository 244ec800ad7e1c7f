package org.xudai.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.xudai.access.StaffDirectory;
import org.xudai.access.StaffMember;
import org.xudai.audit.Actor;
import org.xudai.audit.AuditEntry;
import org.xudai.audit.AuditTrail;
import org.xudai.kernel.Money;
import org.xudai.kernel.PartyId;
import org.xudai.kernel.StaffId;
import org.xudai.loanbook.Parties;
import org.xudai.loanbook.Party;
import org.xudai.renewal.RenewalCase;
import org.xudai.web.Words;

/**
 * What happened to a case, in words. The sentence of an act is {@code desk.happened.<act>}, its second line
 * {@code desk.detail.<act>}: parts between bars, each left out where it would have a gap.
 */
@Component
class CaseTimeline {

    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");

    /** Steps of the machine that nobody needs to read unless he looks for them. */
    private static final Set<String> MINOR = Set.of(
            "notices.queued",
            "access.link-minted",
            "access.code-sent",
            "access.code-wrong",
            "access.signing-code-sent",
            "access.signing-code-accepted",
            "access.signing-code-wrong",
            "access.signed-out",
            "renewal.state",
            "renewal.collecting",
            "renewal.level-set",
            "renewal.deadlines-planned",
            "evidence.sealed");

    private static final Set<String> KEY = Set.of(
            "renewal.opened",
            "renewal.submitted",
            "review.decided",
            "review.forbidden",
            "notices.failed",
            "signing.declined",
            "renewal.terms-answered",
            "renewal.withdrawal",
            "renewal.refused-by-core",
            "loanbook.entry-renewed");

    private final AuditTrail trail;
    private final StaffDirectory staff;
    private final Parties parties;
    private final MessageSource texts;
    private final Words words;

    CaseTimeline(AuditTrail trail, StaffDirectory staff, Parties parties, MessageSource texts, Words words) {
        this.trail = trail;
        this.staff = staff;
        this.parties = parties;
        this.texts = texts;
        this.words = words;
    }

    /**
     * One thing that happened.
     *
     * @param at when
     * @param what in a few words
     * @param detail second line, may be empty
     * @param key whether it turned the case
     * @param minor whether it is left out until everything is asked for
     */
    record Happening(Instant at, String what, String detail, boolean key, boolean minor) {}

    /** Everything, newest first. */
    List<Happening> of(RenewalCase renewal) {
        List<Happening> happenings = new ArrayList<>();
        for (AuditEntry entry : trail.entriesOf(renewal.number())) {
            Map<String, String> values = values(entry, renewal);
            String sentence = text("desk.happened." + entry.act(), "");
            String what = filled(sentence, values);
            happenings.add(new Happening(
                    entry.at(),
                    what.isEmpty() ? text("act." + entry.act(), entry.act()) : what,
                    Stream.of(text("desk.detail." + entry.act(), "").split("\\|", -1))
                            .map(part -> filled(part, values))
                            .filter(part -> !part.isBlank())
                            .collect(Collectors.joining(text("desk.comma", ", "))),
                    KEY.contains(entry.act()),
                    MINOR.contains(entry.act())));
        }
        Collections.reverse(happenings);
        return happenings;
    }

    /** The latest entry of an act, as it is kept. */
    Map<String, String> latest(RenewalCase renewal, String act) {
        Map<String, String> found = new HashMap<>();
        trail.entriesOf(renewal.number()).stream()
                .filter(entry -> entry.act().equals(act))
                .reduce((earlier, later) -> later)
                .ifPresent(entry -> {
                    found.putAll(entry.facts());
                    found.putAll(entry.personal());
                });
        return found;
    }

    private Map<String, String> values(AuditEntry entry, RenewalCase renewal) {
        Map<String, String> values = new HashMap<>(entry.facts());
        values.putAll(entry.personal());
        values.put("who", who(entry.actor(), renewal));
        change(values, "material", material -> text("material." + material, material));
        change(values, "form", form -> text("material." + form, form));
        change(values, "kind", kind -> text("task." + kind, text("desk.notice.kind." + kind, "")));
        change(values, "channel", channel -> text("desk.channel." + channel, channel));
        change(values, "outcome", outcome -> text("outcome." + outcome, outcome));
        change(values, "to", state -> text("state." + state, state));
        change(values, "state", state -> text("desk.document." + state, state));
        change(values, "rule", rule -> text("rule." + rule, rule));
        change(values, "party", this::party);
        change(values, "purpose", purpose -> text("desk.handed-over." + purpose, ""));
        change(values, "accepted", accepted -> text("desk.terms." + accepted, accepted));
        change(values, "shown", shown -> text("desk.shown." + shown, shown));
        change(values, "amount", amount -> Money.of(amount).grouped());
        change(values, "hardStop", moment -> words.moment(Instant.parse(moment)));
        change(values, "level", level -> level.equals("0") ? "" : level);
        change(values, "reasons", reasons -> listed(reasons, "reason."));
        change(values, "notes", notes -> listed(notes, "reason."));
        change(values, "materials", materials -> listed(materials.replaceAll(":\\w+", ""), "material."));
        values.put("findings", findings(values.getOrDefault("findings", "")));
        return values;
    }

    private String listed(String codes, String prefix) {
        return Stream.of(codes.split(",", -1))
                .filter(code -> !code.isBlank())
                .map(code -> text(prefix + code, code))
                .collect(Collectors.joining(text("desk.semicolon", "; ")));
    }

    /** Findings an officer has to look at; the machine's remark on itself is none. */
    private String findings(String codes) {
        long count = Stream.of(codes.split(",", -1))
                .filter(code -> !code.isBlank() && !code.equals("NOT_SCANNED"))
                .count();
        return count == 0 ? "" : Long.toString(count);
    }

    private static void change(Map<String, String> values, String field, UnaryOperator<String> change) {
        values.computeIfPresent(field, (key, value) -> value.isBlank() ? "" : change.apply(value));
    }

    /** Fills the gaps; nothing where one of them has no value. */
    private static String filled(String pattern, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        Matcher gap = GAP.matcher(pattern);
        while (gap.find()) {
            String value = values.getOrDefault(gap.group(1), "");
            if (value.isBlank()) {
                return "";
            }
            gap.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return gap.appendTail(filled).toString();
    }

    private String party(String id) {
        return parties.find(new PartyId(UUID.fromString(id))).map(Party::name).orElse("");
    }

    private String who(Actor actor, RenewalCase renewal) {
        return switch (actor.kind()) {
            case STAFF ->
                staff.find(new StaffId(actor.id())).map(StaffMember::name).orElse(actor.id());
            case PARTY ->
                parties.find(new PartyId(UUID.fromString(actor.id())))
                        .map(Party::name)
                        .orElse(renewal.firm());
            case SYSTEM -> "";
        };
    }

    private String text(String key, String otherwise) {
        Locale locale = LocaleContextHolder.getLocale();
        String text = texts.getMessage(key, null, otherwise, locale);
        return text == null ? otherwise : text;
    }
}
