package org.xudai.api;

import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Map;
import java.util.Objects;

/** What the parameters of the interface mean: one name means one thing everywhere. */
final class ParameterTexts {

    private static final String CASE = "XD2026-0000017";
    private static final String ID = "3f0c0e3c-7c39-4a0e-9f43-0d3f6a1f9a10";

    /** Description and example by name. */
    private static final Map<String, Text> TEXTS = Map.ofEntries(
            Map.entry("caseNumber", new Text("number of a renewal case", CASE)),
            Map.entry("loanNumber", new Text("number of a loan, as in the loan file", "JT20260118")),
            Map.entry(
                    "id",
                    new Text("id that an answer before gave: of a document, a task, an import, or a sign-in name", ID)),
            Map.entry("code", new Text("code of a material or form, or of a branch", "application")),
            Map.entry("page", new Text("number of the page: of a list from 0, of a document from 1", 1)),
            Map.entry("size", new Text("rows a page, 1 to 200", 50)),
            Map.entry("after", new Text("the next of the page before; instead of page, without its limit of 100", "")),
            Map.entry(
                    "q", new Text("part of a number, of a firm's or a person's name, or a phone's last four", "0017")),
            Map.entry("branch", new Text("code of a branch; left out, all of the caller's", "35070201")),
            Map.entry("state", new Text("state of a case", "IN_REVIEW")),
            Map.entry("kind", new Text("kind of a task, its id in the diagram without Task_", "ReviewCase")),
            Map.entry("mine", new Text("only tasks the caller has claimed", true)),
            Map.entry("maturingBefore", new Text("loans that mature before this day", "2027-01-31")),
            Map.entry("material", new Text("code of the material; left out, the codes on the pages decide", "id-card")),
            Map.entry("channel", new Text("how it came: WECHAT MAIL COUNTER POST VISIT SCAN", "POST")),
            Map.entry("from", new Text("who sent or brought it", "the contact")),
            Map.entry("receivedAt", new Text("when it came, where that was before now", "2026-11-23T15:04:05+08:00")),
            Map.entry("sheet", new Text("id of a page of a stack of scans, as the tray gives it", ID)),
            Map.entry("file", new Text("number of the file of a document, from 1", 1)),
            Map.entry("wait", new Text("false: answered at once, the file is read in the background", false)));

    private ParameterTexts() {}

    private record Text(String description, Object example) {}

    /** Says what a parameter is where its method does not. */
    static void fill(Parameter parameter) {
        Text text = TEXTS.get(parameter.getName());
        if (text == null) {
            return;
        }
        parameter.setDescription(Objects.requireNonNullElse(parameter.getDescription(), text.description()));
        parameter.setExample(Objects.requireNonNullElse(parameter.getExample(), text.example()));
    }
}
