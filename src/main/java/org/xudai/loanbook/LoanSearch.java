package org.xudai.loanbook;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.kernel.Slice;
import org.xudai.vault.SearchHashes;

/**
 * What a searched text can be: a part of a name, the beginning or the end of a loan number, or a whole phone, its last four,
 * an ID number, a credit code.
 */
final class LoanSearch {

    private static final Pattern TAIL = Pattern.compile("[0-9]{4}");
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern EIGHTEEN = Pattern.compile("[0-9A-Z]{18}");

    private static final String CUSTOMERS = """
            select customer_number from borrower b
            where name_grams(b.name) @> name_grams(:plain) and lower(b.name) like :text
            union
            select customer_number from party p
            where name_grams(p.name) @> name_grams(:plain) and lower(p.name) like :text
            """;

    private static final String NUMBERS = """
            select number from loan where upper(number) like :start
            union
            select number from loan where reverse(upper(number)) like :end
            """;

    private static final String FIRMS_BY_CODE = """
             union select customer_number from borrower where credit_code_hash = any(:codes)
             union select customer_number from borrower where sealed_under is null and credit_code = :exact
            """;

    private static final String ALONG_NAMES = """
            lower(b.name) like :text or exists (
                select 1 from party p where p.customer_number = l.customer_number and lower(p.name) like :text)
            """;

    private static final String ALONG_NUMBERS = "upper(l.number) like :start or reverse(upper(l.number)) like :end";

    private static final String ONE_MORE_THAN_COUNTED = " limit " + (Slice.COUNTED + 1);

    private final JdbcClient jdbc;
    private final SearchHashes hashes;

    LoanSearch(JdbcClient jdbc, SearchHashes hashes) {
        this.jdbc = jdbc;
        this.hashes = hashes;
    }

    /**
     * What is asked of the loans.
     *
     * @param sql goes on after another condition
     * @param common whether the text names more borrowers than are counted
     */
    record Condition(String sql, boolean common) {}

    /**
     * The condition for a text. What it names is looked for first: a rare text then picks its few loans, a common one is
     * looked for along the list in its order, where the first page is soon full.
     */
    Condition condition(String text, Map<String, Object> parameters) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        String number = literal(plain.toUpperCase(Locale.ROOT));
        Map<String, Object> asked = new HashMap<>();
        asked.put("plain", plain);
        asked.put("text", "%" + literal(plain) + "%");
        asked.put("start", number + "%");
        asked.put("end", reversed(plain) + "%");
        List<String> named = listed(CUSTOMERS, asked);
        List<String> numbers = listed(NUMBERS, asked);
        List<String> people = byNumber(plain);
        boolean manyNamed = named.size() > Slice.COUNTED;
        boolean manyNumbers = numbers.size() > Slice.COUNTED;
        parameters.putAll(asked);
        parameters.put("named", manyNamed ? new String[0] : named.toArray(String[]::new));
        parameters.put("numbers", manyNumbers ? new String[0] : numbers.toArray(String[]::new));
        parameters.put("people", people.toArray(String[]::new));
        return new Condition(
                " and (l.customer_number = any(:people) or %s or %s)"
                        .formatted(
                                manyNamed ? ALONG_NAMES : "l.customer_number = any(:named)",
                                manyNumbers ? ALONG_NUMBERS : "l.number = any(:numbers)"),
                manyNamed || manyNumbers);
    }

    /** Digits also name a phone, its last four, an ID or a credit code; rows not sealed yet hold the plain value. */
    private List<String> byNumber(String plain) {
        String code = plain.toUpperCase(Locale.ROOT);
        Map<String, Object> asked = new HashMap<>();
        asked.put("exact", code);
        if (TAIL.matcher(plain).matches()) {
            return listed(party("mobile_tail_hash", PartySealing.TAIL, "right(mobile, 4)", code, asked), asked);
        }
        if (MOBILE.matcher(plain).matches()) {
            return listed(party("mobile_hash", PartySealing.MOBILE, "mobile", code, asked), asked);
        }
        if (EIGHTEEN.matcher(code).matches()) {
            asked.put("codes", candidates(BorrowerSealing.CREDIT_CODE, code));
            String people = party("resident_id_hash", PartySealing.RESIDENT_ID, "resident_id", code, asked);
            return listed(people + FIRMS_BY_CODE, asked);
        }
        return List.of();
    }

    private String party(String hash, String use, String plainColumn, String value, Map<String, Object> asked) {
        asked.put("hashes", candidates(use, value));
        return "select customer_number from party where " + hash + " = any(:hashes)"
                + " union select customer_number from party where sealed_under is null and " + plainColumn
                + " = :exact";
    }

    private List<String> listed(String sql, Map<String, Object> asked) {
        return jdbc.sql("select * from (" + sql + ") listed" + ONE_MORE_THAN_COUNTED)
                .params(asked)
                .query(String.class)
                .list();
    }

    private String[] candidates(String use, String value) {
        return hashes.candidates(use, value).toArray(String[]::new);
    }

    /** The text as it stands, whatever it means in a pattern. */
    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static String reversed(String plain) {
        return literal(
                new StringBuilder(plain.toUpperCase(Locale.ROOT)).reverse().toString());
    }
}
