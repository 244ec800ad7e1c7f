package org.xudai.engine;

import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.stereotype.Component;
import org.xudai.access.StaffDirectory;

/** Gives the engine our staff as its users and our roles as its groups. */
@Component
class StaffIdentities implements SessionFactory {

    private final StaffDirectory staff;

    StaffIdentities(StaffDirectory staff) {
        this.staff = staff;
    }

    @Override
    public Class<?> getSessionType() {
        return ReadOnlyIdentityProvider.class;
    }

    @Override
    public Session openSession() {
        return new StaffIdentityProvider(staff);
    }
}
