/* kpi-column.c: see kpi-column.h. */
#include "kpi-column.h"

#include <glib/gi18n.h>

#include "choice-name.h"
#include "kpi-tile.h"
#include "plain-text.h"
#include "scope.h"
#include "wrap.h"

static const guint periods[] = { 30, 90 }; /* days, in the order of the choice */

struct _DiapasonKpiColumn
{
  GtkWidget parent_instance;

  DiapasonDesk *desk;   /* (owned) */
  DiapasonScope *scope; /* (owned) of reading the board */
  char *adviser;        /* (owned) (nullable) whose board it is */
  gboolean is_reading;
  gboolean is_stale; /* something changed since it began to read */

  GtkWidget *scrolled;
  GtkDropDown *period;
  GtkLabel *sentence;
  GtkWidget *tiles;
  DiapasonKpiTile *nps;
  DiapasonKpiTile *satisfaction;
  DiapasonKpiTile *solved;
  DiapasonKpiTile *promises;
  DiapasonKpiTile *heard;
};

enum
{
  PROP_ADVISER = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint kpi_opened_signal;

G_DEFINE_FINAL_TYPE (DiapasonKpiColumn, diapason_kpi_column, GTK_TYPE_WIDGET)

static guint
chosen_days (DiapasonKpiColumn *self)
{
  return periods[MIN (gtk_drop_down_get_selected (self->period), G_N_ELEMENTS (periods) - 1)];
}

/* Instead of figures: why there are none. */
static void
show_sentence (DiapasonKpiColumn *self, const char *sentence)
{
  diapason_plain_label_set_block (self->sentence, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), sentence != NULL);
  gtk_widget_set_visible (self->tiles, sentence == NULL);
}

static void
show_adviser (DiapasonKpiColumn *self, const char *name)
{
  g_autofree char *safe = name != NULL ? diapason_plain_line (name) : NULL;

  if (g_strcmp0 (self->adviser, safe) == 0)
    return;
  g_free (self->adviser);
  self->adviser = g_steal_pointer (&safe);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ADVISER]);
}

static void
show_board (DiapasonKpiColumn *self, const DiapasonBoardRecord *board)
{
  show_adviser (self, board->adviser);
  if (!board->known)
    {
      show_sentence (self,
                     _("Your own figures are shown here once a source has said which adviser "
                       "you are."));
      return;
    }
  diapason_kpi_tile_set_board (self->nps, board);
  diapason_kpi_tile_set_board (self->satisfaction, board);
  diapason_kpi_tile_set_board (self->solved, board);
  diapason_kpi_tile_set_board (self->promises, board);
  diapason_kpi_tile_set_board (self->heard, board);
  show_sentence (self, NULL);
}

static void read_board (DiapasonKpiColumn *self);

static void
board_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonBoardRecord) board =
      diapason_desk_my_figures_finish (DIAPASON_DESK (object), result, &error);
  DiapasonKpiColumn *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = user_data;
  self->is_reading = FALSE;
  if (board != NULL)
    show_board (self, board);
  else
    show_sentence (self, error->message);
  if (self->is_stale)
    read_board (self);
}

static void
read_board (DiapasonKpiColumn *self)
{
  self->is_reading = TRUE;
  self->is_stale = FALSE;
  diapason_scope_restart (self->scope);
  diapason_desk_my_figures_async (self->desk, chosen_days (self),
                                  diapason_scope_get_cancellable (self->scope), board_read_cb,
                                  self);
}

/* While a cache fills, figures change all the time: a board that is on its way is not given up for
 * that. */
static void
figures_changed_cb (DiapasonKpiColumn *self)
{
  if (self->is_reading)
    self->is_stale = TRUE;
  else
    read_board (self);
}

static void
period_selected_cb (DiapasonKpiColumn *self)
{
  if (self->desk != NULL)
    read_board (self);
}

static void
tile_opened_cb (DiapasonKpiColumn *self, DiapasonKpiTile *tile)
{
  g_signal_emit (self, kpi_opened_signal, 0, (guint) diapason_kpi_tile_get_kpi (tile),
                 chosen_days (self));
}

static void
diapason_kpi_column_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ADVISER:
      g_value_set_string (value, DIAPASON_KPI_COLUMN (object)->adviser);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
diapason_kpi_column_dispose (GObject *object)
{
  DiapasonKpiColumn *self = DIAPASON_KPI_COLUMN (object);

  g_clear_pointer (&self->scope, diapason_scope_close);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->adviser, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), DIAPASON_TYPE_KPI_COLUMN);
  G_OBJECT_CLASS (diapason_kpi_column_parent_class)->dispose (object);
}

static void
diapason_kpi_column_init (DiapasonKpiColumn *self)
{
  self->scope = diapason_scope_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  diapason_choice_set_name (self->period, _("Period"));
}

static void
diapason_kpi_column_class_init (DiapasonKpiColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DIAPASON_TYPE_KPI_TILE);
  g_type_ensure (DIAPASON_TYPE_WRAP);
  G_OBJECT_CLASS (klass)->dispose = diapason_kpi_column_dispose;
  G_OBJECT_CLASS (klass)->get_property = diapason_kpi_column_get_property;
  properties[PROP_ADVISER] =
      g_param_spec_string ("adviser", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  kpi_opened_signal = g_signal_new ("kpi-opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/diapason/Diapason/ui/desk/kpi-column.ui");
  gtk_widget_class_bind_template_child (widget_class, DiapasonKpiColumn, scrolled);
  gtk_widget_class_bind_template_child (widget_class, DiapasonKpiColumn, period);
  gtk_widget_class_bind_template_child (widget_class, DiapasonKpiColumn, sentence);
  gtk_widget_class_bind_template_child (widget_class, DiapasonKpiColumn, tiles);
  gtk_widget_class_bind_template_child (widget_class, DiapasonKpiColumn, nps);
  gtk_widget_class_bind_template_child (widget_class, DiapasonKpiColumn, satisfaction);
  gtk_widget_class_bind_template_child (widget_class, DiapasonKpiColumn, solved);
  gtk_widget_class_bind_template_child (widget_class, DiapasonKpiColumn, promises);
  gtk_widget_class_bind_template_child (widget_class, DiapasonKpiColumn, heard);
  gtk_widget_class_bind_template_callback (widget_class, period_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, tile_opened_cb);
}

void
diapason_kpi_column_set_desk (DiapasonKpiColumn *self, DiapasonDesk *desk)
{
  g_set_object (&self->desk, desk);
  g_signal_connect_object (desk, "figures-changed", G_CALLBACK (figures_changed_cb), self,
                           G_CONNECT_SWAPPED);
  read_board (self);
}
