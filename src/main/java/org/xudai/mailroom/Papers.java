package org.xudai.mailroom;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.Document;
import org.xudai.dossier.ShelvedObject;
import org.xudai.dossier.Shelves;
import org.xudai.dossier.Submission;
import org.xudai.intake.Intake;

/** Pages of stacks as the files of a document. Their bytes are the ones on the shelf, which they leave in the same act. */
@Component
class Papers {

    private final Intake intake;
    private final Shelves shelves;

    Papers(Intake intake, Shelves shelves) {
        this.intake = intake;
        this.shelves = shelves;
    }

    /** A page with the stack it came in. */
    record Paper(Stack stack, StackSheet sheet) {

        /** As the record names it: what was received, and the place in it. */
        String name() {
            return stack.object().sha256() + "#" + sheet.page();
        }

        private String fileName() {
            String base = stack.fileName().replaceFirst("\\.[A-Za-z]{1,5}$", "");
            String kind = "image/jpeg".equals(sheet.contentType()) ? "jpg" : "png";
            return String.format(Locale.ROOT, "%s-%03d.%s", base, sheet.page(), kind);
        }
    }

    /** The pages as the record names them. */
    static String names(Collection<Paper> papers) {
        return papers.stream().map(Paper::name).collect(Collectors.joining(","));
    }

    /**
     * Hands pages in as one document.
     *
     * @param alongside notes in the same transaction where they are now; where it throws, nothing was handed in
     * @throws org.xudai.dossier.FileTooLarge where a page is larger than a document's file may be; nothing was handed in
     */
    Document handIn(Submission submission, List<Paper> papers, Consumer<Document> alongside) throws IOException {
        List<Bytes> files = papers.stream()
                .map(paper -> new Bytes(
                        paper.fileName(),
                        () -> shelves.open(
                                paper.stack().id(),
                                Objects.requireNonNull(paper.sheet().picture()).key())))
                .toList();
        List<String> keys = keys(papers);
        Document document = intake.receive(submission, files, received -> {
            alongside.accept(received);
            shelves.release(keys);
        });
        shelves.drop(keys);
        return document;
    }

    /** Objects of pages on the shelf. */
    static List<String> keys(Collection<Paper> papers) {
        return papers.stream()
                .flatMap(paper ->
                        Stream.of(paper.sheet().picture(), paper.sheet().preview()))
                .filter(Objects::nonNull)
                .map(ShelvedObject::key)
                .toList();
    }
}
