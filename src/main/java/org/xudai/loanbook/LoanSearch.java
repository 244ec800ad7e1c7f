package org.xudai.loanbook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    /** A text that so many names hold is soon met by looking at one after the other; any rarer one is asked of the index. */
    private static final double EVERYWHERE = 0.2;

    /** Half a per cent of the pages: some thousand names of a million. */
    private static final String SHARE = """
            select coalesce(avg((lower(name) like :text)::int), 0) from %s tablesample system (0.5)
            """;

    private static final String NAMES = "select customer_number from %s where lower(name) like :text";

    private static final String BY_INDEX = " and name_grams(name) @> cast(:grams as text[])";

    private static final String ONE_MORE_THAN_COUNTED = " limit " + (Slice.COUNTED + 1);

    private static final String NUMBERS =
            "(select number from loan where upper(number) like :start" + ONE_MORE_THAN_COUNTED
                    + ") union (select number from loan where reverse(upper(number)) like :end" + ONE_MORE_THAN_COUNTED
                    + ")";

    private static final String FIRMS_BY_CODE = """
             union select customer_number from borrower where credit_code_hash = any(:codes)
             union select customer_number from borrower where sealed_under is null and credit_code = :exact
            """;

    // not exists (…): that may be answered by looking at every party of the book once
    private static final String ALONG_NAMES = """
            lower(b.name) like :text or (
                select true from party p where p.customer_number = l.customer_number and lower(p.name) like :text limit 1)
            """;

    private static final String ALONG_NUMBERS = "upper(l.number) like :start or reverse(upper(l.number)) like :end";

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
        asked.put("grams", grams(plain));
        asked.put("text", "%" + literal(plain) + "%");
        asked.put("start", number + "%");
        asked.put("end", reversed(plain) + "%");
        List<String> firms = named("borrower", asked);
        List<String> persons = named("party", asked);
        Set<String> named = new HashSet<>(firms);
        named.addAll(persons);
        List<String> numbers = listed(NUMBERS, asked);
        List<String> people = byNumber(plain);
        boolean common = named.size() > Slice.COUNTED;
        boolean manyNamed = common || persons.size() > Slice.COUNTED; // one borrower may have many parties
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
                common || manyNumbers);
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

    /** Borrowers whose own name, or that of a party, holds the text; no more than are counted and one. */
    private List<String> named(String table, Map<String, Object> asked) {
        double share = jdbc.sql(SHARE.formatted(table))
                .params(asked)
                .query(Double.class)
                .single();
        String sql = NAMES.formatted(table) + (share > EVERYWHERE ? "" : BY_INDEX);
        return jdbc.sql(sql + ONE_MORE_THAN_COUNTED)
                .params(asked)
                .query(String.class)
                .list();
    }

    /** The pairs of characters that a name must have to hold the text; of one character, itself. */
    private static String[] grams(String plain) {
        int[] characters = plain.codePoints().toArray();
        if (characters.length == 1) {
            return new String[] {plain};
        }
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 1; i < characters.length; i++) {
            pairs.add(new String(characters, i - 1, 2));
        }
        return pairs.toArray(String[]::new);
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
