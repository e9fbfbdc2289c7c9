/* kpi-tile.c: see kpi-tile.h. */
#include "kpi-tile.h"

#include <glib/gi18n.h>

#include "format-kpi.h"
#include "format.h"
#include "kpi-estimate.h"
#include "plain-text.h"
#include "tall.h"
#include "text.h"
#include "trend-line.h"

/* Characters of a customer's words: who wants all of them opens the tile. */
#define EXCERPT    160
#define UNIT_SCALE 0.6 /* of the letters of the number that it stands beside */

struct _DiapasonKpiTile
{
  GtkWidget parent_instance;

  DiapasonKpi kpi;

  GtkButton *button;
  GtkLabel *title;
  GtkLabel *count;
  GtkLabel *value;
  GtkLabel *interval;
  DiapasonTrendLine *trend;
  GtkLabel *change;
  GtkLabel *more;
  GtkWidget *said;
  GtkLabel *words;
  GtkLabel *score;
};

enum
{
  PROP_KPI = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint opened_signal;

G_DEFINE_FINAL_TYPE (DiapasonKpiTile, diapason_kpi_tile, GTK_TYPE_WIDGET)

static void
button_clicked_cb (DiapasonKpiTile *self)
{
  g_signal_emit (self, opened_signal, 0);
}

static void
set_kpi (DiapasonKpiTile *self, DiapasonKpi kpi)
{
  self->kpi = kpi;
  gtk_label_set_label (self->title, diapason_format_kpi_title (kpi));
}

static void
diapason_kpi_tile_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_KPI:
      set_kpi (DIAPASON_KPI_TILE (object), (DiapasonKpi) g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
diapason_kpi_tile_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DIAPASON_TYPE_KPI_TILE);
  G_OBJECT_CLASS (diapason_kpi_tile_parent_class)->dispose (object);
}

static void
diapason_kpi_tile_init (DiapasonKpiTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
diapason_kpi_tile_class_init (DiapasonKpiTileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DIAPASON_TYPE_TALL);
  g_type_ensure (DIAPASON_TYPE_TREND_LINE);
  object_class->set_property = diapason_kpi_tile_set_property;
  object_class->dispose = diapason_kpi_tile_dispose;
  properties[PROP_KPI] =
      g_param_spec_uint ("kpi", NULL, NULL, DIAPASON_KPI_NPS, DIAPASON_N_KPIS - 1, DIAPASON_KPI_NPS,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  opened_signal = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/diapason/Diapason/ui/desk/kpi-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, DiapasonKpiTile, button);
  gtk_widget_class_bind_template_child (widget_class, DiapasonKpiTile, title);
  gtk_widget_class_bind_template_child (widget_class, DiapasonKpiTile, count);
  gtk_widget_class_bind_template_child (widget_class, DiapasonKpiTile, value);
  gtk_widget_class_bind_template_child (widget_class, DiapasonKpiTile, interval);
  gtk_widget_class_bind_template_child (widget_class, DiapasonKpiTile, trend);
  gtk_widget_class_bind_template_child (widget_class, DiapasonKpiTile, change);
  gtk_widget_class_bind_template_child (widget_class, DiapasonKpiTile, more);
  gtk_widget_class_bind_template_child (widget_class, DiapasonKpiTile, said);
  gtk_widget_class_bind_template_child (widget_class, DiapasonKpiTile, words);
  gtk_widget_class_bind_template_child (widget_class, DiapasonKpiTile, score);
  gtk_widget_class_bind_template_callback (widget_class, button_clicked_cb);
}

static void
show_line (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* The number leads; what it counts, if that is said, stands smaller beside it. */
static void
show_value (DiapasonKpiTile *self, const char *text)
{
  const char *unit = text;

  while (*unit != '\0' && !g_unichar_isspace (g_utf8_get_char (unit)))
    unit = g_utf8_next_char (unit);
  gtk_label_set_label (self->value, text);
  diapason_label_mark_from (self->value, (gsize) (unit - text), pango_attr_scale_new (UNIT_SCALE));
}

/* How the figure moved: of each week that of the period that ended with it. Too few answers are a
 * gap. */
static void
show_trend (DiapasonKpiTile *self, const DiapasonKpiSums *weeks, guint days)
{
  const guint period = CLAMP (days / 7, 1, DIAPASON_BOARD_WEEKS);
  DiapasonTrendPoint points[DIAPASON_BOARD_WEEKS];
  guint n_points = 0, n_known = 0;

  for (guint last = period - 1; last < DIAPASON_BOARD_WEEKS; last++)
    {
      DiapasonKpiSums sums = { 0 };

      for (guint week = last + 1 - period; week <= last; week++)
        diapason_kpi_sums_add (&sums, &weeks[week]);
      DiapasonEstimate estimate = diapason_kpi_estimate (self->kpi, &sums);
      points[n_points] = (DiapasonTrendPoint){ diapason_estimate_is_enough (&estimate),
                                               estimate.value, estimate.low, estimate.high };
      n_known += points[n_points++].known;
    }
  diapason_trend_line_set_points (self->trend, points, n_points, -100, 100);
  gtk_widget_set_visible (GTK_WIDGET (self->trend), n_known > 1);
}

/* “She understood at once.” 9 of 10 */
static void
show_words (DiapasonKpiTile *self, const DiapasonBoardRecord *board)
{
  const DiapasonScore given = { board->words != NULL, board->score, 10 };
  g_autofree char *words = diapason_text_display (board->words, EXCERPT, FALSE);
  /* Translators: a customer's own words. */
  g_autofree char *quoted =
      board->words != NULL ? g_strdup_printf (_("“%s”"), words) : g_strdup ("");
  g_autofree char *score = diapason_format_score (&given);

  gtk_widget_set_visible (self->said, board->words != NULL);
  gtk_label_set_label (self->words, quoted);
  gtk_label_set_label (self->score, score);
}

/* Only of the score: it is what all the others lead to. */
static void
show_more (DiapasonKpiTile *self, const DiapasonBoardRecord *board)
{
  g_autofree char *response = diapason_format_response (board->asked, board->answered);

  show_trend (self, board->kpis[self->kpi].weeks, board->days);
  show_line (self->more, response);
  show_words (self, board);
}

/* What is not counted yet. */
static void
show_open (DiapasonKpiTile *self, gint64 n_open)
{
  g_autofree char *open =
      n_open == 0 ? g_strdup ("")
                  : g_strdup_printf (ngettext ("%d still open", "%d still open", (gulong) n_open),
                                     (int) n_open);

  show_line (self->more, open);
}

/* All of it in one sentence, for whoever hears it. */
static void
describe (DiapasonKpiTile *self)
{
  GtkLabel *const lines[] = { self->interval, self->count, self->change,
                              self->more,     self->words, self->score };
  g_autoptr (GString) name = g_string_new (NULL);

  g_string_printf (name, "%s: %s", gtk_label_get_label (self->title),
                   gtk_label_get_label (self->value));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (gtk_widget_get_visible (GTK_WIDGET (lines[i])) && *gtk_label_get_label (lines[i]) != '\0')
      g_string_append_printf (name, ", %s", gtk_label_get_label (lines[i]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name->str, -1);
}

void
diapason_kpi_tile_set_board (DiapasonKpiTile *self, const DiapasonBoardRecord *board)
{
  const DiapasonKpiSums *now = &board->kpis[self->kpi].now;
  g_autofree char *value = diapason_format_kpi_value (self->kpi, now);
  g_autofree char *interval = diapason_format_kpi_interval (self->kpi, now);
  g_autofree char *change =
      diapason_format_kpi_change (self->kpi, &board->kpis[self->kpi].before, now, board->days);
  g_autofree char *count = g_strdup_printf ("n = %d", (int) now->n);

  gtk_label_set_label (self->count, count);
  show_value (self, value);
  if (diapason_format_kpi_is_known (self->kpi, now))
    gtk_widget_remove_css_class (GTK_WIDGET (self->value), "unknown");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->value), "unknown");
  gtk_label_set_label (self->interval, interval);
  show_line (self->change, change);
  if (self->kpi == DIAPASON_KPI_NPS)
    show_more (self, board);
  if (self->kpi == DIAPASON_KPI_PROMISES)
    show_open (self, board->promises_due);
  if (self->kpi == DIAPASON_KPI_HEARD)
    show_open (self, board->unheard);
  describe (self);
}

DiapasonKpi
diapason_kpi_tile_get_kpi (DiapasonKpiTile *self)
{
  return self->kpi;
}
