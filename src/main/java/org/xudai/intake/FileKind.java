package org.xudai.intake;

/** Kinds of file, by content. */
enum FileKind {
    PDF("application/pdf"),
    JPEG("image/jpeg"),
    PNG("image/png"),
    TIFF("image/tiff"),
    WEBP("image/webp"),
    HEIC("image/heic"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** An Office file under a password. */
    LOCKED("application/octet-stream"),
    OTHER("application/octet-stream");

    private final String contentType;

    FileKind(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    boolean isPicture() {
        return this == JPEG || this == PNG || this == TIFF || this == WEBP || this == HEIC;
    }
}
