#pragma once

struct sqlite3;

/// Refuses statements that could damage the file on purpose (SQLITE_DBCONFIG_DEFENSIVE). Returns what holds then: 1, or 0 where it does not.
int portolan_sqlite_defend(struct sqlite3 *connection);

/// Whether such statements are refused: 1 or 0; -1 where SQLite does not say.
int portolan_sqlite_is_defended(struct sqlite3 *connection);

/// Sets the greatest length of a text, blob or row in bytes; a negative number only asks. Returns what held before.
int portolan_sqlite_limit_length(struct sqlite3 *connection, int bytes);

struct sqlite3_stmt;

/// The bytes of a column of the present row, in SQLite's own memory until the next step; their number is -1 where the column is null.
const void *portolan_sqlite_bytes(struct sqlite3_stmt *statement, int column, int *count);

/// Adds `holds(whole, part)`: 1 where the bytes of a part stand somewhere in the bytes of a whole, else 0, also for nothing at all. SQLite's own
/// `instr` compares at each place anew; this one reads tens of megabytes in a hundredth of a second. Returns 1 where it was added.
int portolan_sqlite_add_holds(struct sqlite3 *connection);

/// The whole number of a column of the present row; `isInteger` is 0 where it holds something else.
long long portolan_sqlite_integer(struct sqlite3_stmt *statement, int column, int *isInteger);
