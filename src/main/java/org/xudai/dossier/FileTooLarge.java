package org.xudai.dossier;

/** A file is over the limit. */
public class FileTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    public FileTooLarge(long limit) {
        super("file over " + limit + " bytes");
        this.limit = limit;
    }

    /** The limit in bytes. */
    public long limit() {
        return limit;
    }
}
