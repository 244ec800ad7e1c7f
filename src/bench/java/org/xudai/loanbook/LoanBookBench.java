package org.xudai.loanbook;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.access.BranchScope;
import org.xudai.bench.Figures;
import org.xudai.bench.Load;
import org.xudai.kernel.BranchCode;
import org.xudai.testing.EmbeddedDatabase;
import org.xudai.vault.SearchHashes;
import org.xudai.vault.TestKeys;

/**
 * Searches in the loan book of a large bank: every text an officer types, over all branches and within one of 200.
 * {@code -Dbench.loans} (1,000,000), {@code -Dbench.searches} of a kind (40). The rows are made by a few statements, the
 * indexes after them.
 */
@Tag("bench")
class LoanBookBench {

    private static final int LOANS = Load.size("loans", 1_000_000);
    private static final int SEARCHES = Load.size("searches", 40);
    private static final int WARM = 3;
    private static final String PLACES = "福州厦门南平武夷建阳延平顺昌浦城光泽松政和邵邻泉漳龙岩宁德莆田三明永安";
    private static final String WORDS = "茶岩青竹春秋云溪山海金玉恒瑞丰盛德信和安康兴隆福泰顺达通源利祥鑫宏博雅正直";
    private static final String SURNAMES = "陈林黄张李王吴刘蔡杨许郑谢郭洪邱曾周叶苏";

    private final DataSource database = EmbeddedDatabase.freshMigrated();
    private final SearchHashes hashes = TestKeys.hashes();
    private final Random chance = new Random(1);

    @Test
    void aMillionLoansAreSearched() throws Exception {
        long start = System.nanoTime();
        fill();
        Figures figures = new Figures("search").note("loans", LOANS).note("fillSeconds", Load.since(start));
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(database);
            pool.setMaximumPoolSize(2);
            JdbcClient jdbc = JdbcClient.create(pool);
            LoanTable loans = new LoanTable(
                    jdbc,
                    new LoanBookSettings(Set.of("网贷通"), Period.ofMonths(12)),
                    event -> {},
                    TestKeys.vault(pool),
                    hashes);
            texts(jdbc).forEach((kind, asked) -> {
                figures.note(kind + "P95Ms", p95(loans, asked, everywhere()))
                        .note(kind + "OfBranchP95Ms", p95(loans, asked, branch()));
                Figures.progress(kind + " was searched");
            });
        }
        figures.write();
    }

    private Map<String, List<String>> texts(JdbcClient jdbc) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        List<String> firms = sample(jdbc, "select name from borrower where customer_number = 'M' || ?");
        List<String> numbers = sample(jdbc, "select number from loan where customer_number = 'M' || ?");
        texts.put("firm", firms);
        texts.put("partOfFirm", firms.stream().map(name -> name.substring(2, 6)).toList());
        texts.put("person", sample(jdbc, "select name from party where customer_number = 'M' || ?"));
        texts.put("loan", numbers);
        texts.put("endOfLoan", numbers.stream().map(number -> number.substring(4)).toList());
        texts.put("lastFourOfPhone", tails());
        texts.put("commonWord", List.of("茶业", "有限公司", "山", "陈", "福州", "JJ"));
        texts.put("nothing", List.of(""));
        return texts;
    }

    private static double p95(LoanTable loans, List<String> texts, BranchScope scope) {
        double[] took = new double[SEARCHES];
        for (int i = -WARM; i < took.length; i++) {
            LoanQuery query =
                    new LoanQuery(scope, null, null, texts.get(Math.floorMod(i, texts.size())), 0, 50);
            long start = System.nanoTime();
            loans.search(query);
            double milliseconds = Load.since(start) * 1000;
            if (i >= 0) {
                took[i] = milliseconds;
            }
            if (Boolean.getBoolean("bench.tell")) {
                Figures.progress("%s in %s: %.1f ms".formatted(query.text(), scope.all(), milliseconds));
            }
        }
        Arrays.sort(took);
        return took[(int) Math.ceil(took.length * 0.95) - 1];
    }

    private List<String> sample(JdbcClient jdbc, String sql) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < SEARCHES; i++) {
            texts.add(jdbc.sql(sql + " limit 1")
                    .param(Integer.toString(1 + chance.nextInt(LOANS)))
                    .query(String.class)
                    .single());
        }
        return texts;
    }

    private List<String> tails() {
        List<String> tails = new ArrayList<>();
        for (int i = 0; i < SEARCHES; i++) {
            tails.add("%04d".formatted(chance.nextInt(10_000)));
        }
        return tails;
    }

    private static BranchScope everywhere() {
        return new BranchScope(true, Set.of());
    }

    private static BranchScope branch() {
        return new BranchScope(false, Set.of(new BranchCode("B017")));
    }

    private void fill() throws Exception {
        JdbcClient jdbc = JdbcClient.create(database);
        List<String> tails = new ArrayList<>();
        for (int tail = 0; tail < 10_000; tail++) {
            tails.add(hashes.hash(PartySealing.TAIL, "%04d".formatted(tail)));
        }
        jdbc.sql("create table tail_hash as select (n - 1)::integer as tail, hash"
                        + " from unnest(?::text[]) with ordinality as made (hash, n)")
                .param(tails.toArray(String[]::new))
                .update();
        List<String> indexes = jdbc.sql("""
                        select indexdef from pg_indexes i where schemaname = 'xudai'
                            and tablename in ('borrower', 'loan', 'party')
                            and not exists (select 1 from pg_constraint c where c.conname = i.indexname)
                        order by (indexdef like '%gin%') desc
                        """).query(String.class).list();
        jdbc.sql("""
                        select 'drop index xudai.' || indexname from pg_indexes i where schemaname = 'xudai'
                            and tablename in ('borrower', 'loan', 'party')
                            and not exists (select 1 from pg_constraint c where c.conname = i.indexname)
                        """).query(String.class).list().forEach(drop -> jdbc.sql(drop).update());
        String place = "substr('" + PLACES + "', 1 + (n * 31 % " + PLACES.length() + ")::int, 2)";
        String word = "substr('" + WORDS + "', 1 + (n * %d %% " + WORDS.length() + ")::int, 1)";
        rows("insert into borrower (customer_number, name, credit_code, size, sealed_under) select 'M' || n, "
                + place + " || " + word.formatted(7919L) + " || " + word.formatted(104_729L) + " || "
                + word.formatted(1_299_709L) + " || n || '茶业有限公司', '91350702MA2DD272X5', 'SMALL', 'T'");
        rows("insert into loan (number, customer_number, product, currency, amount, balance, annual_rate, issued_on,"
                + " matures_on, classification, days_overdue, branch, row_hash, sealed_under) select 'JJ' ||"
                + " lpad((n * 7919 % 100000007)::text, 10, '0'), 'M' || n, '经营快贷', 'CNY', 300000, 300000, 4.35,"
                + " date '2026-01-01', date '2026-12-01' + (n * 104729 % 365)::int, '正常', 0,"
                + " 'B' || lpad((n % 200)::text, 3, '0'), '', 'T'");
        rows("insert into party (id, customer_number, name, standing, mobile_tail_hash, sealed_under) select"
                + " gen_random_uuid(), 'M' || n, substr('" + SURNAMES + "', 1 + (n * 13 % " + SURNAMES.length()
                + ")::int, 1) || " + word.formatted(15_485_863L) + " || " + word.formatted(32_452_843L)
                + ", 'NAMES_AGREE', hash, 'T'");
        Figures.progress("the rows are there");
        Load.seconds(
                indexes,
                index -> {
                    long start = System.nanoTime();
                    execute("set maintenance_work_mem = '512MB'", index);
                    Figures.progress("%.1f s for %s".formatted(Load.since(start), index));
                },
                () -> {});
        execute("vacuum analyze borrower", "vacuum analyze loan", "vacuum analyze party");
    }

    private void rows(String select) throws SQLException {
        execute(
                "set session_replication_role = replica", // no foreign key is looked up a million times
                select + " from generate_series(1::bigint, " + LOANS
                        + ") n join tail_hash on tail = n * 7907 % 10000");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
