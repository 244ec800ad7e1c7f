package org.xudai.loanbook;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.xudai.vault.SearchHashes;

/** What a searched text can be: a part of a name or loan number, or a whole phone, its last four, an ID number, a credit code. */
final class LoanSearch {

    private static final Pattern TAIL = Pattern.compile("[0-9]{4}");
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern EIGHTEEN = Pattern.compile("[0-9A-Z]{18}");

    private final SearchHashes hashes;

    LoanSearch(SearchHashes hashes) {
        this.hashes = hashes;
    }

    /** The condition that goes on after another one; rows that are not sealed yet are found by the plain value. */
    String condition(String text, Map<String, Object> parameters) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        String code = plain.toUpperCase(Locale.ROOT);
        parameters.put(
                "text", "%" + plain.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        if (TAIL.matcher(plain).matches()) {
            parameters.put("exact", plain);
            parameters.put("tails", candidates(PartySealing.TAIL, plain));
            return found("p.mobile_tail_hash = any(:tails) or p.sealed_under is null and right(p.mobile, 4) = :exact");
        }
        if (MOBILE.matcher(plain).matches()) {
            parameters.put("exact", plain);
            parameters.put("mobiles", candidates(PartySealing.MOBILE, plain));
            return found("p.mobile_hash = any(:mobiles) or p.sealed_under is null and p.mobile = :exact");
        }
        if (EIGHTEEN.matcher(code).matches()) {
            parameters.put("exact", code);
            parameters.put("ids", candidates(PartySealing.RESIDENT_ID, code));
            parameters.put("codes", candidates(BorrowerSealing.CREDIT_CODE, code));
            return found(
                    "p.resident_id_hash = any(:ids) or p.sealed_under is null and p.resident_id = :exact",
                    "b.credit_code_hash = any(:codes) or b.sealed_under is null and b.credit_code = :exact");
        }
        return found("false");
    }

    private static String found(String byParty) {
        return found(byParty, "false");
    }

    private static String found(String byParty, String byBorrower) {
        return """
                 and (lower(b.name) like :text or lower(l.number) like :text or %s or exists (
                        select 1 from party p where p.customer_number = l.customer_number
                        and (lower(p.name) like :text or %s)))
                """.formatted(byBorrower, byParty);
    }

    private String[] candidates(String use, String value) {
        return hashes.candidates(use, value).toArray(String[]::new);
    }
}
