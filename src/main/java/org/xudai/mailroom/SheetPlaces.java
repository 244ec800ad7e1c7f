package org.xudai.mailroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xudai.access.Act;
import org.xudai.access.Rights;
import org.xudai.access.StaffDirectory;
import org.xudai.dossier.ShelvedObject;
import org.xudai.forms.FormLibrary;
import org.xudai.forms.FormTemplate;
import org.xudai.forms.PageCode;
import org.xudai.intake.Sheet;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.MaterialCode;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;

/**
 * Says where a page goes: its codes are checked here, since a worker has no key. Only a page with one genuine code goes to a
 * case by itself, and only where whoever handed the stack in might have brought it there.
 */
@Component
class SheetPlaces {

    private final FormLibrary forms;
    private final Renewals renewals;
    private final StaffDirectory staff;
    private final Rights rights;

    SheetPlaces(FormLibrary forms, Renewals renewals, StaffDirectory staff, Rights rights) {
        this.forms = forms;
        this.renewals = renewals;
        this.staff = staff;
        this.rights = rights;
    }

    /** A page that cannot be read. */
    StackSheet unreadable(Stack stack, int page) {
        return new StackSheet(
                UUID.randomUUID(),
                stack.id(),
                page,
                SheetState.UNREADABLE,
                null,
                stack.branch(),
                null,
                null,
                null,
                null,
                null,
                0,
                false);
    }

    /** A page that was read, with its pictures on the shelf. */
    StackSheet of(Stack stack, Sheet sheet, ShelvedObject picture, ShelvedObject preview) {
        Place place = sheet.blank() ? new Place(SheetState.BLANK, null, stack.branch(), null) : place(stack, sheet);
        return new StackSheet(
                UUID.randomUUID(),
                stack.id(),
                sheet.page(),
                place.state(),
                place.reason() == null ? null : place.reason().name(),
                place.branch(),
                sheet.contentType(),
                picture,
                preview,
                place.target(),
                null,
                0,
                false);
    }

    private record Place(
            SheetState state, @Nullable TrayReason reason, BranchCode branch, StackSheet.@Nullable Target target) {}

    private Place place(Stack stack, Sheet sheet) {
        List<PageCode> genuine = new ArrayList<>();
        sheet.codes().forEach(text -> forms.readPageCode(text).ifPresent(genuine::add));
        if (sheet.codes().isEmpty()) {
            return tray(stack, TrayReason.NO_CODE);
        }
        if (genuine.size() < sheet.codes().size()) {
            return tray(stack, TrayReason.FORGED);
        }
        if (genuine.size() > 1) {
            return tray(stack, TrayReason.SEVERAL);
        }
        return place(stack, genuine.get(0));
    }

    private Place place(Stack stack, PageCode code) {
        Optional<RenewalCase> renewal = renewals.find(code.caseNumber()).filter(one -> one.erasedAt() == null);
        Optional<MaterialCode> form = forms.templates().stream()
                .filter(template -> template.number() == code.formNumber())
                .map(FormTemplate::code)
                .map(MaterialCode::new)
                .findFirst();
        if (renewal.isEmpty() || form.isEmpty()) {
            return tray(stack, TrayReason.CASE_GONE);
        }
        BranchCode branch = renewal.get().branch();
        StackSheet.Target target = new StackSheet.Target(code.caseNumber(), form.get(), code.version(), code.page());
        if (!mayHandIn(stack, branch)) {
            return new Place(SheetState.TRAY, TrayReason.OTHER_BRANCH, branch, target);
        }
        return renewal.get().state().isOpen()
                ? new Place(SheetState.READ, null, branch, target)
                : new Place(SheetState.TRAY, TrayReason.CASE_ENDED, branch, target);
    }

    private static Place tray(Stack stack, TrayReason reason) {
        return new Place(SheetState.TRAY, reason, stack.branch(), null);
    }

    private boolean mayHandIn(Stack stack, BranchCode branch) {
        return staff.find(stack.by())
                .filter(member -> member.enabled() && rights.may(member, Act.HAND_IN_DOCUMENTS, branch))
                .isPresent();
    }
}
