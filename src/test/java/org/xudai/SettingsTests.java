package org.xudai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Every setting is described, used and refused by its name where its value cannot be right. */
class SettingsTests {

    private static final Path DESCRIBED = Path.of("target/classes/META-INF/spring-configuration-metadata.json");
    private static final Pattern NAMED = Pattern.compile("xudai(?:\\.[a-z]+(?:-[a-z]+)*)+");

    /** The records that settings are read into, by the beginning of their names. */
    private static final Map<String, Class<?>> RECORDS = scanned();

    private static final Map<String, JsonNode> DESCRIPTIONS = described();

    /** What no value of a type can be. */
    private static final Map<String, String> WRONG = Map.ofEntries(
            Map.entry("java.lang.Integer", "-1"),
            Map.entry("java.lang.Boolean", "perhaps"),
            Map.entry("java.time.Duration", "-PT1S"),
            Map.entry("java.time.Period", "-P1M"),
            Map.entry("java.time.LocalTime", "25:00"),
            Map.entry("java.time.ZoneId", "Asia/Nowhere"),
            Map.entry("java.time.OffsetDateTime", "tomorrow"),
            Map.entry("java.net.URI", "nowhere"),
            Map.entry("org.springframework.util.unit.DataSize", "-1MB"),
            Map.entry("java.util.Set<org.xudai.kernel.SigningWay>", "PENCIL"));

    /** Texts that may be empty, and why. */
    private static final Map<String, String> MAY_BE_EMPTY = Map.of(
            "xudai.core-banking.key", "a system that asks for none",
            "xudai.notices.sms.key", "a carrier that asks for none",
            "xudai.store.access-key", "a store that asks for none",
            "xudai.store.secret-key", "a store that asks for none",
            "xudai.intake.heif-convert", "no converter: such photos are refused");

    /** Whoever sets one of these sets all. */
    private static final Map<String, String> FIRST_ADMIN = Map.of(
            "xudai.access.first-admin.id", "admin",
            "xudai.access.first-admin.name", "流程管理员",
            "xudai.access.first-admin.branch", "35070201",
            "xudai.access.first-admin.password-hash", "{noop}admin");

    private static Map<String, JsonNode> described() {
        Map<String, JsonNode> described = new TreeMap<>();
        try {
            for (JsonNode property :
                    new ObjectMapper().readTree(DESCRIBED.toFile()).path("properties")) {
                described.put(property.path("name").asText(), property);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return described;
    }

    private static Map<String, Class<?>> scanned() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Map<String, Class<?>> records = new TreeMap<>();
        for (BeanDefinition found : scanner.findCandidateComponents("org.xudai")) {
            Class<?> type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            records.put(type.getAnnotation(ConfigurationProperties.class).value(), type);
        }
        return records;
    }

    @Test
    void everySettingIsDescribed() {
        assertThat(DESCRIPTIONS).hasSizeGreaterThan(60).allSatisfy((name, property) -> {
            assertThat(name).matches(NAMED);
            assertThat(property.path("description").asText()).as(name).hasSizeGreaterThan(3);
            assertThat(property.path("type").asText()).as(name).isNotEmpty();
        });
        assertThat(RECORDS).hasSizeGreaterThan(8).allSatisfy((prefix, type) -> assertThat(names(prefix, type))
                .isSubsetOf(DESCRIPTIONS.keySet()));
    }

    @Test
    void everySettingThatIsNamedAnywhereIsDescribed() {
        Set<String> described = DESCRIPTIONS.keySet();
        Set<String> beginnings = described.stream()
                .flatMap(name -> Stream.iterate(
                        name, part -> part.contains("."), part -> part.substring(0, part.lastIndexOf('.'))))
                .collect(Collectors.toSet());
        beginnings.add("xudai");
        Set<String> named = new TreeSet<>();
        Pattern placeholder = Pattern.compile("\\$\\{(" + NAMED.pattern() + ")");
        Bundles.sources().values().forEach(text -> Stream.of(
                        placeholder, Pattern.compile("[Pp]ropert(?:y|ies)\\(\\s*\"(" + NAMED.pattern() + ")\""))
                .flatMap(pattern -> pattern.matcher(text).results())
                .forEach(hit -> named.add(hit.group(1))));
        for (Path file : Bundles.files(Path.of("src/main/resources"), ".yaml")) {
            placeholder.matcher(Bundles.read(file)).results().forEach(hit -> named.add(hit.group(1)));
        }
        for (Path file : documents()) {
            Pattern.compile("`(" + NAMED.pattern() + ")")
                    .matcher(Bundles.read(file))
                    .results()
                    .forEach(hit -> named.add(hit.group(1)));
        }
        assertThat(named).hasSizeGreaterThan(12).isSubsetOf(beginnings);
        Set<String> variables = Pattern.compile("(?m)^ +(XUDAI_[A-Z_]+):")
                .matcher(Bundles.read(Path.of("docker-compose.yml")))
                .results()
                .map((MatchResult hit) -> hit.group(1))
                .collect(Collectors.toSet());
        assertThat(variables)
                .isNotEmpty()
                .isSubsetOf(described.stream().map(SettingsTests::variable).toList());
    }

    private static List<Path> documents() {
        List<Path> documents = new ArrayList<>(Bundles.files(Path.of("docs"), ".md"));
        documents.add(Path.of("README.md"));
        return documents;
    }

    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    @Test
    void everySettingIsUsed() {
        String sources = String.join("\n", Bundles.sources().values());
        String files = Bundles.files(Path.of("src/main/resources"), ".yaml").stream()
                .map(Bundles::read)
                .collect(Collectors.joining());
        List<String> unused = new ArrayList<>();
        DESCRIPTIONS.keySet().forEach(name -> {
            String component = camel(name.substring(name.lastIndexOf('.') + 1));
            boolean read = sources.contains("." + component + "()")
                    || sources.contains("-> " + component + ";")
                    || sources.contains("${" + name)
                    || sources.contains("\"" + name + "\"")
                    || files.contains("${" + name + "}");
            if (!read) {
                unused.add(name);
            }
        });
        assertThat(unused).isEmpty();
    }

    private static Stream<String> settings() {
        Set<String> prefixes = RECORDS.keySet();
        return DESCRIPTIONS.entrySet().stream()
                .filter(entry ->
                        prefixes.stream().anyMatch(prefix -> entry.getKey().startsWith(prefix + ".")))
                .filter(entry -> WRONG.containsKey(type(entry.getValue()))
                        || type(entry.getValue()).equals("java.lang.String"))
                .map(Map.Entry::getKey)
                .filter(name -> !MAY_BE_EMPTY.containsKey(name));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void aWrongValueIsRefusedByTheNameOfItsSetting(String name) {
        JsonNode property = Objects.requireNonNull(DESCRIPTIONS.get(name));
        String value = WRONG.getOrDefault(type(property), "");

        BindException refused = catchThrowableOfType(BindException.class, () -> read(name, value));

        assertThat(refused).as(name + "=" + value).isNotNull();
        assertThat(messages(refused)).contains(name);
    }

    @Test
    void remindersThatAreNotInOrderAreRefused() {
        BindException refused =
                catchThrowableOfType(BindException.class, () -> read("xudai.renewal.second-reminder", "50"));

        assertThat(messages(refused))
                .contains("xudai.renewal.first-reminder has to be more than xudai.renewal.second-reminder, 50, not 45");
    }

    @Test
    void whatIsLeftOutHasAValueThatIsRight() {
        RECORDS.forEach(
                (prefix, type) -> assertThat(binder(Map.of("xudai.nothing", "")).bindOrCreate(prefix, type))
                        .as(prefix)
                        .isNotNull());
        assertThat(RECORDS).isNotEmpty();
    }

    private static void read(String name, String value) {
        RECORDS.forEach((prefix, type) -> {
            if (name.startsWith(prefix + ".")) {
                Map<String, String> values = new HashMap<>(FIRST_ADMIN);
                values.put(name, value);
                binder(values).bindOrCreate(prefix, type);
            }
        });
    }

    private static Binder binder(Map<String, String> values) {
        return new Binder(
                List.of(new MapConfigurationPropertySource(values)),
                null,
                ApplicationConversionService.getSharedInstance(),
                null,
                null);
    }

    private static String messages(Throwable refused) {
        return Stream.iterate(refused, cause -> cause != null, Throwable::getCause)
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> names(String prefix, Class<?> type) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(type.getRecordComponents()).forEach(component -> {
            String name = prefix + "." + kebab(component);
            if (component.getType().isRecord()) {
                names.addAll(names(name, component.getType()));
            } else {
                names.add(name);
            }
        });
        return names;
    }

    private static String kebab(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String camel(String name) {
        return Pattern.compile("-([a-z])").matcher(name).replaceAll(hit -> hit.group(1)
                .toUpperCase(Locale.ROOT));
    }

    private static String type(JsonNode property) {
        return property.path("type").asText();
    }
}
