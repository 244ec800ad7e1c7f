package org.xudai.testing;

import java.nio.file.Path;

/**
 * What stands behind a test: servers of this process, or, where the profile {@code containers} asks for it, PostgreSQL and
 * MinIO in containers. Only there objects have versions and locks.
 */
public final class TestServers {

    private static final boolean IN_CONTAINERS = System.getProperty("containers.store") != null;

    private TestServers() {}

    public static boolean inContainers() {
        return IN_CONTAINERS;
    }

    /**
     * Starts an empty object store.
     *
     * @param directory where one of this process keeps its objects
     */
    public static RunningStore store(Path directory) {
        if (IN_CONTAINERS) {
            return ContainerStore.started();
        }
        ObjectStoreServer server = new ObjectStoreServer(directory);
        server.start();
        return server;
    }
}
