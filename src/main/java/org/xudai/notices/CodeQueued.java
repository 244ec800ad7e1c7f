package org.xudai.notices;

import org.xudai.kernel.CaseNumber;

/** A one-time code waits in the outbox; it is sent as soon as the transaction has committed. */
record CodeQueued(CaseNumber caseNumber) {}
