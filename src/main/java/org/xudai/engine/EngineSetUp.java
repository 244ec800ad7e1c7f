package org.xudai.engine;

import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.plugin.AdministratorAuthorizationPlugin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.xudai.access.Role;

/** What of the engine's set-up needs code: retries, its clock, who its people are. */
@Configuration(proxyBeanMethods = false)
class EngineSetUp {

    /** The name under which every line of a log carries the case, in a request as in a job. */
    private static final String CASE = "case";

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    AbstractProcessEnginePlugin enginePlugin(EngineSettings settings, EngineClock clock, StaffIdentities identities) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setFailedJobRetryTimeCycle(settings.retry());
                configuration.setIdentityProviderSessionFactory(identities);
                configuration.setLoggingContextBusinessKey(CASE);
                configuration.setDmnEngineConfiguration(new DefaultDmnEngineConfiguration()
                        .feelEngineFactory(() -> LiteralCells.before(new ScalaFeelEngine(List.of()))));
                clock.follow();
            }
        };
    }

    @Bean
    OneStartAtATime oneStartAtATime(DataSource database) {
        return new OneStartAtATime(database);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ProcessEnginePlugin startBegins(OneStartAtATime start) {
        return start.begins();
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ProcessEnginePlugin startEnds(OneStartAtATime start) {
        return start.ends();
    }

    @Bean
    @Order(0)
    AdministratorAuthorizationPlugin administrators() {
        AdministratorAuthorizationPlugin plugin = new AdministratorAuthorizationPlugin();
        plugin.setAdministratorGroupName(Role.PROCESS_ADMIN.name());
        return plugin;
    }
}
