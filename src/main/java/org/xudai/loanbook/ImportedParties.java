package org.xudai.loanbook;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.MobileNumber;
import org.xudai.kernel.ResidentId;

/**
 * The people that a row of the loan file names for its borrower.
 *
 * @param customerNumber the borrower
 * @param people signer and contact, or the one who is both
 */
record ImportedParties(String customerNumber, List<Person> people) {

    /** One of them. */
    record Person(
            Set<PartyRole> roles,
            String name,
            @Nullable ResidentId residentId,
            @Nullable MobileNumber mobile,
            NumberStanding standing,
            @Nullable String email) {}

    /** The imported mobile is the contact's; it is the signer's only where the names agree. */
    static ImportedParties of(LoanRow row) {
        if (row.signer().equals(row.contact())) {
            return new ImportedParties(
                    row.customerNumber(),
                    List.of(new Person(
                            Set.of(PartyRole.SIGNER, PartyRole.CONTACT),
                            row.signer(),
                            row.signerId(),
                            row.mobile(),
                            row.mobile() == null ? NumberStanding.UNVERIFIED : NumberStanding.NAMES_AGREE,
                            row.email())));
        }
        return new ImportedParties(
                row.customerNumber(),
                List.of(
                        new Person(
                                Set.of(PartyRole.SIGNER),
                                row.signer(),
                                row.signerId(),
                                null,
                                NumberStanding.UNVERIFIED,
                                null),
                        new Person(
                                Set.of(PartyRole.CONTACT),
                                row.contact(),
                                null,
                                row.mobile(),
                                NumberStanding.UNVERIFIED,
                                row.email())));
    }
}
