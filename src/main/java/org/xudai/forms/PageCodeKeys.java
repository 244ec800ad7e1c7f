package org.xudai.forms;

import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.xudai.vault.KeyFile;

/** The keys of the page codes, by id. The start is refused without them; development makes its own. */
@Component
class PageCodeKeys {

    private final KeyFile keys;

    PageCodeKeys(FormSettings settings, Environment environment) {
        keys = KeyFile.read(
                "xudai.forms.page-code-key-file",
                settings.pageCodeKeyFile(),
                environment.getProperty("xudai.development", Boolean.class, false));
    }

    String currentId() {
        return keys.currentId();
    }

    Optional<byte[]> find(String id) {
        return keys.find(id);
    }
}
