// SQLite's own functions for the first take a variable number of arguments, which Swift cannot call; columns are read without a copy of each.
#define _GNU_SOURCE
#include "CSQLite.h"
#include <sqlite3.h>
#include <string.h>

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

static void holds(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    const void *whole = sqlite3_value_blob(values[0]), *part = sqlite3_value_blob(values[1]);
    int wholeBytes = sqlite3_value_bytes(values[0]), partBytes = sqlite3_value_bytes(values[1]);
    sqlite3_result_int(context, whole && part && partBytes <= wholeBytes && memmem(whole, (size_t)wholeBytes, part, (size_t)partBytes) != 0);
}

int portolan_sqlite_add_holds(sqlite3 *connection) {
    return sqlite3_create_function_v2(connection, "holds", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, 0, holds, 0, 0, 0) == SQLITE_OK;
}

long long portolan_sqlite_integer(sqlite3_stmt *statement, int column, int *isInteger) {
    *isInteger = sqlite3_column_type(statement, column) == SQLITE_INTEGER;
    return *isInteger ? sqlite3_column_int64(statement, column) : 0;
}
