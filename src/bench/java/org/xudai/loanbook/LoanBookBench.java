package org.xudai.loanbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xudai.access.BranchScope;
import org.xudai.bench.Figures;
import org.xudai.kernel.BranchCode;
import org.xudai.testing.LoanRows;

/** The loan book at the size of a bank: an import of 100,000 rows, searches among 1,000,000 loans. */
@Tag("bench")
class LoanBookBench {

    private static final int ROWS = 100_000;
    private static final int LOANS = 1_000_000;
    private static final int SEARCHES = 60;
    private static final String PLACES = "福州厦门南平武夷建阳延平顺昌浦城光泽松政和邵邻泉漳龙岩宁德莆田三明永安";
    private static final String WORDS = "茶岩青竹春秋云溪山海金玉恒瑞丰盛德信和安康兴隆福泰顺达通源利祥鑫宏博雅正直";
    private static final String SURNAMES = "陈林黄张李王吴刘蔡杨许郑谢郭洪邱曾周叶苏";

    private final LoanBookFixture world = new LoanBookFixture();
    private final Random chance = new Random(1);

    @Test
    void aHundredThousandRowsAreTaken() throws IOException {
        Path file = Files.createTempFile("loans", ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(LoanRows.HEADER);
            for (int i = 0; i < ROWS; i++) {
                out.write(LoanRows.eligible().line());
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        Runtime.getRuntime().gc();
        long start = System.nanoTime();
        LoanImports.ImportReport report = world.importing(bytes);
        double first = (System.nanoTime() - start) / 1e9;
        assertThat(report.created()).isEqualTo(ROWS);
        start = System.nanoTime();
        assertThat(world.importing(bytes).unchanged()).isEqualTo(ROWS);
        double again = (System.nanoTime() - start) / 1e9;
        new Figures("import")
                .note("rowsPerSecond", ROWS / first)
                .note("sameFileAgainRowsPerSecond", ROWS / again)
                .write();
        Files.delete(file);
    }

    @Test
    void aMillionLoansAreSearched() {
        fill();
        Map<String, List<String>> texts = new LinkedHashMap<>();
        texts.put("firm", sample("select name from borrower where customer_number = 'M' || ?"));
        texts.put("partOfFirm", texts.get("firm").stream().map(name -> name.substring(2, 6)).toList());
        texts.put("person", sample("select name from party where customer_number = 'M' || ?"));
        texts.put("loan", sample("select number from loan where customer_number = 'M' || ?"));
        texts.put("endOfLoan", texts.get("loan").stream().map(number -> number.substring(4)).toList());
        texts.put("lastFourOfPhone", tails(SEARCHES));
        texts.put("commonWord", List.of("茶业", "有限公司", "山", "陈", "福州", "JJ"));
        Figures figures = new Figures("search").note("loans", LOANS);
        texts.forEach((kind, asked) -> {
            measure(asked, everywhere());
            figures.note(kind + "P95Ms", measure(asked, everywhere()))
                    .note(kind + "OfBranchP95Ms", measure(asked, branch()));
        });
        figures.note("noTextP95Ms", measure(List.of(""), everywhere())).write();
    }

    private double measure(List<String> texts, BranchScope scope) {
        double[] took = new double[Math.max(texts.size(), SEARCHES)];
        for (int i = 0; i < took.length; i++) {
            LoanQuery query = new LoanQuery(scope, null, null, texts.get(i % texts.size()), 0, 50);
            long start = System.nanoTime();
            world.loans.search(query);
            took[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(took);
        return took[(int) Math.ceil(took.length * 0.95) - 1];
    }

    private List<String> sample(String sql) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < SEARCHES; i++) {
            texts.add(world.jdbc
                    .sql(sql + " limit 1")
                    .param(Integer.toString(1 + chance.nextInt(LOANS)))
                    .query(String.class)
                    .single());
        }
        return texts;
    }

    private List<String> tails(int many) {
        List<String> tails = new ArrayList<>();
        for (int i = 0; i < many; i++) {
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

    private void fill() {
        world.jdbc.sql("create table tail_hash (tail integer primary key, hash text not null)").update();
        for (int tail = 0; tail < 10_000; tail++) {
            world.jdbc
                    .sql("insert into tail_hash values (?, ?)")
                    .params(tail, world.hashes.hash(PartySealing.TAIL, "%04d".formatted(tail)))
                    .update();
        }
        world.jdbc.sql("drop index borrower_by_name, party_by_name").update(); // made anew when the rows are there
        String place = "substr('" + PLACES + "', 1 + (n * 31 % " + PLACES.length() + ")::int, 2)";
        String word = "substr('" + WORDS + "', 1 + (n * %d %% " + WORDS.length() + ")::int, 1)";
        fill("insert into borrower (customer_number, name, credit_code, size, sealed_under) select 'M' || n, "
                + place + " || " + word.formatted(7919L) + " || " + word.formatted(104_729L) + " || "
                + word.formatted(1_299_709L) + " || n || '茶业有限公司', '91350702MA2DD272X5', 'SMALL', 'T'");
        fill("insert into loan (number, customer_number, product, currency, amount, balance, annual_rate, issued_on,"
                + " matures_on, classification, days_overdue, branch, row_hash, sealed_under) select 'JJ' ||"
                + " lpad((n * 7919 % 100000007)::text, 10, '0'), 'M' || n, '经营快贷', 'CNY', 300000, 300000, 4.35,"
                + " date '2026-01-01', date '2026-12-01' + (n * 104729 % 365)::int, '正常', 0,"
                + " 'B' || lpad((n % 200)::text, 3, '0'), '', 'T'");
        fill("insert into party (id, customer_number, name, standing, mobile_tail_hash, sealed_under) select"
                + " gen_random_uuid(), 'M' || n, substr('" + SURNAMES + "', 1 + (n * 13 % " + SURNAMES.length()
                + ")::int, 1) || " + word.formatted(15_485_863L) + " || " + word.formatted(32_452_843L)
                + ", 'NAMES_AGREE', (select hash from tail_hash where tail = n * 7907 % 10000), 'T'");
        world.jdbc.sql("set maintenance_work_mem = '512MB'").update();
        world.jdbc.sql("create index borrower_by_name on borrower using gin (name_grams(name))").update();
        world.jdbc.sql("create index party_by_name on party using gin (name_grams(name))").update();
        world.jdbc.sql("vacuum analyze").update();
    }

    private void fill(String select) {
        world.jdbc
                .sql(select + " from generate_series(1::bigint, " + LOANS + ") n")
                .update();
    }
}
