package org.xudai.forms;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xudai.pdf.PdfForm;

/**
 * Reads the forms at the start: the bank's own from its directory, else the built-in samples. A form that breaks a rule
 * of {@link TemplateRules} stops the start and is told with everything that is wrong.
 */
@Component
class TemplateFiles {

    private static final List<String> SAMPLES = List.of(
            "application",
            "whitelist-confirmation",
            "credit-authorization",
            "shareholder-resolution",
            "guarantor-consent",
            "authorization-letter");
    private static final String PDF = "form.pdf";
    private static final String DESCRIPTOR = "form.json";

    private final Map<String, LoadedTemplate> templates = new LinkedHashMap<>();

    TemplateFiles(FormSettings settings, ObjectMapper json, PdfForm pdf) {
        Map<Integer, String> numbers = new HashMap<>();
        for (String code : codes(settings.directory())) {
            try {
                LoadedTemplate loaded = load(code, settings.directory(), json, pdf);
                String other = numbers.put(loaded.template().number(), code);
                if (other != null) {
                    throw new IllegalStateException("forms " + other + " and " + code + " have the same number");
                }
                templates.put(code, loaded);
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

    /** The samples, then what else the bank has. */
    private static Set<String> codes(@Nullable Path directory) {
        Set<String> codes = new LinkedHashSet<>(SAMPLES);
        if (directory != null) {
            try (Stream<Path> own = Files.list(directory)) {
                own.filter(path -> Files.exists(path.resolve(DESCRIPTOR)))
                        .map(path -> path.getFileName().toString())
                        .sorted()
                        .forEach(codes::add);
            } catch (IOException e) {
                throw new UncheckedIOException("xudai.forms.directory cannot be read", e);
            }
        }
        return codes;
    }

    private static LoadedTemplate load(String code, @Nullable Path directory, ObjectMapper json, PdfForm pdf)
            throws IOException {
        byte[] form = read(directory, code, PDF);
        Descriptor descriptor = json.readValue(read(directory, code, DESCRIPTOR), Descriptor.class);
        List<FormField> fields =
                descriptor.fields().stream().map(Descriptor.Field::field).toList();
        Map<String, String> limits = new HashMap<>();
        for (Descriptor.Field field : descriptor.fields()) {
            if (field.notAbove() != null) {
                limits.put(field.name(), field.notAbove());
            }
        }
        LoadedTemplate loaded = new LoadedTemplate(
                new FormTemplate(
                        code,
                        descriptor.number(),
                        descriptor.titles(),
                        fields,
                        descriptor.steps(),
                        pdf.pageSizes(form).size()),
                form,
                pdf.pageSizes(form),
                pdf.widgets(form),
                descriptor.boxes(),
                limits);
        List<String> faults = TemplateRules.faults(loaded, descriptor);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("form " + code + " cannot be used: " + String.join("; ", faults));
        }
        return loaded;
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
