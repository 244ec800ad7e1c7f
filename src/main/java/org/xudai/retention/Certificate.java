package org.xudai.retention;

import org.xudai.bankseal.BankSignature;
import org.xudai.kernel.Sha256;

/**
 * A certificate of erasure.
 *
 * @param text JSON, indented
 * @param hash SHA-256 of the text in UTF-8
 * @param signature the bank's, over the text in UTF-8
 */
record Certificate(String text, Sha256 hash, BankSignature signature) {}
