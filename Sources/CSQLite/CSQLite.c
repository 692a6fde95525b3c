// SQLite's own functions for these take a variable number of arguments, which Swift cannot call.
#include "CSQLite.h"
#include <sqlite3.h>

static int defensive(sqlite3 *connection, int wanted) {
    int now = -1;
    return sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, wanted, &now) == SQLITE_OK ? now : -1;
}

int portolan_sqlite_defend(sqlite3 *connection) { return defensive(connection, 1) == 1; }

int portolan_sqlite_is_defended(sqlite3 *connection) { return defensive(connection, -1); }

int portolan_sqlite_limit_length(sqlite3 *connection, int bytes) { return sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, bytes); }
