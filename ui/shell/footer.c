/* footer.c: see footer.h. */
#include "footer.h"

#include <glib/gi18n.h>

#include "format.h"
#include "keys.h"
#include "plain-text.h"
#include "source-chip.h"

struct _DiapasonFooter
{
  GtkWidget parent_instance;

  DiapasonDesk *desk; /* (owned) (nullable) */

  GtkWidget *line;
  GtkImage *icon;
  GtkLabel *state;
  GtkFlowBox *sources;
  GtkWidget *keys;
  GtkLabel *region_key;
  GtkLabel *help_key;
};

enum
{
  PROP_SHOW_KEYS = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint sign_in_signal;

G_DEFINE_FINAL_TYPE (DiapasonFooter, diapason_footer, GTK_TYPE_WIDGET)

/* All sources in one */

typedef struct
{
  guint n;
  guint n_in_sync;
  guint n_fetching; /* or not asked yet */
  gint64 since;     /* the source that is furthest behind */
} Tally;

static Tally
count_sources (GListModel *sources)
{
  Tally tally = { .n = g_list_model_get_n_items (sources), .since = G_MAXINT64 };

  for (guint i = 0; i < tally.n; i++)
    {
      g_autoptr (DiapasonSourceStatus) status = g_list_model_get_item (sources, i);
      DiapasonSourceState state = diapason_source_status_get_state (status);

      tally.n_in_sync += state == DIAPASON_SOURCE_IN_SYNC;
      tally.n_fetching += state == DIAPASON_SOURCE_FETCHING || state == DIAPASON_SOURCE_NEW;
      tally.since = MIN (tally.since, diapason_source_status_get_in_sync_since (status));
    }
  return tally;
}

static char *
state_words (const Tally *tally, gint64 now)
{
  g_autofree char *since = NULL;

  if (tally->n == 0)
    return g_strdup (_("No source yet"));
  if (tally->n_in_sync + tally->n_fetching < tally->n)
    return g_strdup_printf (ngettext ("%u source is not in step", "%u sources are not in step",
                                      tally->n - tally->n_in_sync - tally->n_fetching),
                            tally->n - tally->n_in_sync - tally->n_fetching);
  if (tally->n_fetching > 0)
    return g_strdup (_("Fetching"));
  since = diapason_format_instant (tally->since, now);
  /* Translators: all of the sources, since a time: "In sync since 09:16". */
  return g_strdup_printf (_("In sync since %s"), since);
}

static const char *
state_icon (const Tally *tally)
{
  if (tally->n_in_sync + tally->n_fetching < tally->n)
    return "dialog-warning-symbolic";
  return tally->n_fetching > 0 || tally->n == 0 ? "content-loading-symbolic"
                                                : "object-select-symbolic";
}

static void
show_state (DiapasonFooter *self)
{
  Tally tally = count_sources (diapason_desk_get_sources (self->desk));
  g_autofree char *words = state_words (&tally, diapason_desk_now (self->desk));

  /* An icon that is set anew is laid out anew. */
  if (g_str_equal (words, gtk_label_get_label (self->state)))
    return;
  gtk_image_set_from_icon_name (self->icon, state_icon (&tally));
  gtk_label_set_label (self->state, words);
}

static void
sources_changed_cb (DiapasonFooter *self, guint position, guint removed, guint added)
{
  GListModel *sources = diapason_desk_get_sources (self->desk);

  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (DiapasonSourceStatus) status = g_list_model_get_item (sources, i);

      g_signal_connect_object (status, "notify::state", G_CALLBACK (show_state), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (status, "notify::in-sync-since", G_CALLBACK (show_state), self,
                               G_CONNECT_SWAPPED);
    }
  show_state (self);
}

/* Each of them */

static void
chip_sign_in_cb (DiapasonFooter *self, const char *source)
{
  g_signal_emit (self, sign_in_signal, 0, source);
}

static void
chip_retry_cb (DiapasonFooter *self, const char *source)
{
  diapason_desk_sync_now (self->desk, source);
}

static GtkWidget *
chip_new (gpointer item, gpointer user_data)
{
  DiapasonFooter *self = user_data;
  GtkWidget *chip = diapason_source_chip_new (self->desk, item);
  GtkWidget *place = gtk_flow_box_child_new ();

  g_signal_connect_object (chip, "sign-in", G_CALLBACK (chip_sign_in_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chip, "retry", G_CALLBACK (chip_retry_cb), self, G_CONNECT_SWAPPED);
  /* The chip has the focus, not its place. */
  gtk_widget_set_focusable (place, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (place), chip);
  return place;
}

/* GObject */

static void
diapason_footer_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHOW_KEYS:
      gtk_widget_set_visible (DIAPASON_FOOTER (object)->keys, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
diapason_footer_dispose (GObject *object)
{
  DiapasonFooter *self = DIAPASON_FOOTER (object);

  if (self->sources != NULL)
    gtk_flow_box_bind_model (self->sources, NULL, NULL, NULL, NULL);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), DIAPASON_TYPE_FOOTER);
  G_OBJECT_CLASS (diapason_footer_parent_class)->dispose (object);
}

static void
diapason_footer_init (DiapasonFooter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  diapason_keys_show (self->region_key, "win.next-region");
  diapason_keys_show (self->help_key, "win.show-help-overlay");
}

static void
diapason_footer_class_init (DiapasonFooterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = diapason_footer_dispose;
  object_class->set_property = diapason_footer_set_property;
  properties[PROP_SHOW_KEYS] = g_param_spec_boolean ("show-keys", NULL, NULL, TRUE,
                                                     G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  sign_in_signal = g_signal_new ("sign-in", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/diapason/Diapason/ui/shell/footer.ui");
  gtk_widget_class_bind_template_child (widget_class, DiapasonFooter, line);
  gtk_widget_class_bind_template_child (widget_class, DiapasonFooter, icon);
  gtk_widget_class_bind_template_child (widget_class, DiapasonFooter, state);
  gtk_widget_class_bind_template_child (widget_class, DiapasonFooter, sources);
  gtk_widget_class_bind_template_child (widget_class, DiapasonFooter, keys);
  gtk_widget_class_bind_template_child (widget_class, DiapasonFooter, region_key);
  gtk_widget_class_bind_template_child (widget_class, DiapasonFooter, help_key);
}

void
diapason_footer_set_desk (DiapasonFooter *self, DiapasonDesk *desk)
{
  GListModel *sources = diapason_desk_get_sources (desk);

  g_set_object (&self->desk, desk);
  gtk_flow_box_bind_model (self->sources, sources, chip_new, self, NULL);
  g_signal_connect_object (sources, "items-changed", G_CALLBACK (sources_changed_cb), self,
                           G_CONNECT_SWAPPED);
  sources_changed_cb (self, 0, 0, g_list_model_get_n_items (sources));
}
