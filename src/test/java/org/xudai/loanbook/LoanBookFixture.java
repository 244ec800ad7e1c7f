package org.xudai.loanbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.xudai.access.AccessTables;
import org.xudai.access.Branch;
import org.xudai.access.Branches;
import org.xudai.access.Role;
import org.xudai.access.StaffDirectory;
import org.xudai.access.StaffMember;
import org.xudai.audit.Acts;
import org.xudai.calendar.Calendars;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.LoanNumber;
import org.xudai.kernel.StaffId;
import org.xudai.loanbook.LoanImports.ImportReport;
import org.xudai.loanbook.LoanImports.Rejection;
import org.xudai.testing.EmbeddedDatabase;
import org.xudai.testing.MovableClock;
import org.xudai.vault.SearchHashes;
import org.xudai.vault.TestKeys;
import org.xudai.vault.Vault;

/** An empty loan book with the five branches of the sample, and Ms Li who imports. */
final class LoanBookFixture {

    static final Charset GB18030 = Charset.forName("GB18030");
    static final LoanNumber LOAN = new LoanNumber("JJ2025000117");
    static final StaffMember MS_LI = new StaffMember(
            new StaffId("li.officer"),
            "李晓梅",
            "M02011",
            Set.of(Role.RELATIONSHIP_MANAGER),
            new BranchCode("35070201"),
            false,
            "0599-5550104",
            null,
            true);

    final MovableClock clock = new MovableClock();
    final List<Object> events = new CopyOnWriteArrayList<>();
    final DataSource database = EmbeddedDatabase.freshMigrated();
    final JdbcClient jdbc = JdbcClient.create(database);
    final JdbcTemplate batches = new JdbcTemplate(database);
    final ApplicationEventPublisher publisher = event -> {
        if (event instanceof Acts many) {
            events.addAll(many.acts());
        } else {
            events.add(event);
        }
    };
    final LoanBookSettings settings = new LoanBookSettings(Set.of("网贷通", "e抵快贷"), Period.ofMonths(12));
    final Vault vault = TestKeys.vault(database);
    final SearchHashes hashes = TestKeys.hashes();
    final LoanTable loans = new LoanTable(jdbc, settings, publisher, vault, hashes);
    final PartyTable parties = new PartyTable(jdbc, new PartyRows(jdbc, batches, vault, hashes), publisher, clock);
    final WhitelistTable whitelist = new WhitelistTable(jdbc, Calendars.chinese(clock), settings, publisher);
    final LoanFileImport imports;

    LoanBookFixture() {
        Branches branches = AccessTables.branches(jdbc);
        for (String code : List.of("35010201", "35010202", "35020301", "35070201", "35070202")) {
            branches.save(new Branch(new BranchCode(code), "支行" + code, "", "", null));
        }
        StaffDirectory staff = AccessTables.staff(jdbc);
        staff.save(MS_LI, "{noop}x");
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
        ImportTable table = new ImportTable(jdbc, clock);
        ImportPass pass = new ImportPass(table, publisher, jdbc, transactions);
        imports = new LoanFileImport(
                new LoanFileReader(
                        new LoanWriter(jdbc, batches, parties, loans, publisher, vault, hashes), branches, staff),
                new PartyFileReader(parties, loans),
                pass,
                new ImportQueue(pass, table),
                table,
                publisher,
                transactions);
    }

    /** A file of {@code src/test/resources/data}. */
    static byte[] sample(String name) {
        try {
            return new ClassPathResource("data/" + name).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImportReport importing(byte[] file) {
        try {
            return imports.importLoans(new ByteArrayInputStream(file), "loans", MS_LI);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImportReport importing(String text) {
        return importing(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Imports one good row with some cells written otherwise; gives the codes of what was found. */
    List<String> problemsOf(Map<LoanColumn, String> otherwise) {
        return importing(file(otherwise)).rejected().stream()
                .map(Rejection::problem)
                .toList();
    }

    @SafeVarargs
    static String file(Map<LoanColumn, String>... rows) {
        StringJoiner lines = new StringJoiner("\r\n");
        lines.add(String.join(",", LoanColumn.headers()));
        for (Map<LoanColumn, String> row : rows) {
            lines.add(line(row));
        }
        return lines.toString();
    }

    private static String line(Map<LoanColumn, String> otherwise) {
        EnumMap<LoanColumn, String> cells = goodRow();
        cells.putAll(otherwise);
        return cells.values().stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    static EnumMap<LoanColumn, String> goodRow() {
        List<String> good = List.of(
                "JJ2025000117",
                "C810117",
                "武夷山云溪茶业有限责任公司",
                "91350100M000100Y43",
                "小型",
                "陈志明",
                "11010519491231002X",
                "陈志明",
                "19900000117",
                "chen@example.com",
                "经营快贷",
                "CNY",
                "300000.00",
                "300000.00",
                "3.50",
                "2026-01-12",
                "2027-01-12",
                "正常",
                "0",
                "35070201",
                "南平分行武夷山度假区支行",
                "M02011",
                "2027-01-03");
        EnumMap<LoanColumn, String> cells = new EnumMap<>(LoanColumn.class);
        var values = good.iterator();
        for (LoanColumn column : LoanColumn.values()) {
            cells.put(column, values.next());
        }
        return cells;
    }

    Loan loan() {
        return loans.find(LOAN).orElseThrow();
    }

    Party party(String name) {
        return parties.ofLoan(LOAN).stream()
                .filter(party -> party.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
