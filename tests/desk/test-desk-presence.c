/* test-desk-presence.c: whether whoever is signed in is there, as the platform tells it. */
#include "await.h"
#include "desk-fixture.h"

static DiapasonPresenceRecord *
read_presence (DeskFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  DiapasonPresenceRecord *presence;

  diapason_desk_my_presence_async (fixture->desk, NULL, await_cb, &result);
  await (&result);
  presence = diapason_desk_my_presence_finish (fixture->desk, result, &error);
  g_assert_no_error (error);
  return presence;
}

static void
tell_presence (DeskFixture *fixture)
{
  desk_fixture_row (fixture, "desk", "adviser", "amina", "name", "Amina Vale", NULL);
  desk_fixture_row (fixture, "desk", "adviser", "ida", "name", "Ida Marsh", NULL);
  desk_fixture_row (fixture, "desk", "presence", "amina", "adviser", "amina", "state", "busy",
                    "since", "-1", NULL);
  desk_fixture_row (fixture, "desk", "presence", "ida", "adviser", "ida", "state", "away", NULL);
  desk_fixture_row (fixture, "desk", "presence_channel", "amina:call", "presence", "amina",
                    "channel", "call", "state", "busy", "since", "-1", "set_by", "platform", NULL);
  desk_fixture_row (fixture, "desk", "presence_channel", "amina:chat", "presence", "amina",
                    "channel", "chat", "state", "away", "set_by", "lead", "setter", "ida", NULL);
  desk_fixture_commit (fixture);
}

static void
presence_changed_cb (DiapasonDesk *desk, guint *n)
{
  ++*n;
}

/* Nobody signed in is nowhere; then it is mine, and of nobody else. */
static void
test_mine (DeskFixture *fixture, gconstpointer data)
{
  tell_presence (fixture);
  g_autoptr (DiapasonPresenceRecord) nobody = read_presence (fixture);
  g_assert_false (nobody->known);

  desk_fixture_sign_in (fixture, "desk", "amina");
  g_autoptr (DiapasonPresenceRecord) mine = read_presence (fixture);
  const DiapasonPresenceChannel *calls = g_ptr_array_index (mine->channels, 0);
  const DiapasonPresenceChannel *chats = g_ptr_array_index (mine->channels, 1);
  g_assert_true (mine->known);
  g_assert_cmpstr (mine->state, ==, "busy");
  g_assert_cmpint (mine->since, ==, DESK_FIXTURE_NOW - DESK_FIXTURE_HOUR);
  g_assert_cmpstr (mine->origin.source_label, ==, "DESK");
  g_assert_cmpuint (mine->channels->len, ==, 2);
  g_assert_cmpstr (calls->set_by, ==, "platform");
  g_assert_null (calls->setter);
  g_assert_cmpstr (chats->setter, ==, "Ida Marsh");
}

/* What changes is told, and only that. */
static void
test_news (DeskFixture *fixture, gconstpointer data)
{
  guint n = 0;

  tell_presence (fixture);
  desk_fixture_sign_in (fixture, "desk", "amina");
  g_signal_connect (fixture->desk, "presence-changed", G_CALLBACK (presence_changed_cb), &n);
  desk_fixture_row (fixture, "desk", "customer", "d1", "name", "Ada Quill", NULL);
  desk_fixture_commit (fixture);
  g_assert_cmpuint (n, ==, 0);
  desk_fixture_row (fixture, "desk", "presence_channel", "amina:call", "presence", "amina",
                    "channel", "call", "state", "available", "set_by", "platform", NULL);
  desk_fixture_commit (fixture);
  g_assert_cmpuint (n, >, 0);
  n = 0;
  desk_fixture_drop (fixture, "desk", "presence", "amina");
  desk_fixture_commit (fixture);
  g_assert_cmpuint (n, >, 0);
  g_autoptr (DiapasonPresenceRecord) gone = read_presence (fixture);
  g_assert_false (gone->known);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/desk/presence/" name, DeskFixture, NULL, desk_fixture_set_up, func,                \
              desk_fixture_tear_down)
  ADD ("mine", test_mine);
  ADD ("news", test_news);
  return g_test_run ();
}
