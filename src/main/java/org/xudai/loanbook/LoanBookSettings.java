package org.xudai.loanbook;

import java.time.Period;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xudai.kernel.Setting;

/**
 * The loan book.
 *
 * @param securedProducts products that ask for a guarantor or mortgagor
 * @param validity how long a renewed whitelist entry is valid
 */
@ConfigurationProperties("xudai.loanbook")
record LoanBookSettings(
        @DefaultValue({"网贷通", "e抵快贷"}) Set<String> securedProducts,
        @DefaultValue("P12M") Period validity) {

    LoanBookSettings {
        Setting.require(
                !validity.isNegative() && !validity.isZero(),
                "xudai.loanbook.validity",
                "has to be longer than nothing");
    }
}
