package org.xudai.api;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.Document;
import org.xudai.dossier.DocumentState;
import org.xudai.dossier.Submission;
import org.xudai.intake.Intake;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.MaterialCode;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;
import org.xudai.web.ProblemException;

/** Takes files of a request as one document. */
@Component
class Uploads {

    private static final int MOST_FILES = 20;

    private final Intake intake;
    private final Renewals renewals;

    Uploads(Intake intake, Renewals renewals) {
        this.intake = intake;
        this.renewals = renewals;
    }

    record UploadAnswer(String documentId, List<String> sha256, DocumentState state) {}

    UploadAnswer take(RenewalCase renewal, Submission submission, List<MultipartFile> files) throws IOException {
        if (files.isEmpty() || files.size() > MOST_FILES) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "files-missing", MOST_FILES);
        }
        requireOnChecklist(renewal, submission.material());
        List<Bytes> bytes = files.stream()
                .map(file -> Bytes.sent(file.getOriginalFilename(), file::getInputStream))
                .toList();
        Document document = intake.receive(submission, bytes);
        return new UploadAnswer(
                document.id().toString(),
                document.files().stream().map(file -> file.sha256().value()).toList(),
                document.state());
    }

    private void requireOnChecklist(RenewalCase renewal, @Nullable MaterialCode material) {
        boolean known = material == null
                || renewals.checklist(renewal.number()).stream()
                        .anyMatch(line -> line.code().equals(material));
        if (!known) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "invalid")
                    .with(List.of(new FieldProblem("material", "material-unknown", String.valueOf(material))));
        }
    }
}
