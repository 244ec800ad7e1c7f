package org.xudai.testing;

import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A PostgreSQL in a container; it ends with this JVM. */
final class ContainerDatabase {

    private final PostgreSQLContainer container;

    private ContainerDatabase(PostgreSQLContainer container) {
        this.container = container;
    }

    /** Starts it from the image that {@code containers.database} names. */
    static ContainerDatabase started() {
        PostgreSQLContainer container = new PostgreSQLContainer(
                        DockerImageName.parse(System.getProperty("containers.database"))
                                .asCompatibleSubstituteFor("postgres"))
                .withDatabaseName("postgres")
                .withUsername("postgres")
                .withPassword("postgres")
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
        container.start();
        return new ContainerDatabase(container);
    }

    /** JDBC address of a database of it, with the owner's sign-in. */
    String url(String database) {
        return "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/" + database
                + "?user=postgres&password=postgres";
    }
}
