#pragma once
#include <sqlite3.h>

/* sqlite3_db_config is variadic, and SQLITE_TRANSIENT a cast: Swift sees neither. */

/** Switches a Boolean SQLITE_DBCONFIG_… option; returns SQLITE_OK or an error code. */
static inline int report_sqlite3_set(sqlite3 *db, int option, int on) {
  return sqlite3_db_config(db, option, on, (int *)0);
}

/** Returns text from a function; SQLite takes a copy. */
static inline void report_sqlite3_result_text(sqlite3_context *context, const char *text, int n) {
  sqlite3_result_text(context, text, n, SQLITE_TRANSIENT);
}

/** Binds text; SQLite takes a copy. */
static inline int report_sqlite3_bind_text_copy(sqlite3_stmt *s, int i, const char *text, int n) {
  return sqlite3_bind_text(s, i, text, n, SQLITE_TRANSIENT);
}
