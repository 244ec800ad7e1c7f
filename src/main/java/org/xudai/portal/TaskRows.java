package org.xudai.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xudai.dossier.DocumentState;
import org.xudai.forms.FormField;
import org.xudai.forms.FormLibrary;
import org.xudai.forms.FormTemplate;
import org.xudai.intake.Finding;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.Material;
import org.xudai.renewal.MaterialState;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.SigningStatus;

/** Makes the task list: what was refused comes first, the rest as the bank lists it. */
@Component
class TaskRows {

    private final MyCase mine;
    private final FormLibrary forms;

    TaskRows(MyCase mine, FormLibrary forms) {
        this.mine = mine;
        this.forms = forms;
    }

    List<TaskRow> of(RenewalCase renewal) {
        return mine.materials().stream()
                .map(material -> row(renewal, material))
                .sorted(Comparator.comparing((TaskRow row) -> !row.isUrgent()))
                .toList();
    }

    private TaskRow row(RenewalCase renewal, Material material) {
        if (renewal.state() == CaseState.COLLECTING && !mine.takes(material.code())) {
            return plain(
                    material, material.state() == MaterialState.ACCEPTED ? TaskRow.State.ACCEPTED : closed(material));
        }
        return switch (material.state()) {
            case ACCEPTED -> plain(material, TaskRow.State.ACCEPTED);
            case RECEIVED -> plain(material, isLooked(material) ? TaskRow.State.LOOKING : TaskRow.State.RECEIVED);
            case CORRECTION -> plain(material, TaskRow.State.CORRECTION);
            case OPEN, NOT_APPLICABLE -> open(renewal, material);
        };
    }

    private static TaskRow.State closed(Material material) {
        return material.state() == MaterialState.RECEIVED ? TaskRow.State.RECEIVED : TaskRow.State.CLOSED;
    }

    private static TaskRow plain(Material material, TaskRow.State state) {
        return new TaskRow(
                material.code().value(),
                state,
                null,
                null,
                material.documents().isEmpty()
                        ? null
                        : material.documents().get(0).document().storedAt(),
                material);
    }

    private TaskRow open(RenewalCase renewal, Material material) {
        String code = material.code().value();
        if (!material.whole().isEmpty()) {
            Finding reason = material.whole().get(0).findings().stream()
                    .filter(finding -> finding.level() == Finding.Level.BLOCK)
                    .findFirst()
                    .orElse(null);
            return new TaskRow(code, TaskRow.State.REFUSED, reason, null, null, material);
        }
        if (material.form() == null) {
            return plain(material, TaskRow.State.UPLOAD);
        }
        Optional<TaskRow.State> signing = signing(material);
        if (signing.isPresent()) {
            return plain(material, signing.get());
        }
        Optional<FormTemplate> fillable =
                forms.template(code).filter(template -> !template.steps().isEmpty());
        if (fillable.isEmpty() || material.form().version() > 1) {
            return plain(material, TaskRow.State.PRINT);
        }
        TaskRow.Progress progress = progress(renewal, fillable.get());
        return new TaskRow(code, filling(progress), null, progress, null, material);
    }

    /** Signing on the screen, once the form is filled in: his turn, or that of somebody else who has begun it with others. */
    private Optional<TaskRow.State> signing(Material material) {
        SigningStatus status = material.signing();
        if (status == null || !status.offered()) {
            return Optional.empty();
        }
        boolean ready = status.isBegun()
                || status.version() > 1
                || forms.template(material.code().value())
                        .filter(template -> !template.steps().isEmpty())
                        .isEmpty();
        if (ready && status.isTurnOf(mine.me().party().id())) {
            return Optional.of(TaskRow.State.SIGN);
        }
        return status.isBegun() || (ready && status.of(mine.me().party().id()).isPresent())
                ? Optional.of(TaskRow.State.SIGNING)
                : Optional.empty();
    }

    private static TaskRow.State filling(TaskRow.Progress progress) {
        if (progress.step() > progress.steps()) {
            return TaskRow.State.CHECK;
        }
        return progress.step() == 1 ? TaskRow.State.FILL : TaskRow.State.GO_ON;
    }

    /** The first step in which something is missing or wrong; about a minute for each. */
    private TaskRow.Progress progress(RenewalCase renewal, FormTemplate template) {
        int steps = template.steps().size();
        Map<String, String> problems = forms.problemsOf(renewal.number(), template.code());
        boolean untouched = forms.answers(renewal.number(), template.code()).isEmpty();
        int step = untouched ? 1 : firstProblem(template, problems).orElse(steps + 1);
        return new TaskRow.Progress(step, steps, Math.max(1, steps - step + 1) + 1);
    }

    private static Optional<Integer> firstProblem(FormTemplate template, Map<String, String> problems) {
        return template.fields().stream()
                .filter(field -> field.step() > 0 && problems.containsKey(field.name()))
                .map(FormField::step)
                .min(Comparator.naturalOrder());
    }

    private static boolean isLooked(Material material) {
        return material.documents().stream()
                .map(received -> received.document().state())
                .anyMatch(state -> state == DocumentState.RECEIVED || state == DocumentState.INSPECTING);
    }

    /** The document of a material that counts. */
    static Material.@Nullable Received counting(Material material) {
        return material.documents().stream()
                .filter(received -> received.document().state() == DocumentState.ACCEPTED
                        || received.document().state() == DocumentState.UNDECIDED)
                .findFirst()
                .orElse(null);
    }
}
