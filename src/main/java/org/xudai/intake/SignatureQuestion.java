package org.xudai.intake;

import org.xudai.signing.ExpectedPaper;
import org.xudai.signing.TrustMaterial;

/**
 * What a worker has to know to validate the certificate signatures of a file.
 *
 * @param trust by what signers are known
 * @param paper what the file may be
 * @param now the time at which it is asked, in milliseconds since 1970
 */
record SignatureQuestion(TrustMaterial trust, ExpectedPaper paper, long now) {}
