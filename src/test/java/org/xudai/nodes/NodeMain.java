package org.xudai.nodes;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.xudai.XudaiApplication;
import org.xudai.development.DemoStaff;

/** The product in a process of its own, with the demo branches and staff; everything else as at a bank. */
public final class NodeMain {

    private NodeMain() {}

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(XudaiApplication.class, DemoStaff.class).run(arguments);
    }
}
