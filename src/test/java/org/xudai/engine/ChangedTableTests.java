package org.xudai.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.testing.RunningXudai;

/** A node that works while a newer one migrates: what its connections have prepared goes on. */
@RunningXudai
class ChangedTableTests {

    private static final String ALL_COLUMNS = "select * from changed_meanwhile";
    private static final int UNTIL_THE_SERVER_KEEPS_IT = 10;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aTable() {
        jdbc.sql("create table changed_meanwhile (id integer)").update();
        jdbc.sql("insert into changed_meanwhile values (1)").update();
    }

    @AfterEach
    void isGone() {
        jdbc.sql("drop table changed_meanwhile").update();
    }

    @Test
    void aColumnThatANewerReleaseAddsBreaksNoTransactionOfAnOlderOne() throws SQLException {
        try (Connection node = database.getConnection()) {
            node.setAutoCommit(false);
            for (int i = 0; i < UNTIL_THE_SERVER_KEEPS_IT; i++) {
                assertThat(columns(node)).isEqualTo(1);
            }
            node.commit();

            jdbc.sql("alter table changed_meanwhile add column added text").update();

            insert(node);
            assertThat(columns(node)).isEqualTo(2);
            node.commit();
            assertThat(jdbc.sql("select count(*) from changed_meanwhile")
                            .query(Integer.class)
                            .single())
                    .as("what the transaction did before it met the change")
                    .isEqualTo(2);
        }
    }

    private static int columns(Connection node) throws SQLException {
        try (var asked = node.prepareStatement(ALL_COLUMNS);
                ResultSet row = asked.executeQuery()) {
            return row.getMetaData().getColumnCount();
        }
    }

    private static void insert(Connection node) throws SQLException {
        try (Statement insert = node.createStatement()) {
            insert.executeUpdate("insert into changed_meanwhile (id) values (2)");
        }
    }
}
