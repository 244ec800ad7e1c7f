package org.xudai.renewal.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The diagrams and decision tables as they stand in the repository. */
final class Diagrams {

    static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private static final Path MODELS = Path.of("bpmn");
    private static final Path SOURCES = Path.of("src/main/java/org/xudai");
    private static final Path ROOM = SOURCES.resolve("renewal/process");
    private static final Path TESTS = Path.of("src/test/java/org/xudai/renewal/process");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*\\}");

    private Diagrams() {}

    /** Processes by the name of their file. */
    static Map<String, BpmnModelInstance> processes() {
        Map<String, BpmnModelInstance> models = new TreeMap<>();
        files(MODELS, ".bpmn").forEach(file -> models.put(bare(file), Bpmn.readModelFromFile(file.toFile())));
        return models;
    }

    /** Decision tables by the name of their file. */
    static Map<String, DmnModelInstance> tables() {
        Map<String, DmnModelInstance> models = new TreeMap<>();
        files(MODELS, ".dmn").forEach(file -> models.put(bare(file), Dmn.readModelFromFile(file.toFile())));
        return models;
    }

    /** Elements of a type in all processes. */
    static <T extends ModelElementInstance> List<T> all(Class<T> type) {
        return processes().values().stream()
                .flatMap(model -> model.getModelElementsByType(type).stream())
                .toList();
    }

    static Set<String> ids(Collection<? extends BaseElement> elements) {
        return elements.stream().map(BaseElement::getId).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Flows that leave a node; the files do not repeat them at the node. */
    static List<SequenceFlow> leaving(FlowNode node) {
        return flows(node).filter(flow -> flow.getSource().equals(node)).toList();
    }

    /** Flows that enter a node. */
    static List<SequenceFlow> entering(FlowNode node) {
        return flows(node).filter(flow -> flow.getTarget().equals(node)).toList();
    }

    private static Stream<SequenceFlow> flows(FlowNode node) {
        return node.getModelInstance().getModelElementsByType(SequenceFlow.class).stream();
    }

    /** What an id says without its kind: {@code ReviewCase} of {@code Task_ReviewCase}. */
    static String bare(FlowNode node) {
        return node.getId().substring(node.getId().indexOf('_') + 1);
    }

    /** Every expression of the diagrams, as it is written. */
    static Set<String> expressions() {
        Set<String> found = new LinkedHashSet<>();
        files(MODELS, ".bpmn").forEach(file -> EXPRESSION
                .matcher(read(file))
                .results()
                .forEach(hit -> found.add(hit.group().replace("&#39;", "'"))));
        return found;
    }

    /** Source of a class of the product, by its path below {@code org.xudai}. */
    static String source(String file) {
        return read(SOURCES.resolve(file));
    }

    /** Sources of the module that talks to the engine, by class. */
    static Map<String, String> room() {
        Map<String, String> texts = new TreeMap<>();
        files(ROOM, ".java").forEach(file -> texts.put(bare(file), read(file)));
        return texts;
    }

    /** What the tests of the process say, one text. */
    static String tests() {
        return files(TESTS, "Tests.java").stream().map(Diagrams::read).collect(Collectors.joining());
    }

    private static String bare(Path file) {
        return file.getFileName().toString().replaceFirst("\\.\\w+$", "");
    }

    private static List<Path> files(Path root, String ending) {
        try (Stream<Path> files = Files.list(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
