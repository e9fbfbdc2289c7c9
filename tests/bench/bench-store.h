/* bench-store.h: a store with blocking calls, for programs that measure.
 *
 * Any error ends the program: a bench has nothing to say of one. Thread: main.
 */
#pragma once

#include <sqlite3.h>

#include "store.h"

/* Where the clock of every bench stands: 2026-01-01. */
#define BENCH_NOW G_GINT64_CONSTANT (1767225600000)

/* Returns: (transfer full). */
DiapasonStore *bench_store_open (const char *folder, DiapasonStoreMode mode);
void bench_store_close (DiapasonStore *store);

/* Runs @func and waits for it. */
gpointer bench_store_read (DiapasonStore *store,
                           DiapasonLane lane,
                           DiapasonReadFunc func,
                           gpointer data);
void bench_store_write (DiapasonStore *store, DiapasonWriteFunc func, gpointer data);

/* Derives until nothing waits. */
void bench_store_derive (DiapasonStore *store);

/* The size written down by the fill in @folder: customers. */
gint64 bench_store_size (const char *folder);

/* Removes the files in @folder, and it. */
void bench_store_remove (const char *folder);

/* Statements of one connection without any of our code between: what a figure is held to. */
typedef struct
{
  sqlite3 *handle;
  GPtrArray *statements; /* (owned) of sqlite3_stmt */
} BenchRaw;

/* Opens the cache in @folder with the program's own pragmas, for one thread. */
BenchRaw *bench_raw_open (const char *folder);
void bench_raw_free (BenchRaw *raw);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchRaw, bench_raw_free)

/* Prepares @sql; the index of the statement. */
guint bench_raw_prepare (BenchRaw *raw, const char *sql);

/* Gives the statement one integer or text. */
sqlite3_stmt *bench_raw_bind_integer (BenchRaw *raw, guint statement, gint64 value);
sqlite3_stmt *bench_raw_bind_text (BenchRaw *raw, guint statement, const char *value);

/* Steps to the end, or until @limit rows, and reads every column. The first column of row i goes to
 * @ids[i] (nullable). How many rows it was; the statement is reset. */
guint bench_raw_rows (sqlite3_stmt *statement, guint limit, gint64 *ids);

/* Reads every column of the row it stands on. */
void bench_raw_row (sqlite3_stmt *statement);

/* The steps of SQLite's machine of all statements of @handle since it was asked last. */
gint64 bench_raw_steps (sqlite3 *handle);
