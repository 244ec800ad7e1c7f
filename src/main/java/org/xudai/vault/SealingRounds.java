package org.xudai.vault;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Seals what was stored before there was a vault, or by a node that did not seal yet, while the system works. */
@Component
class SealingRounds {

    private static final Logger LOG = LoggerFactory.getLogger(SealingRounds.class);

    private final ColumnSealer sealer;

    SealingRounds(ColumnSealer sealer) {
        this.sealer = sealer;
    }

    /** One round. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT10S")
    void round() {
        try {
            long sealed = sealer.seal(false);
            if (sealed > 0) {
                LOG.info("{} rows were sealed", sealed);
            }
        } catch (KeyManagementUnavailable e) {
            LOG.warn("sealing goes on in the next round: {}", e.getMessage());
        }
    }
}
