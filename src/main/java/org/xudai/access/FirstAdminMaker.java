package org.xudai.access;

import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.xudai.access.AccessSettings.FirstAdmin;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.StaffId;

/** Makes the first process administrator of an empty system from the configuration. */
@Component
class FirstAdminMaker implements ApplicationRunner {

    private final AccessSettings settings;
    private final StaffTable staff;

    FirstAdminMaker(AccessSettings settings, StaffTable staff) {
        this.settings = settings;
        this.staff = staff;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        FirstAdmin admin = settings.firstAdmin();
        if (admin != null && staff.isEmpty()) {
            staff.save(
                    new StaffMember(
                            new StaffId(admin.id()),
                            admin.name(),
                            null,
                            Set.of(Role.PROCESS_ADMIN),
                            new BranchCode(admin.branch()),
                            true,
                            "",
                            null,
                            true),
                    admin.passwordHash());
        }
    }
}
