package org.xudai.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xudai.access.Act;
import org.xudai.bankseal.SignedFile;
import org.xudai.kernel.CaseNumber;
import org.xudai.retention.Erasure;
import org.xudai.retention.Erasures;
import org.xudai.web.ProblemException;

/** The certificate of what was erased: the one thing that can still be read of an erased case. */
@RestController
@RequestMapping("/api/v1/renewals/{caseNumber}/erasure")
@Tag(name = "Retention")
class ErasureController {

    private final CaseDoor door;
    private final Erasures erasures;

    ErasureController(CaseDoor door, Erasures erasures) {
        this.door = door;
        this.erasures = erasures;
    }

    @Operation(
            summary = "The certificate of erasure of a case",
            description = "Its SHA-256 stands in the record of the case as the fact certificate of retention.erased;"
                    + " 409 where the case is kept, or its erasure is under way.")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> certificate(@PathVariable String caseNumber) {
        CaseNumber number = door.tombstone(caseNumber, Act.READ_RETENTION).number();
        String certificate = erasures.of(number)
                .map(Erasure::certificate)
                .orElseThrow(() -> new ProblemException(HttpStatus.CONFLICT, "not-erased"));
        return file("erasure-" + number + ".json", MediaType.APPLICATION_JSON_VALUE)
                .body(certificate.getBytes(StandardCharsets.UTF_8));
    }

    @Operation(
            summary = "The certificate of erasure of a case with the bank's signature",
            description =
                    "A zip of the certificate, the signature (.sig) and the certificate that checks it (.pem), for"
                            + " openssl or the command verify; 409 where the case is kept, its erasure is under way, or it was"
                            + " erased before there were signatures.")
    @GetMapping(path = "/signed", produces = "application/zip")
    ResponseEntity<byte[]> signed(@PathVariable String caseNumber) {
        CaseNumber number = door.tombstone(caseNumber, Act.READ_RETENTION).number();
        SignedFile signed = erasures.signedCertificate(number)
                .orElseThrow(() -> new ProblemException(HttpStatus.CONFLICT, "not-erased"));
        return file("erasure-" + number + ".zip", "application/zip").body(signed.zip());
    }

    private static ResponseEntity.BodyBuilder file(String name, String type) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(MediaType.parseMediaType(type));
    }
}
