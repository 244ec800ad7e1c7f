package org.xudai.loanbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xudai.access.BranchScope;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.Slice;
import org.xudai.testing.LoanRows;

/** What an officer types into the search of the loan book, and what he finds. */
class LoanSearchTests {

    private final LoanBookFixture world = new LoanBookFixture();

    @Test
    void aLoanIsFoundByWhatAnOfficerHasAtHand() {
        LoanRows row = LoanRows.eligible();
        LoanRows other = LoanRows.eligible();
        world.importing(LoanRows.HEADER + row.line() + other.line());
        world.jdbc
                .sql("update borrower set name = '福州青竹物流_100%有限公司' where customer_number = ?")
                .param("C" + row.number().substring(2))
                .update();
        world.jdbc
                .sql("update party set name = '欧阳䶮' where customer_number = ?")
                .param("C" + row.number().substring(2))
                .update();

        for (String text : List.of(
                "青竹物流",
                "竹",
                "欧阳䶮",
                "䶮",
                "物流_100%",
                row.number(),
                row.number().toLowerCase(java.util.Locale.ROOT),
                row.number().substring(4),
                "199" + row.number().substring(2),
                "  青竹 ")) {
            assertThat(found(text)).as(text).contains(row.number()).doesNotContain(other.number());
        }
        assertThat(found(row.number().substring(row.number().length() - 4)))
                .as("last four of his phone, which also end the loan's number")
                .contains(row.number());
        assertThat(found("青流")).as("both characters, but not side by side").isEmpty();
        assertThat(found("竹%流")).as("a per cent sign is one").isEmpty();
        assertThat(found("359999198609204341")).as("one ID number, two loans").contains(row.number(), other.number());
    }

    @Test
    void aTextThatHalfTheBookHoldsGivesItsFirstPageInOrder() {
        manyTeaHouses(Slice.COUNTED + 50);

        Slice<Loan> page = world.loans.search(new LoanQuery(everywhere(), null, null, "茶行", 0, 50));

        assertThat(page.totalExact()).isFalse();
        assertThat(page.total()).isEqualTo(Slice.COUNTED);
        assertThat(page.items()).hasSize(50).isSortedAccordingTo((a, b) -> a.maturesOn()
                .compareTo(b.maturesOn()));
        Slice<Loan> ofBranch = world.loans.search(
                new LoanQuery(new BranchScope(false, Set.of(new BranchCode("35020301"))), null, null, "茶行", 0, 50));
        assertThat(ofBranch.totalExact()).isTrue();
        assertThat(ofBranch.total()).isEqualTo((Slice.COUNTED + 50) / 5);
    }

    private void manyTeaHouses(int many) {
        world.jdbc.sql("""
                        insert into borrower (customer_number, name, credit_code, size, sealed_under)
                        select 'T' || n, '第' || n || '茶行', '91350702MA2DD272X5', 'SELF_EMPLOYED', 'T'
                        from generate_series(1, :many) n
                        """).param("many", many).update();
        world.jdbc.sql("""
                        insert into loan (number, customer_number, product, currency, amount, balance, annual_rate,
                            issued_on, matures_on, classification, days_overdue, branch, row_hash, sealed_under)
                        select 'TT' || n, 'T' || n, '经营快贷', 'CNY', 1000, 1000, 4.35, date '2026-01-01',
                            date '2027-01-01' + (n * 7919 % 365), '正常', 0,
                            (array['35010201', '35010202', '35020301', '35070201', '35070202'])[n % 5 + 1], '', 'T'
                        from generate_series(1, :many) n
                        """).param("many", many).update();
    }

    private List<String> found(String text) {
        return world.loans.search(new LoanQuery(everywhere(), null, null, text, 0, 50)).items().stream()
                .map(loan -> loan.number().value())
                .toList();
    }

    private static BranchScope everywhere() {
        return new BranchScope(true, Set.of());
    }
}
