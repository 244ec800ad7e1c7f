package org.xudai.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xudai.kernel.Setting;

/**
 * The sites.
 *
 * @param bank name of the bank as pages show it
 */
@ConfigurationProperties("xudai.web")
public record WebSettings(@DefaultValue("建溪银行") String bank) {

    public WebSettings {
        Setting.filled("xudai.web.bank", bank);
    }
}
