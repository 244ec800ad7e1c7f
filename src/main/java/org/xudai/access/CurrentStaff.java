package org.xudai.access;

import java.util.Optional;

/** The member of staff who makes this request. */
public interface CurrentStaff {

    Optional<StaffMember> find();

    /**
     * The member of staff of this request.
     *
     * @throws org.springframework.security.access.AccessDeniedException where there is none
     */
    StaffMember require();
}
