/* source-runner.c: see source-runner.h.
 *
 * A round begins when somebody waits for one (sync_once), when it is due (started, not paused, its
 * timer has run out, or changes begin to be told), or when the source hints at changes; then only
 * the streams hinted at are read. Before the first one the state that was kept and the login are
 * looked up; after it the source is listened to. Tasks hold the runner while they run; timers do
 * not.
 */
#include "source-runner.h"

#include "backoff.h"
#include "net-errors.h"
#include "descriptor-plan.h"
#include "round.h"
#include "scope.h"
#include "sign-in.h"
#include "source-live.h"
#include "source-sentences.h"
#include "source-state.h"

#define JITTER       0.1              /* of the interval, so that sources do not all ask at once */
#define LIVE_POLL_MS (10 * 60 * 1000) /* at least, while changes are told */
#define LOST_MS      2000             /* after they no longer are: is the source still there? */

struct _DiapasonSourceRunner
{
  GObject parent_instance;

  DiapasonDescriptor *descriptor; /* (owned) */
  DiapasonStore *store;           /* (owned) */
  DiapasonSession *session;       /* (owned) */
  DiapasonSecrets *secrets;       /* (owned) */
  DiapasonClock *clock;           /* (owned) */
  DiapasonConnection *connection; /* (owned) */
  DiapasonSourceStatus *status;   /* (owned) */
  DiapasonSourceLive *live;       /* (owned) */
  DiapasonScope *scope;           /* (owned) of the round */
  GHashTable *login;              /* (owned) (nullable) */
  char *no_keyring;               /* (owned) (nullable) why it could not be looked up */
  GPtrArray *waiting;             /* (owned) of GTask: sync_once */
  GTask *retiring;                /* (owned) (nullable) */

  gboolean is_started;
  gboolean is_paused;
  gboolean is_prepared; /* what was kept is known */
  gboolean is_running;  /* a round, or the preparation of one */
  gboolean is_partial;  /* the round reads what was hinted at */
  gboolean is_due;
  gboolean is_retired; /* never goes round again */
  gboolean knows_me;
  gint64 kept_pause; /* as the cache has it; 0: none */
  guint failures;    /* in a row */
  guint timer;       /* 0: none */
};

G_DEFINE_FINAL_TYPE (DiapasonSourceRunner, diapason_source_runner, G_TYPE_OBJECT)

static void consider (DiapasonSourceRunner *self);

/* After a round ----------------------------------------------------------------------------- */

static void
due_cb (gpointer data)
{
  DiapasonSourceRunner *self = data;

  self->timer = 0;
  self->is_due = TRUE;
  consider (self);
}

static void
stop_timer (DiapasonSourceRunner *self)
{
  guint timer = self->timer;

  self->timer = 0;
  if (timer != 0)
    diapason_clock_cancel (self->clock, timer);
}

static void
schedule (DiapasonSourceRunner *self, gint64 delay)
{
  stop_timer (self);
  if (self->is_started)
    self->timer = diapason_clock_after (self->clock, delay, due_cb, self, NULL);
}

static void
schedule_about (DiapasonSourceRunner *self, gint64 delay)
{
  schedule (self, (gint64) ((double) delay * g_random_double_range (1 - JITTER, 1 + JITTER)));
}

static void
schedule_interval (DiapasonSourceRunner *self)
{
  gint64 interval = self->descriptor->poll_ms;

  if (diapason_source_live_is_open (self->live))
    interval = MAX (interval, LIVE_POLL_MS);
  schedule_about (self, interval);
}

static void
schedule_retry (DiapasonSourceRunner *self)
{
  gint64 now = diapason_clock_now (self->clock);
  gint64 pause = diapason_connection_get_pause (self->connection);
  gint64 delay =
      diapason_backoff_delay (++self->failures, pause > now ? pause - now : -1, g_random_double ());

  diapason_source_status_set_retry_at (self->status, now + delay);
  schedule (self, delay);
}

/* Listens where that makes sense, else does not. */
static void
follow_state (DiapasonSourceRunner *self)
{
  if (self->is_started && !self->is_paused &&
      diapason_source_status_get_state (self->status) != DIAPASON_SOURCE_LOGIN)
    {
      if (diapason_source_status_get_state (self->status) == DIAPASON_SOURCE_IN_SYNC)
        diapason_source_live_open (self->live);
    }
  else
    {
      diapason_source_live_close (self->live);
    }
  diapason_source_status_set_live (self->status, diapason_source_live_is_open (self->live));
}

/* What was hinted at is looked at without a word; only the whole tells how the source is. */
static void
show_success (DiapasonSourceRunner *self, const DiapasonRoundResult *result)
{
  g_autofree char *left_out =
      diapason_source_sentence_refused (diapason_descriptor_get_label (self->descriptor),
                                        result->refused);

  diapason_source_status_set_in_sync_since (self->status, diapason_clock_now (self->clock));
  if (!self->is_partial || left_out != NULL)
    diapason_source_status_set_state (self->status, DIAPASON_SOURCE_IN_SYNC, left_out);
  if (self->is_partial)
    return;
  if (self->failures > 0)
    diapason_source_live_hasten (self->live);
  self->failures = 0;
  diapason_source_status_set_retry_at (self->status, 0);
  schedule_interval (self);
}

static void
show_result (DiapasonSourceRunner *self, const DiapasonRoundResult *result)
{
  if (result->failure == NULL)
    {
      show_success (self, result);
    }
  else if (g_error_matches (result->failure, DIAPASON_SOURCE_ERROR, DIAPASON_SOURCE_ERROR_LOGIN))
    {
      g_autoptr (GError) no_keyring =
          self->login != NULL || self->no_keyring == NULL
              ? NULL
              : diapason_source_error_no_keyring (self->descriptor->label, self->no_keyring);
      diapason_source_status_set_retry_at (self->status, 0);
      diapason_source_status_set_state (self->status, DIAPASON_SOURCE_LOGIN,
                                        no_keyring != NULL ? no_keyring->message
                                                           : result->failure->message);
    }
  else
    {
      g_autofree char *sentence = diapason_source_sentence_failing (result->failure);
      schedule_retry (self);
      diapason_source_status_set_state (self->status, DIAPASON_SOURCE_FAILING, sentence);
    }
  follow_state (self);
}

static DiapasonSyncReport *
copy_report (const DiapasonSyncReport *report)
{
  DiapasonSyncReport *copy = diapason_sync_report_new ();

  diapason_sync_report_add (copy, report);
  return copy;
}

static void
answer_waiting (DiapasonSourceRunner *self, const DiapasonSyncReport *report)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    if (report != NULL)
      g_task_return_pointer (g_ptr_array_index (waiting, i), copy_report (report),
                             (GDestroyNotify) diapason_sync_report_free);
    else
      g_task_return_new_error (g_ptr_array_index (waiting, i), G_IO_ERROR, G_IO_ERROR_CANCELLED,
                               "The round was stopped.");
}

typedef struct
{
  DiapasonSourceRunner *runner; /* (owned) */
  DiapasonRoundResult *result;  /* (owned) */
} Ending;

/* A round has ended when what came of it is kept, whether or not that could be written. */
static void
outcome_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Ending *ending = user_data;
  g_autoptr (DiapasonSourceRunner) self = ending->runner;
  g_autoptr (DiapasonRoundResult) round = ending->result;

  diapason_store_write_finish (DIAPASON_STORE (source), result, NULL);
  self->is_running = FALSE;
  show_result (self, round);
  if (!self->is_partial)
    answer_waiting (self, round->report);
  consider (self);
}

static void
keep_outcome (DiapasonSourceRunner *self, DiapasonRoundResult *result)
{
  Ending *ending = g_new (Ending, 1);
  gint64 now = diapason_clock_now (self->clock);
  gint64 pause = diapason_connection_get_pause (self->connection);
  DiapasonSourceOutcome outcome = {
    .source = result->source,
    .in_sync_at = result->failure == NULL ? now : 0,
    .retry_at = result->failure != NULL && pause > now ? pause : 0,
  };

  *ending = (Ending){ g_object_ref (self), result };
  outcome.keep_retry_at = outcome.retry_at != self->kept_pause;
  self->kept_pause = outcome.retry_at;
  diapason_source_state_keep_async (self->store, &outcome, outcome_kept_cb, ending);
}

/* A round ------------------------------------------------------------------------------------ */

static void
round_cancelled (DiapasonSourceRunner *self)
{
  self->is_running = FALSE;
  diapason_source_status_set_state (self->status,
                                    diapason_source_status_get_in_sync_since (self->status) != 0
                                        ? DIAPASON_SOURCE_IN_SYNC
                                        : DIAPASON_SOURCE_NEW,
                                    NULL);
  answer_waiting (self, NULL);
  consider (self);
}

static void
round_run_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DiapasonSourceRunner) self = user_data;
  DiapasonRoundResult *round = diapason_round_run_finish (result, NULL);

  if (round == NULL)
    {
      round_cancelled (self);
      return;
    }
  self->knows_me |= round->knows_me;
  keep_outcome (self, round);
}

/* A page may be the last breath of a round whose runner is gone: the round's task holds it until
 * then. */
static void
applied_cb (const DiapasonPage *page, gpointer data)
{
  DiapasonSourceRunner *self = data;
  guint fetched = diapason_source_status_get_fetched (self->status);

  if (self->is_partial)
    return;
  for (DiapasonEntity entity = DIAPASON_ENTITY_UNIT; entity < DIAPASON_N_ENTITIES; entity++)
    diapason_source_status_add_come (self->status, entity, page->counts[entity].added);
  diapason_source_status_set_fetched (self->status, fetched + page->n_rows);
}

/* @only: (nullable) the streams to read. */
static void
run_round (DiapasonSourceRunner *self, GHashTable *only)
{
  self->is_running = TRUE;
  self->is_partial = only != NULL;
  if (!self->is_partial)
    {
      stop_timer (self);
      self->is_due = FALSE;
      diapason_source_status_set_fetched (self->status, 0);
      diapason_source_status_set_retry_at (self->status, 0);
      diapason_source_status_set_state (self->status, DIAPASON_SOURCE_FETCHING, NULL);
    }
  diapason_round_run_async (self->descriptor, self->connection, self->store, only, self->login,
                            !self->knows_me, applied_cb, self,
                            diapason_scope_get_cancellable (self->scope), round_run_cb,
                            g_object_ref (self));
}

/* Preparation -------------------------------------------------------------------------------- */

static void
end_preparation (DiapasonSourceRunner *self)
{
  gint64 pause = diapason_connection_get_pause (self->connection);
  gint64 now = diapason_clock_now (self->clock);

  self->is_prepared = TRUE;
  self->is_running = FALSE;
  if (pause > now && self->waiting->len == 0 && self->is_started)
    {
      g_autoptr (GError) why =
          diapason_source_error_pause (diapason_descriptor_get_label (self->descriptor));
      self->is_due = FALSE;
      schedule_retry (self);
      diapason_source_status_set_state (self->status, DIAPASON_SOURCE_FAILING, why->message);
    }
  consider (self);
}

static void
login_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DiapasonSourceRunner) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) login =
      diapason_secrets_lookup_finish (DIAPASON_SECRETS (source), result, &error);

  g_free (self->no_keyring);
  self->no_keyring = error != NULL ? g_strdup (error->message) : NULL;
  if (login != NULL && self->login == NULL)
    {
      self->login = g_steal_pointer (&login);
      diapason_connection_set_login (self->connection, self->login);
    }
  end_preparation (self);
}

static void
state_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DiapasonSourceRunner) self = user_data;
  gint64 in_sync_since = 0;

  diapason_source_state_read_finish (DIAPASON_STORE (source), result, &in_sync_since,
                                     &self->kept_pause);
  diapason_source_status_set_in_sync_since (self->status, in_sync_since);
  diapason_connection_set_pause (self->connection, self->kept_pause);
  if (self->descriptor->authentication->kind == DIAPASON_AUTHENTICATION_NONE)
    end_preparation (self);
  else
    diapason_secrets_lookup_async (self->secrets, self->descriptor->name, NULL, login_found_cb,
                                   g_object_ref (self));
}

static void
prepare (DiapasonSourceRunner *self)
{
  self->is_running = TRUE;
  diapason_source_state_read_async (self->store, self->descriptor->name, state_read_cb,
                                    g_object_ref (self));
}

/* A source that fails is asked when it is time to try again, whatever it hints at. */
static gboolean
is_hinted (DiapasonSourceRunner *self)
{
  return self->is_started && !self->is_paused && self->failures == 0 &&
         diapason_source_live_has_hints (self->live);
}

/* Who waits for a round of a source that is gone is told so. */
static void
answer_retiring (DiapasonSourceRunner *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->retiring);

  answer_waiting (self, NULL);
  if (task != NULL)
    g_task_return_boolean (task, TRUE);
}

static void
consider (DiapasonSourceRunner *self)
{
  gboolean is_due = self->is_started && self->is_due;
  gboolean is_wanted = self->waiting->len > 0 || (is_due && !self->is_paused);

  if (self->is_running)
    return;
  if (self->is_retired)
    {
      answer_retiring (self);
      return;
    }
  /* Paused or not, what was kept is shown. */
  if (!self->is_prepared && (is_wanted || is_due))
    {
      prepare (self);
      return;
    }
  if (!is_wanted && !is_hinted (self))
    return;

  /* A whole round covers what was hinted at. */
  g_autoptr (GHashTable) hinted = diapason_source_live_take_hints (self->live);
  run_round (self, is_wanted ? NULL : hinted);
}

/* What changed while nobody listened is found by a whole round. */
static void
live_changed_cb (gpointer data)
{
  DiapasonSourceRunner *self = data;
  gboolean was_live = diapason_source_status_get_live (self->status);
  gboolean is_live = diapason_source_live_is_open (self->live);
  gint64 now = diapason_clock_now (self->clock);

  diapason_source_status_set_live (self->status, is_live);
  if (is_live && !was_live && diapason_connection_get_pause (self->connection) <= now)
    self->is_due = TRUE;
  if (was_live && !is_live && self->timer != 0 && self->failures == 0)
    schedule_about (self, MIN (self->descriptor->poll_ms, LOST_MS));
  consider (self);
}

/* The face ----------------------------------------------------------------------------------- */

static void
diapason_source_runner_dispose (GObject *object)
{
  DiapasonSourceRunner *self = DIAPASON_SOURCE_RUNNER (object);

  stop_timer (self);
  g_clear_pointer (&self->live, diapason_source_live_free);
  g_clear_pointer (&self->scope, diapason_scope_close);
  G_OBJECT_CLASS (diapason_source_runner_parent_class)->dispose (object);
}

static void
diapason_source_runner_finalize (GObject *object)
{
  DiapasonSourceRunner *self = DIAPASON_SOURCE_RUNNER (object);

  diapason_descriptor_unref (self->descriptor);
  g_object_unref (self->store);
  g_object_unref (self->session);
  g_object_unref (self->secrets);
  g_object_unref (self->clock);
  diapason_connection_unref (self->connection);
  g_object_unref (self->status);
  g_clear_pointer (&self->login, g_hash_table_unref);
  g_free (self->no_keyring);
  g_ptr_array_unref (self->waiting);
  G_OBJECT_CLASS (diapason_source_runner_parent_class)->finalize (object);
}

static void
diapason_source_runner_class_init (DiapasonSourceRunnerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = diapason_source_runner_dispose;
  object_class->finalize = diapason_source_runner_finalize;
}

static void
diapason_source_runner_init (DiapasonSourceRunner *self)
{
  self->scope = diapason_scope_new ();
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

DiapasonSourceRunner *
diapason_source_runner_new (DiapasonDescriptor *descriptor,
                            DiapasonStore *store,
                            DiapasonSession *session,
                            DiapasonSecrets *secrets)
{
  DiapasonSourceRunner *self = g_object_new (DIAPASON_TYPE_SOURCE_RUNNER, NULL);

  self->descriptor = diapason_descriptor_ref (descriptor);
  self->store = g_object_ref (store);
  self->session = g_object_ref (session);
  self->secrets = g_object_ref (secrets);
  self->clock = g_object_ref (diapason_store_get_clock (store));
  self->connection = diapason_connection_new (descriptor, session, self->clock);
  self->live =
      diapason_source_live_new (descriptor, self->connection, self->clock, live_changed_cb, self);
  self->status = diapason_source_status_new (descriptor->name, descriptor->label);
  return self;
}

DiapasonDescriptor *
diapason_source_runner_get_descriptor (DiapasonSourceRunner *self)
{
  return self->descriptor;
}

DiapasonSourceStatus *
diapason_source_runner_get_status (DiapasonSourceRunner *self)
{
  return self->status;
}

void
diapason_source_runner_start (DiapasonSourceRunner *self)
{
  if (self->is_started)
    return;
  self->is_started = TRUE;
  self->is_due = TRUE;
  consider (self);
}

void
diapason_source_runner_stop (DiapasonSourceRunner *self)
{
  self->is_started = FALSE;
  self->is_due = FALSE;
  stop_timer (self);
  follow_state (self);
  diapason_scope_restart (self->scope);
}

void
diapason_source_runner_set_paused (DiapasonSourceRunner *self, gboolean paused)
{
  self->is_paused = paused;
  follow_state (self);
  consider (self);
}

void
diapason_source_runner_sync_now (DiapasonSourceRunner *self)
{
  gint64 pause = diapason_connection_get_pause (self->connection);
  gboolean waits_for_login =
      diapason_source_status_get_state (self->status) == DIAPASON_SOURCE_LOGIN;
  gboolean waits_for_keyring = waits_for_login && self->login == NULL && self->no_keyring != NULL;

  if ((waits_for_login && !waits_for_keyring) || pause > diapason_clock_now (self->clock))
    return;
  /* It may have been unlocked. */
  if (waits_for_keyring && !self->is_running)
    self->is_prepared = FALSE;
  self->is_due = TRUE;
  consider (self);
}

/* What is under way hangs on a connection that is dead, and would find that out late. */
static void
begin_anew (DiapasonSourceRunner *self)
{
  diapason_source_live_close (self->live);
  diapason_source_status_set_live (self->status, FALSE);
  self->failures = MIN (self->failures, 1);
  if (!self->is_running || self->waiting->len > 0)
    return;
  self->is_due = TRUE;
  diapason_scope_restart (self->scope);
}

void
diapason_source_runner_network_changed (DiapasonSourceRunner *self, gboolean was_cut)
{
  gboolean fails = diapason_source_status_get_state (self->status) == DIAPASON_SOURCE_FAILING;

  if (!self->is_started || (!was_cut && !fails))
    return;
  if (was_cut)
    begin_anew (self);
  diapason_source_runner_sync_now (self);
}

static gboolean
sync_once_cancelled_cb (GCancellable *cancellable, gpointer data)
{
  GTask *task = data;
  DiapasonSourceRunner *self = g_task_get_source_object (task);

  if (!self->is_started)
    diapason_scope_restart (self->scope);
  return G_SOURCE_REMOVE;
}

void
diapason_source_runner_sync_once_async (DiapasonSourceRunner *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, diapason_source_runner_sync_once_async);
  if (cancellable != NULL)
    {
      g_autoptr (GSource) cancelled = g_cancellable_source_new (cancellable);
      g_task_attach_source (task, cancelled, G_SOURCE_FUNC (sync_once_cancelled_cb));
    }
  g_ptr_array_add (self->waiting, task);
  consider (self);
}

DiapasonSyncReport *
diapason_source_runner_sync_once_finish (DiapasonSourceRunner *self,
                                         GAsyncResult *result,
                                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Going --------------------------------------------------------------------------------------- */

void
diapason_source_runner_retire_async (DiapasonSourceRunner *self,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (!self->is_retired);

  self->retiring = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->retiring, diapason_source_runner_retire_async);
  self->is_retired = TRUE;
  diapason_source_runner_stop (self);
  consider (self);
}

gboolean
diapason_source_runner_retire_finish (DiapasonSourceRunner *self,
                                      GAsyncResult *result,
                                      GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Signing in --------------------------------------------------------------------------------- */

static void
signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DiapasonSourceRunner *self = g_task_get_source_object (task);
  g_autoptr (GHashTable) login = NULL;
  g_autofree char *note = NULL;
  GError *error = NULL;

  if (!diapason_sign_in_finish (result, &login, &note, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_clear_pointer (&self->login, g_hash_table_unref);
  self->login = g_steal_pointer (&login);
  diapason_connection_set_login (self->connection, self->login);
  diapason_source_live_close (self->live);
  diapason_source_live_forgive (self->live);
  diapason_source_status_set_live (self->status, FALSE);
  self->knows_me = FALSE;
  self->failures = 0;
  self->is_due = TRUE;
  g_task_return_pointer (task, g_steal_pointer (&note), g_free);
  consider (self);
}

void
diapason_source_runner_sign_in_async (DiapasonSourceRunner *self,
                                      GHashTable *login,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, diapason_source_runner_sign_in_async);
  diapason_sign_in_async (self->descriptor, self->session, self->secrets, self->clock, login,
                          cancellable, signed_in_cb, g_steal_pointer (&task));
}

gboolean
diapason_source_runner_sign_in_finish (DiapasonSourceRunner *self,
                                       GAsyncResult *result,
                                       char **out_note,
                                       GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  g_autoptr (GError) below = NULL;
  g_autofree char *note = g_task_propagate_pointer (G_TASK (result), &below);
  if (below != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&below));
      return FALSE;
    }
  if (out_note != NULL)
    *out_note = g_steal_pointer (&note);
  return TRUE;
}
