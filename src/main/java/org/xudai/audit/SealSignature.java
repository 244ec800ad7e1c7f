package org.xudai.audit;

import java.time.Instant;
import org.xudai.bankseal.BankSignature;

/**
 * The bank's signature under a seal.
 *
 * @param seal number of the seal
 * @param signature over {@link Seal#canonical} in UTF-8
 * @param at when it was signed, by the clock of the node that signed; not signed itself
 */
public record SealSignature(long seal, BankSignature signature, Instant at) {}
