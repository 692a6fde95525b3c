// SQLite's own functions for the first take a variable number of arguments, which Swift cannot call; columns are read without a copy of each.
#include "CSQLite.h"
#include <sqlite3.h>

static int defensive(sqlite3 *connection, int wanted) {
    int now = -1;
    return sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, wanted, &now) == SQLITE_OK ? now : -1;
}

int portolan_sqlite_defend(sqlite3 *connection) { return defensive(connection, 1) == 1; }

int portolan_sqlite_is_defended(sqlite3 *connection) { return defensive(connection, -1); }

int portolan_sqlite_limit_length(sqlite3 *connection, int bytes) { return sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, bytes); }

const void *portolan_sqlite_bytes(sqlite3_stmt *statement, int column, int *count) {
    *count = -1;
    if (sqlite3_column_type(statement, column) == SQLITE_NULL) return 0;
    const void *bytes = sqlite3_column_blob(statement, column);
    *count = sqlite3_column_bytes(statement, column);
    return bytes;
}
