package org.xudai.forms;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xudai.pdf.PdfForm;
import org.xudai.pdf.PdfWidget;

/** Reads the forms at the start: the bank's own from its directory, else the built-in samples. */
@Component
class TemplateFiles {

    private static final List<String> CODES = List.of(
            "application",
            "whitelist-confirmation",
            "credit-authorization",
            "shareholder-resolution",
            "guarantor-consent",
            "authorization-letter");

    private final Map<String, LoadedTemplate> templates = new LinkedHashMap<>();

    TemplateFiles(FormSettings settings, ObjectMapper json, PdfForm pdf) {
        for (String code : CODES) {
            try {
                byte[] form = read(settings.directory(), code, "form.pdf");
                Descriptor descriptor = json.readValue(read(settings.directory(), code, "form.json"), Descriptor.class);
                templates.put(code, load(code, form, descriptor, pdf));
            } catch (IOException e) {
                throw new UncheckedIOException("form " + code + " cannot be read", e);
            }
        }
    }

    Optional<LoadedTemplate> find(String code) {
        return Optional.ofNullable(templates.get(code));
    }

    List<LoadedTemplate> all() {
        return List.copyOf(templates.values());
    }

    private static LoadedTemplate load(String code, byte[] form, Descriptor descriptor, PdfForm pdf) {
        List<double[]> sizes = pdf.pageSizes(form);
        Map<String, FormField> fields = new LinkedHashMap<>();
        descriptor.fields().forEach(field -> fields.put(field.name(), field.field()));
        List<FormBox> boxes = new ArrayList<>();
        for (PdfWidget widget : pdf.widgets(form)) {
            FormField field = fields.get(widget.field());
            if (field == null) {
                throw new IllegalStateException("form " + code + " does not describe field " + widget.field());
            }
            boxes.add(new FormBox(
                    widget.page(),
                    field.name(),
                    field.editable() ? FormBox.Kind.TEXT : FormBox.Kind.VALUE,
                    widget.x(),
                    widget.y(),
                    widget.width(),
                    widget.height(),
                    Set.of(),
                    field.required()));
        }
        boxes.addAll(descriptor.boxes());
        List<FormLayout.Page> pages = new ArrayList<>();
        for (int page = 1; page <= sizes.size(); page++) {
            int current = page;
            double[] size = sizes.get(page - 1);
            pages.add(new FormLayout.Page(
                    size[0],
                    size[1],
                    boxes.stream().filter(box -> box.page() == current).toList()));
        }
        return new LoadedTemplate(
                new FormTemplate(
                        code,
                        descriptor.number(),
                        descriptor.titles(),
                        List.copyOf(fields.values()),
                        descriptor.steps(),
                        sizes.size()),
                form,
                new FormLayout(pages));
    }

    private static byte[] read(@Nullable Path directory, String code, String name) throws IOException {
        if (directory != null && Files.exists(directory.resolve(code).resolve(name))) {
            return Files.readAllBytes(directory.resolve(code).resolve(name));
        }
        String resource = "/forms/" + code + "/" + name;
        try (InputStream in = TemplateFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("no " + resource);
            }
            return in.readAllBytes();
        }
    }
}
