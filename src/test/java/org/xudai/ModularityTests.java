package org.xudai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms of the house: who may use whom, as each {@code package-info.java} says. */
class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(XudaiApplication.class);

    @Test
    void everyModuleUsesOnlyWhatItIsAllowedTo() {
        assertThat(modules.stream().count()).isGreaterThan(10);
        modules.verify();
    }
}
