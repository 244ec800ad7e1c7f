package org.xudai.intake;

import java.time.Instant;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;

/**
 * A page of an issued form that came back, known by the code on it.
 *
 * @param document the document it is in
 * @param position its number among the pictures of the document, from 1
 * @param file the file it is in, from 1
 * @param form the form
 * @param version the version of the form
 * @param page its number on the form, from 1
 * @param receivedAt when the document came
 * @param good whether it stays when only other pages are sent again
 * @param asks whether a person has to look at it
 */
public record ReceivedPage(
        DocumentId document,
        int position,
        int file,
        MaterialCode form,
        int version,
        int page,
        Instant receivedAt,
        boolean good,
        boolean asks) {}
