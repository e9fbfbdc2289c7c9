/* contact-read.c: see contact-read.h. Nothing is kept between calls. */
#include "contact-read.h"

#include "database.h"
#include "person-read.h"
#include "priority-read.h"
#include "statement-read.h"

#define MOST_MESSAGES   20 /* looked at for the last words of a customer */
#define MOST_CANDIDATES 8

#define CONTACTS                                                                                   \
  "SELECT i.id, coalesce (m.person, i.customer, 0), i.channel, i.began_at, "                       \
  "  i.state = 'waiting', i.subject, i.reason "                                                    \
  "FROM interaction i LEFT JOIN person_member m ON m.customer = i.customer "                       \
  "WHERE " DIAPASON_IS_LIVE "AND i.began_at > ? "                                                  \
  "AND i.adviser IN (SELECT me FROM source WHERE me > 0) "                                         \
  "ORDER BY i.began_at DESC, i.customer DESC LIMIT ?"

static DiapasonContactRecord *
make_contact (DiapasonStatement *select)
{
  DiapasonContactRecord *contact = diapason_contact_record_new ();
  gboolean is_call;

  contact->id = sqlite3_column_int64 (select, 0);
  contact->person = sqlite3_column_int64 (select, 1);
  contact->channel = diapason_statement_text (select, 2);
  contact->began_at = contact->since = sqlite3_column_int64 (select, 3);
  is_call = g_strcmp0 (contact->channel, "call") == 0;
  contact->state = !sqlite3_column_int (select, 4) ? DIAPASON_LIVE_GOES_ON
                   : is_call                       ? DIAPASON_LIVE_RINGS
                                                   : DIAPASON_LIVE_WAITS;
  contact->words = diapason_statement_text (select, 5);
  if (contact->words == NULL)
    contact->words = diapason_statement_text (select, 6);
  return contact;
}

static void
take_words (DiapasonContactRecord *contact, DiapasonStatement *select)
{
  g_free (contact->words);
  contact->words = diapason_statement_text (select, 2);
  contact->language = diapason_statement_text (select, 3);
}

/* Their last words, and whether these are the last in it. */
static gboolean
read_words (DiapasonDatabase *database, DiapasonContactRecord *contact, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT author = 'customer', at, body, language FROM message "
      "WHERE interaction = ? AND kind IS NOT 'note' ORDER BY at DESC LIMIT ?",
      error);
  gboolean is_last = g_str_equal (contact->channel, "chat");
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "ii", contact->id, (gint64) MOST_MESSAGES);
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return TRUE;
      if (sqlite3_column_int (select, 0))
        {
          take_words (contact, select);
          if (is_last)
            {
              contact->state = DIAPASON_LIVE_WAITS;
              contact->since = sqlite3_column_int64 (select, 1);
            }
          return TRUE;
        }
      is_last = FALSE;
    }
  return FALSE;
}

/* Who it may be */

/* The numbers of @person, unless anything else is known of them: then there are none. Returns:
 * (transfer full) (element-type utf8), or NULL with @error. */
static GPtrArray *
read_bare_numbers (DiapasonDatabase *database, gint64 person, const char *name, GError **error)
{
  g_autoptr (DiapasonStatement) select =
      diapason_database_prepare (database,
                                 "SELECT p.value_key, p.value = ? FROM person_member m "
                                 "JOIN contact_point p ON p.customer = m.customer "
                                 "WHERE m.person = ? AND p.kind IN ('phone', 'mobile')",
                                 error);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  gboolean is_named = name != NULL;
  gboolean row;

  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "si", name, person);
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        {
          if (is_named)
            g_ptr_array_set_size (numbers, 0);
          return g_steal_pointer (&numbers);
        }
      is_named &= !sqlite3_column_int (select, 1);
      if (sqlite3_column_type (select, 0) != SQLITE_NULL)
        g_ptr_array_add (numbers, diapason_statement_text (select, 0));
    }
  return NULL;
}

static gboolean
is_candidate (const DiapasonContactRecord *contact, gint64 person)
{
  if (person == contact->person)
    return FALSE;
  for (guint i = 0; i < contact->candidates->len; i++)
    if (((DiapasonCandidateRecord *) g_ptr_array_index (contact->candidates, i))->person == person)
      return FALSE;
  return TRUE;
}

/* Not all of them: a number may be that of a whole company, or of everybody who left none. */
static gboolean
add_candidates (DiapasonDatabase *database,
                DiapasonContactRecord *contact,
                const char *number,
                GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT m.person, c.name, c.city FROM contact_point p "
      "JOIN person_member m ON m.customer = p.customer JOIN customer c ON c.id = p.customer "
      "WHERE p.value_key = ? ORDER BY p.id",
      error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "s", number);
  while (diapason_database_step (database, select, &row, error))
    {
      DiapasonCandidateRecord *candidate;

      if (!row || contact->candidates->len == MOST_CANDIDATES)
        return TRUE;
      if (!is_candidate (contact, sqlite3_column_int64 (select, 0)))
        continue;
      candidate = diapason_candidate_record_new ();
      candidate->person = sqlite3_column_int64 (select, 0);
      candidate->name = diapason_statement_text (select, 1);
      candidate->city = diapason_statement_text (select, 2);
      g_ptr_array_add (contact->candidates, candidate);
    }
  return FALSE;
}

static gboolean
read_who (DiapasonDatabase *database, DiapasonContactRecord *contact, GError **error)
{
  g_autoptr (GPtrArray) numbers = NULL;

  if (contact->person == 0)
    return TRUE;
  if (!diapason_person_name (database, contact->person, &contact->name, error))
    return FALSE;
  numbers = read_bare_numbers (database, contact->person, contact->name, error);
  if (numbers == NULL)
    return FALSE;
  for (guint i = 0; i < numbers->len; i++)
    if (!add_candidates (database, contact, g_ptr_array_index (numbers, i), error))
      return FALSE;
  return TRUE;
}

void
diapason_contacts_now_free (DiapasonContactsNow *self)
{
  g_ptr_array_unref (self->contacts);
  g_free (self);
}

/* The row that @select stands on. */
static gboolean
add_contact (DiapasonDatabase *database,
             DiapasonContactsNow *now,
             DiapasonStatement *select,
             GError **error)
{
  DiapasonContactRecord *contact;

  now->oldest = sqlite3_column_int64 (select, 3);
  if (now->contacts->len == DIAPASON_CONTACTS_MOST)
    {
      now->more++;
      return TRUE;
    }
  contact = make_contact (select);
  g_ptr_array_insert (now->contacts, 0, contact);
  return read_words (database, contact, error) && read_who (database, contact, error);
}

DiapasonContactsNow *
diapason_contacts_read (DiapasonDatabase *database, gint64 now, GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (database, CONTACTS, error);
  g_autoptr (DiapasonContactsNow) read = g_new0 (DiapasonContactsNow, 1);
  gboolean row;

  read->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) diapason_contact_record_unref);
  if (select == NULL)
    return NULL;
  diapason_statement_bind (select, "ii", now - DIAPASON_LIVE_MS,
                           (gint64) DIAPASON_CONTACTS_COUNTED);
  while (diapason_database_step (database, select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&read);
      if (!add_contact (database, read, select, error))
        return NULL;
    }
  return NULL;
}

gboolean
diapason_contact_is_colleagues (DiapasonDatabase *database,
                                gint64 interaction,
                                gboolean *out,
                                GError **error)
{
  g_autoptr (DiapasonStatement) select = diapason_database_prepare (
      database,
      "SELECT 1 FROM interaction i JOIN record a ON a.id = i.adviser "
      "JOIN source s ON s.id = a.source WHERE i.id = ? AND s.me > 0 AND s.me <> i.adviser",
      error);

  if (select == NULL)
    return FALSE;
  diapason_statement_bind (select, "i", interaction);
  return diapason_database_step (database, select, out, error);
}
