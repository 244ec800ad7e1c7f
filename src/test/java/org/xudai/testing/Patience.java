package org.xudai.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Waits a minute for what comes by itself: on a machine with other work ten seconds say nothing about the product. */
public final class Patience implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext tests) {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }
}
