/* fake-rows.h: a DiapasonRowSource whose rows a test edits and whose answers it times.
 *
 * A call waits in a queue, is read (it sees what is there at that moment), then answered: changes
 * may come between each. First come, first served. Thread: main.
 */
#pragma once

#include "row-source.h"

G_BEGIN_DECLS

#define FAKE_TYPE_ROWS (fake_rows_get_type ())
G_DECLARE_FINAL_TYPE (FakeRows, fake_rows, FAKE, ROWS, GObject)

/* A row as it stood when it was read. */
typedef struct
{
  gint64 id;
  guint version;
} FakeRow;

FakeRows *fake_rows_new (void);

/* The truth, to be edited in place and then told by fake_rows_tell(). Borrowed. */
GArray *fake_rows_ids (FakeRows *rows);

/* Gives the row of @id another version; to be told. */
void fake_rows_touch (FakeRows *rows, gint64 id);
guint fake_rows_version (FakeRows *rows, gint64 id);

/* Emits "changed" for what was touched since the last time. */
void fake_rows_tell (FakeRows *rows, gboolean membership);

/* The next @n calls fail with this sentence. */
void fake_rows_fail (FakeRows *rows, guint n, const char *sentence);

/* Reads or answers the oldest call; FALSE when none waits. */
gboolean fake_rows_step (FakeRows *rows);

/* Runs the main context and all calls until nothing is left to do. */
void fake_rows_settle (FakeRows *rows);

/* How often it was asked, and the most rows in one call. */
guint fake_rows_count_ids_calls (FakeRows *rows);
guint fake_rows_count_rows_calls (FakeRows *rows);
guint fake_rows_count_rows (FakeRows *rows);
guint fake_rows_largest_batch (FakeRows *rows);

G_END_DECLS
