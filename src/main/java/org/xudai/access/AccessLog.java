package org.xudai.access;

import java.time.Instant;
import java.util.List;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.StaffId;

/**
 * Who of the staff read what others may not read, of a case mostly: written before it is given out. What cannot be written
 * here is not given out either.
 */
public interface AccessLog {

    /** What was read. */
    enum What {
        /** The bytes of a document as received. */
        ORIGINAL,
        /** A page of a document as a picture. */
        PREVIEW,
        /** A form as issued, with what the bank filled in. */
        FORM,
        /** The evidence box. */
        EVIDENCE_BOX,
        /** A number of a person in full. */
        PERSONAL_VALUE,
        /** A page of a stack of scans that belongs to no case yet. */
        LOOSE_PAGE,
        /** A stack of scans as received. */
        STACK
    }

    /** By which door it was read. */
    enum Door {
        /** In a browser, under the session of the desk. */
        PAGE,
        /** By a caller that brought its credentials with the request. */
        API
    }

    /**
     * A read.
     *
     * @param at when
     * @param by who
     * @param what what kind of thing
     * @param subject which one: ids and codes, never a value
     * @param door by a page or by the interface
     * @param address network address the request came from
     */
    record Reading(Instant at, StaffId by, What what, String subject, Door door, String address) {}

    /**
     * Writes down that the member of staff of this request reads something.
     *
     * @throws org.springframework.dao.DataAccessException where it cannot be written
     */
    void reads(CaseNumber caseNumber, What what, String subject);

    /**
     * Writes down that the member of staff of this request reads something that belongs to no case.
     *
     * @throws org.springframework.dao.DataAccessException where it cannot be written
     */
    void reads(What what, String subject);

    /** The newest reads of a case, newest first. */
    List<Reading> ofCase(CaseNumber caseNumber, int most);

    /** How many reads of a case there are. */
    long countOf(CaseNumber caseNumber);
}
