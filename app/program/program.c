/* program.c: see program.h. */
#include "program.h"

#include <glib/gi18n.h>

#include "policy.h"

G_DEFINE_QUARK (diapason-program-error-quark, diapason_program_error)

DiapasonPlace *
diapason_place_new (const char *profile, const char *sources)
{
  DiapasonPlace *place = g_new0 (DiapasonPlace, 1);
  g_autofree char *usual = g_build_filename (g_get_user_data_dir (), "diapason", "default", NULL);

  place->profile = g_canonicalize_filename (profile != NULL ? profile : usual, NULL);
  /* Two folders may end in the same name. */
  place->logins = g_strdup (g_str_equal (place->profile, usual) ? "default" : place->profile);
  place->sources = sources != NULL
                       ? g_strdup (sources)
                       : g_build_filename (g_get_user_config_dir (), "diapason", "sources", NULL);
  place->policies = g_build_filename (g_get_user_config_dir (), "diapason", "policy", NULL);
  place->logins_kept = TRUE;
  place->mode = DIAPASON_STORE_READ_WRITE;
  return place;
}

void
diapason_place_free (DiapasonPlace *place)
{
  g_free (place->profile);
  g_free (place->sources);
  g_free (place->policies);
  g_free (place->logins);
  g_free (place);
}

/* A descriptor that is refused is a sentence; the others work. */
static void
add_sources (DiapasonProgram *program, const char *folder)
{
  g_autoptr (GPtrArray) files = diapason_descriptor_load_folder (folder);

  if (files->len == 0)
    program->no_source =
        g_strdup_printf (_("No back end is described in %s, so there is nothing to fetch. Put one "
                           "file a back end there; README.md shows how."),
                         folder);
  for (guint i = 0; i < files->len; i++)
    {
      DiapasonDescriptorFile *file = g_ptr_array_index (files, i);
      g_autoptr (GError) error = NULL;

      if (file->descriptor == NULL)
        g_ptr_array_add (program->complaints, g_strdup (file->error->message));
      else if (!diapason_sync_engine_add (program->engine, file->descriptor, &error))
        g_ptr_array_add (program->complaints, g_strdup (error->message));
    }
}

/* A policy that is refused is a sentence; what came along stands in for it. */
static void
set_policy (DiapasonProgram *program, const char *folder)
{
  g_autoptr (DiapasonPolicy) policy = diapason_policy_load (folder);

  diapason_desk_set_policy (program->desk, policy);
  for (guint i = 0; i < policy->complaints->len; i++)
    g_ptr_array_add (program->complaints, g_strdup (g_ptr_array_index (policy->complaints, i)));
}

DiapasonProgram *
diapason_program_new (const DiapasonPlace *place, GError **error)
{
  g_autoptr (DiapasonProgram) program = g_new0 (DiapasonProgram, 1);
  g_autoptr (DiapasonSession) session = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  program->complaints = g_ptr_array_new_with_free_func (g_free);
  program->clock = diapason_clock_new ();
  program->store = diapason_store_open (place->profile, place->mode, program->clock, error);
  if (program->store == NULL)
    return NULL;
  if (place->mode == DIAPASON_STORE_READ_WRITE)
    {
      session = diapason_session_new (NULL);
      program->secrets = diapason_secrets_new (place->logins, place->logins_kept);
      program->engine = diapason_sync_engine_new (program->store, session, program->secrets);
      program->derive = diapason_derive_new (program->store, g_time_zone_get_identifier (zone));
      if (place->sources != NULL)
        add_sources (program, place->sources);
    }
  program->desk = diapason_desk_new (program->store, program->derive, program->engine);
  diapason_desk_set_sources_folder (program->desk, place->sources);
  if (place->mode == DIAPASON_STORE_READ_WRITE)
    set_policy (program, place->policies);
  return g_steal_pointer (&program);
}

static void
network_changed_cb (gboolean was_cut, gpointer engine)
{
  diapason_sync_engine_network_changed (engine, was_cut);
}

void
diapason_program_start (DiapasonProgram *program)
{
  program->network = diapason_network_watch_new (g_network_monitor_get_default (), program->clock,
                                                 network_changed_cb, program->engine);
  diapason_sync_engine_start (program->engine);
}

void
diapason_program_free (DiapasonProgram *program)
{
  g_clear_pointer (&program->network, diapason_network_watch_free);
  if (program->engine != NULL)
    diapason_sync_engine_stop (program->engine);
  g_clear_object (&program->desk);
  g_clear_object (&program->derive);
  g_clear_object (&program->engine);
  g_clear_object (&program->secrets);
  if (program->store != NULL)
    diapason_store_close (program->store);
  g_clear_object (&program->store);
  g_clear_object (&program->clock);
  g_ptr_array_unref (program->complaints);
  g_free (program->no_source);
  g_free (program);
}
