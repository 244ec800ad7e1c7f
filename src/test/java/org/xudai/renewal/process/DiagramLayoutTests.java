package org.xudai.renewal.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;

/** Diagrams are drawn whole, at right angles, and nothing lies on something else. */
class DiagramLayoutTests {

    @Test
    void everythingIsDrawn() {
        assertThat(Diagrams.processes()).isNotEmpty().allSatisfy((name, model) -> {
            assertThat(shapes(model).stream()
                            .map(shape -> shape.getBpmnElement().getId()))
                    .containsExactlyInAnyOrderElementsOf(Diagrams.ids(model.getModelElementsByType(FlowNode.class)));
            assertThat(model.getModelElementsByType(BpmnEdge.class).stream()
                            .map(edge -> edge.getBpmnElement().getId()))
                    .containsExactlyInAnyOrderElementsOf(
                            Diagrams.ids(model.getModelElementsByType(SequenceFlow.class)));
        });
    }

    @Test
    void linesRunAtRightAngles() {
        List<BpmnEdge> edges = Diagrams.all(BpmnEdge.class);
        assertThat(edges).hasSizeGreaterThan(90);
        assertThat(edges.stream().filter(edge -> !isSquare(edge)).map(BpmnEdge::getId))
                .isEmpty();
    }

    @Test
    void nothingLiesOnSomethingElse() {
        List<String> overlapping = new ArrayList<>();
        for (BpmnModelInstance model : Diagrams.processes().values()) {
            List<BpmnShape> shapes = shapes(model).stream()
                    .filter(shape -> !(shape.getBpmnElement() instanceof BoundaryEvent))
                    .toList();
            for (BpmnShape one : shapes) {
                for (BpmnShape other : shapes) {
                    if (one.getId().compareTo(other.getId()) < 0 && meet(one, other) && !isWithin(one, other)) {
                        overlapping.add(one.getId() + " and " + other.getId());
                    }
                }
            }
        }
        assertThat(overlapping).isEmpty();
    }

    @Test
    void linesCrossNoStep() {
        List<String> crossing = new ArrayList<>();
        for (BpmnModelInstance model : Diagrams.processes().values()) {
            List<BpmnShape> steps = shapes(model).stream()
                    .filter(shape -> !(shape.getBpmnElement() instanceof SubProcess))
                    .toList();
            for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
                SequenceFlow flow = (SequenceFlow) edge.getBpmnElement();
                Set<String> ends =
                        Set.of(flow.getSource().getId(), flow.getTarget().getId());
                steps.stream()
                        .filter(step -> !ends.contains(step.getBpmnElement().getId()))
                        .filter(step -> crosses(edge, step.getBounds()))
                        .forEach(step -> crossing.add(edge.getId() + " over " + step.getId()));
            }
        }
        assertThat(crossing).isEmpty();
    }

    private static Collection<BpmnShape> shapes(BpmnModelInstance model) {
        return model.getModelElementsByType(BpmnShape.class).stream().collect(Collectors.toUnmodifiableList());
    }

    private static boolean isSquare(BpmnEdge edge) {
        List<Waypoint> points = List.copyOf(edge.getWaypoints());
        return points.size() > 1
                && IntStream.range(1, points.size()).allMatch(i -> {
                    Waypoint from = points.get(i - 1);
                    Waypoint to = points.get(i);
                    return equal(from.getX(), to.getX()) || equal(from.getY(), to.getY());
                });
    }

    private static boolean equal(double one, double other) {
        return Double.compare(one, other) == 0;
    }

    private static boolean meet(BpmnShape one, BpmnShape other) {
        Bounds a = one.getBounds();
        Bounds b = other.getBounds();
        return a.getX() < b.getX() + b.getWidth()
                && b.getX() < a.getX() + a.getWidth()
                && a.getY() < b.getY() + b.getHeight()
                && b.getY() < a.getY() + a.getHeight();
    }

    /** Whether one holds the other, in the diagram and on the drawing. */
    private static boolean isWithin(BpmnShape one, BpmnShape other) {
        return holds(one, other) || holds(other, one);
    }

    private static boolean holds(BpmnShape outer, BpmnShape inner) {
        Bounds a = outer.getBounds();
        Bounds b = inner.getBounds();
        return outer.getBpmnElement() instanceof SubProcess
                && a.getX() <= b.getX()
                && a.getY() <= b.getY()
                && b.getX() + b.getWidth() <= a.getX() + a.getWidth()
                && b.getY() + b.getHeight() <= a.getY() + a.getHeight();
    }

    private static boolean crosses(BpmnEdge edge, Bounds step) {
        List<Waypoint> points = List.copyOf(edge.getWaypoints());
        for (int i = 1; i < points.size(); i++) {
            Waypoint from = points.get(i - 1);
            Waypoint to = points.get(i);
            boolean beside = Math.max(from.getX(), to.getX()) <= step.getX()
                    || Math.min(from.getX(), to.getX()) >= step.getX() + step.getWidth();
            boolean above = Math.max(from.getY(), to.getY()) <= step.getY()
                    || Math.min(from.getY(), to.getY()) >= step.getY() + step.getHeight();
            if (!beside && !above) {
                return true;
            }
        }
        return false;
    }
}
