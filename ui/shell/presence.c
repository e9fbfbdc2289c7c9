/* presence.c: see presence.h. */
#include "presence.h"

#include <glib/gi18n.h>

#include "format-presence.h"
#include "format.h"
#include "plain-text.h"
#include "scope.h"
#include "source-watch.h"
#include "tooltip.h"

struct _DiapasonPresence
{
  GtkWidget parent_instance;

  DiapasonDesk *desk;             /* (owned) (nullable) */
  DiapasonScope *scope;           /* (owned) of reading */
  DiapasonPresenceRecord *record; /* (owned) (nullable) what was read last */
  char *failure;                  /* (owned) (nullable) why nothing could be read */

  GtkMenuButton *button;
  GtkImage *icon;
  GtkLabel *line;
  GtkLabel *title;
  GtkLabel *channels;
  GtkLabel *note;
};

enum
{
  PROP_COMPACT = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DiapasonPresence, diapason_presence, GTK_TYPE_WIDGET)

/* Why what was told may not be so any more: its source does not answer. Returns: (transfer full)
 * (nullable). */
static char *
find_trouble (DiapasonPresence *self)
{
  g_autoptr (DiapasonSourceStatus) status =
      diapason_desk_find_source (self->desk, self->record->origin.source);
  DiapasonSourceState state;

  if (status == NULL)
    return NULL;
  state = diapason_source_status_get_state (status);
  return state == DIAPASON_SOURCE_LOGIN || state == DIAPASON_SOURCE_FAILING
             ? diapason_format_source (status, diapason_desk_now (self->desk))
             : NULL;
}

static char *
channel_lines (DiapasonPresence *self)
{
  GString *lines = g_string_new (NULL);
  gint64 now = diapason_desk_now (self->desk);

  for (guint i = 0; i < self->record->channels->len; i++)
    {
      g_autofree char *line =
          diapason_format_presence_channel (g_ptr_array_index (self->record->channels, i), now);

      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
    }
  return g_string_free (lines, FALSE);
}

/* @name: what the button is called, to whoever does not see what it is about. */
static void
show (DiapasonPresence *self,
      const char *icon,
      const char *line,
      const char *name,
      const char *lines,
      const char *note)
{
  g_autofree char *safe = diapason_plain_line (name);

  gtk_image_set_from_icon_name (self->icon, icon);
  diapason_plain_label_set (self->line, line);
  diapason_plain_label_set (self->title, line);
  diapason_plain_label_set_block (self->channels, lines);
  gtk_widget_set_visible (GTK_WIDGET (self->channels), *lines != '\0');
  diapason_plain_label_set_block (self->note, note);
  diapason_tooltip_set (GTK_WIDGET (self->button), safe);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  safe, -1);
}

static void
show_unknown (DiapasonPresence *self, const char *why)
{
  const char *line = _("Presence unknown");

  show (self, diapason_format_presence_icon (NULL), line, line, "", why);
}

/* It was told, and whoever told it does not answer now. */
static void
show_stale (DiapasonPresence *self, const char *trouble)
{
  const char *line = _("Presence not known now");
  g_autofree char *told = diapason_format_presence (self->record);
  g_autofree char *as_of = diapason_format_moment (self->record->origin.as_of);
  /* Translators: why a source does not answer; what it told last, and when. */
  g_autofree char *note =
      g_strdup_printf (_("%s\nIt said last: %s, as of %s."), trouble, told, as_of);

  show (self, diapason_format_presence_icon (NULL), line, line, "", note);
}

static void
show_known (DiapasonPresence *self)
{
  g_autofree char *line = diapason_format_presence (self->record);
  /* Translators: whether the adviser is there: "Presence: Available · calls, chats". */
  g_autofree char *name = g_strdup_printf (_("Presence: %s"), line);
  g_autofree char *lines = channel_lines (self);
  g_autofree char *origin =
      diapason_format_origin (&self->record->origin, diapason_desk_now (self->desk));
  /* Translators: where the presence is from: "Contact platform · as of 09:14". */
  g_autofree char *note = g_strdup_printf (_("%s\nIt is set there, and shown here."), origin);

  show (self, diapason_format_presence_icon (self->record->state), line, name, lines, note);
}

static void
show_all (DiapasonPresence *self)
{
  g_autofree char *trouble = NULL;

  if (self->record == NULL || !self->record->known)
    {
      show_unknown (self, self->failure != NULL
                              ? self->failure
                              : _("No source tells whether you are there. Look at the program in "
                                  "which you take calls and chats."));
      return;
    }
  trouble = find_trouble (self);
  if (trouble != NULL)
    show_stale (self, trouble);
  else
    show_known (self);
}

/* Following */

static void
presence_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  DiapasonPresenceRecord *record =
      diapason_desk_my_presence_finish (DIAPASON_DESK (object), result, &error);
  DiapasonPresence *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = user_data;
  g_clear_pointer (&self->record, diapason_presence_record_unref);
  self->record = record;
  g_free (self->failure);
  self->failure = error != NULL ? g_strdup (error->message) : NULL;
  show_all (self);
}

static void
read_presence (DiapasonPresence *self)
{
  diapason_scope_restart (self->scope);
  diapason_desk_my_presence_async (self->desk, diapason_scope_get_cancellable (self->scope),
                                   presence_read_cb, self);
}

/* GObject */

static void
diapason_presence_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DiapasonPresence *self = DIAPASON_PRESENCE (object);

  switch (id)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, !gtk_widget_get_visible (GTK_WIDGET (self->line)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
diapason_presence_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DiapasonPresence *self = DIAPASON_PRESENCE (object);

  switch (id)
    {
    case PROP_COMPACT:
      gtk_widget_set_visible (GTK_WIDGET (self->line), !g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
diapason_presence_dispose (GObject *object)
{
  DiapasonPresence *self = DIAPASON_PRESENCE (object);

  /* GTK 4.8 keeps one that is open. */
  if (self->button != NULL)
    gtk_menu_button_popdown (self->button);
  g_clear_pointer (&self->scope, diapason_scope_close);
  g_clear_pointer (&self->record, diapason_presence_record_unref);
  g_clear_pointer (&self->failure, g_free);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), DIAPASON_TYPE_PRESENCE);
  G_OBJECT_CLASS (diapason_presence_parent_class)->dispose (object);
}

static void
diapason_presence_init (DiapasonPresence *self)
{
  self->scope = diapason_scope_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
diapason_presence_class_init (DiapasonPresenceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = diapason_presence_dispose;
  G_OBJECT_CLASS (klass)->get_property = diapason_presence_get_property;
  G_OBJECT_CLASS (klass)->set_property = diapason_presence_set_property;
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/diapason/Diapason/ui/shell/presence.ui");
  gtk_widget_class_bind_template_child (widget_class, DiapasonPresence, button);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPresence, icon);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPresence, line);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPresence, title);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPresence, channels);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPresence, note);
}

void
diapason_presence_set_desk (DiapasonPresence *self, DiapasonDesk *desk)
{
  g_assert (self->desk == NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "presence-changed", G_CALLBACK (read_presence), self,
                           G_CONNECT_SWAPPED);
  diapason_watch_sources (diapason_desk_get_sources (desk), G_CALLBACK (show_all), self);
  read_presence (self);
}
