package org.xudai.development;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.xudai.access.StaffDirectory;
import org.xudai.access.StaffMember;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.kernel.StaffId;
import org.xudai.loanbook.LoanImports;

/** A demo loan book with dates relative to today. */
public class DemoLoans implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLoans.class);
    private static final LocalDate MADE = LocalDate.of(2026, 11, 23);
    private static final Pattern DAY = Pattern.compile("(?<=,)(20\\d\\d-\\d\\d-\\d\\d)(?=[,\r\n]|$)");

    private final LoanImports imports;
    private final StaffDirectory staff;
    private final BusinessCalendar calendar;
    private final Environment environment;

    DemoLoans(LoanImports imports, StaffDirectory staff, BusinessCalendar calendar, Environment environment) {
        this.imports = imports;
        this.staff = staff;
        this.calendar = calendar;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!environment.getProperty("xudai.demo", Boolean.class, true)) {
            return;
        }
        StaffMember officer = staff.find(new StaffId("sun.officer")).orElseThrow();
        byte[] book = shifted(ChronoUnit.DAYS.between(MADE, calendar.today()));
        var report = imports.importLoans(new ByteArrayInputStream(book), "loans.csv", officer);
        LOG.info("demo loan book: {} loans, {} rows refused", report.created(), report.rejectedRows());
    }

    private static byte[] shifted(long days) throws IOException {
        try (InputStream in = Optional.ofNullable(DemoLoans.class.getResourceAsStream("/data/loans.csv"))
                .orElseThrow()) {
            String book = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Matcher day = DAY.matcher(book);
            return day.replaceAll(found ->
                            LocalDate.parse(found.group(1)).plusDays(days).toString())
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
