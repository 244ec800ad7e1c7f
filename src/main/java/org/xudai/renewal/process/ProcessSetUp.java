package org.xudai.renewal.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.xudai.access.Role;

/** Puts the guard on the engine and lets staff work on the tasks of the renewal, and on nothing else. */
@Configuration(proxyBeanMethods = false)
class ProcessSetUp {

    @Bean
    @Order(0)
    AbstractProcessEnginePlugin humanTaskGuardPlugin(HumanTaskGuard guard) {
        return new AbstractProcessEnginePlugin() {

            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                List<BpmnParseListener> listeners = configuration.getCustomPreBPMNParseListeners();
                List<BpmnParseListener> all = listeners == null ? new ArrayList<>() : new ArrayList<>(listeners);
                all.add(guard);
                configuration.setCustomPreBPMNParseListeners(all);
            }

            @Override
            public void postProcessEngineBuild(ProcessEngine engine) {
                for (Role role : Role.values()) {
                    grantWork(engine.getAuthorizationService(), role);
                }
            }
        };
    }

    private static void grantWork(AuthorizationService authorizations, Role role) {
        if (role == Role.PROCESS_ADMIN || role == Role.AUDITOR) {
            return;
        }
        boolean granted = authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(role.name())
                        .resourceType(Resources.PROCESS_DEFINITION)
                        .resourceId(EngineCaseProcess.PROCESS)
                        .count()
                > 0;
        if (!granted) {
            Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(role.name());
            grant.setResource(Resources.PROCESS_DEFINITION);
            grant.setResourceId(EngineCaseProcess.PROCESS);
            grant.addPermission(ProcessDefinitionPermissions.TASK_WORK);
            authorizations.saveAuthorization(grant);
        }
    }
}
