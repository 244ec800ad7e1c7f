package org.xudai.loanbook;

/** The core system gave no usable answer: a fault, to be tried again. */
public class CoreBankingUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CoreBankingUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    public CoreBankingUnavailable(String message) {
        super(message);
    }
}
