/* check-list.c: see check-list.h. */
#include "check-list.h"

#include <glib/gi18n.h>

#include "format-card.h"
#include "plain-text.h"
#include "tooltip.h"

struct _DiapasonCheckList
{
  GtkWidget parent_instance;

  DiapasonCheck shown[DIAPASON_N_CHECKS]; /* a row each */
  guint n_shown;

  GtkLabel *heading;
  GtkLabel *rule;
  GtkListBox *rows;
};

static guint checked_signal;

G_DEFINE_FINAL_TYPE (DiapasonCheckList, diapason_check_list, GTK_TYPE_WIDGET)

/* The parts of a row. */
typedef struct
{
  DiapasonCheck check;
  gboolean is_open; /* not asked yet, and it can be */
  GtkLabel *answer;
  GtkImage *icon;
  GtkLabel *state;
  GtkWidget *fits;
  GtkWidget *fails;
} Parts;

static Parts *
parts_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "parts");
}

/* The next row after @index that is still to be asked; NULL for none. */
static GtkListBoxRow *
next_open (DiapasonCheckList *self, int index)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, ++index)) != NULL)
    if (parts_of (row)->is_open)
      return row;
  return NULL;
}

static void
go_to (DiapasonCheckList *self, GtkListBoxRow *row)
{
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->rows, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
check (DiapasonCheckList *self, GtkListBoxRow *row, gboolean fits)
{
  if (!gtk_widget_get_sensitive (parts_of (row)->fits))
    return;
  g_signal_emit (self, checked_signal, 0, (guint) parts_of (row)->check, fits);
  go_to (self, next_open (self, gtk_list_box_row_get_index (row)));
}

static GtkListBoxRow *
row_of (GtkWidget *button)
{
  return GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW));
}

static void
fits_clicked_cb (GtkWidget *button, DiapasonCheckList *self)
{
  check (self, row_of (button), TRUE);
}

static void
fails_clicked_cb (GtkWidget *button, DiapasonCheckList *self)
{
  check (self, row_of (button), FALSE);
}

static gboolean
key_pressed_cb (DiapasonCheckList *self, guint keyval)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);
  gboolean fits = keyval == GDK_KEY_plus || keyval == GDK_KEY_KP_Add;
  gboolean fails = keyval == GDK_KEY_minus || keyval == GDK_KEY_KP_Subtract;

  if (row == NULL || (!fits && !fails))
    return GDK_EVENT_PROPAGATE;
  check (self, row, fits);
  return GDK_EVENT_STOP;
}

/* Rows */

static GtkWidget *
button_new (DiapasonCheckList *self, DiapasonCheck check, gboolean fits)
{
  const char *label = fits ? _("Fits") : _("Does not fit");
  GtkWidget *button = gtk_button_new_with_label (label);
  /* Translators: what is asked, and the button for what was said to it. */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), diapason_format_check (check), label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked",
                    fits ? G_CALLBACK (fits_clicked_cb) : G_CALLBACK (fails_clicked_cb), self);
  return button;
}

/* One line: a popover does not grow with what is in it. */
static GtkWidget *
label_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What is asked, what the rows say to it, and how it stands. */
static GtkWidget *
texts_new (Parts *parts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *asked = label_new ("heading");

  gtk_label_set_label (GTK_LABEL (asked), diapason_format_check (parts->check));
  parts->answer = GTK_LABEL (label_new ("answer"));
  parts->icon =
      g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  parts->state = GTK_LABEL (label_new ("dim"));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (parts->icon));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (parts->state));
  gtk_box_append (GTK_BOX (box), asked);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (parts->answer));
  gtk_box_append (GTK_BOX (box), line);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static GtkWidget *
row_new (DiapasonCheckList *self, DiapasonCheck check)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  Parts *parts = g_new0 (Parts, 1);

  parts->check = check;
  parts->fits = button_new (self, check, TRUE);
  parts->fails = button_new (self, check, FALSE);
  g_object_set_data_full (G_OBJECT (row), "parts", parts, g_free);
  gtk_box_append (GTK_BOX (box), texts_new (parts));
  gtk_box_append (GTK_BOX (box), parts->fits);
  gtk_box_append (GTK_BOX (box), parts->fails);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
show_row (GtkListBoxRow *row, const DiapasonCard *card)
{
  Parts *parts = parts_of (row);
  gboolean known = diapason_card_knows (card, parts->check);
  gboolean fits = (card->fitting >> parts->check) & 1;
  gboolean fails = (card->failing >> parts->check) & 1;
  g_autofree char *answer = diapason_format_check_answer (card, parts->check);
  const char *state = !known  ? _("No source knows it: ask something else")
                      : fits  ? _("fits")
                      : fails ? _("does not fit")
                              : _("not asked yet");
  g_autofree char *safe = diapason_plain_line (answer);
  g_autofree char *name =
      g_strdup_printf ("%s, %s, %s", diapason_format_check (parts->check), safe, state);

  parts->is_open = known && !fits && !fails;
  diapason_plain_label_set (parts->answer, answer);
  diapason_tooltip_set (GTK_WIDGET (parts->answer), safe);
  gtk_widget_set_visible (GTK_WIDGET (parts->answer), known);
  gtk_label_set_label (parts->state, state);
  gtk_image_set_from_icon_name (parts->icon, fits    ? "object-select-symbolic"
                                             : fails ? "window-close-symbolic"
                                                     : "radio-symbolic");
  gtk_widget_set_sensitive (parts->fits, known);
  gtk_widget_set_sensitive (parts->fails, known);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The level that is asked for now: the next one, or the last. */
static guint
level_of (const DiapasonCard *card)
{
  return MIN (card->level + 1, DIAPASON_N_LEVELS - 1);
}

static void
set_rows (DiapasonCheckList *self, const DiapasonCardLevel *level)
{
  GtkListBoxRow *row;

  if (self->n_shown == level->n_ask &&
      memcmp (self->shown, level->ask, level->n_ask * sizeof *level->ask) == 0)
    return;
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = 0; i < level->n_ask; i++)
    gtk_list_box_append (self->rows, row_new (self, level->ask[i]));
  memcpy (self->shown, level->ask, sizeof self->shown);
  self->n_shown = level->n_ask;
}

/* GObject */

static void
diapason_check_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DIAPASON_TYPE_CHECK_LIST);
  G_OBJECT_CLASS (diapason_check_list_parent_class)->dispose (object);
}

static void
diapason_check_list_init (DiapasonCheckList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->rows), keys);
}

static void
diapason_check_list_class_init (DiapasonCheckListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = diapason_check_list_dispose;
  checked_signal = g_signal_new ("checked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/diapason/Diapason/ui/desk/check-list.ui");
  gtk_widget_class_bind_template_child_full (widget_class, "content", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, DiapasonCheckList, heading);
  gtk_widget_class_bind_template_child (widget_class, DiapasonCheckList, rule);
  gtk_widget_class_bind_template_child (widget_class, DiapasonCheckList, rows);
}

void
diapason_check_list_set_card (DiapasonCheckList *self, const DiapasonCard *card)
{
  g_autofree char *state = diapason_format_check_state (card);
  g_autofree char *rule = diapason_format_level (card, level_of (card));
  gboolean has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->rows)) != NULL;
  guint n_before = self->n_shown;
  GtkListBoxRow *row;

  gtk_label_set_label (self->heading, state);
  gtk_label_set_label (self->rule, rule);
  set_rows (self, &card->levels[level_of (card)]);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    show_row (row, card);
  if (has_focus && gtk_widget_get_focus_child (GTK_WIDGET (self->rows)) == NULL && n_before > 0)
    diapason_check_list_focus (self);
}

void
diapason_check_list_focus (DiapasonCheckList *self)
{
  GtkListBoxRow *row = next_open (self, -1);

  go_to (self, row != NULL ? row : gtk_list_box_get_row_at_index (self->rows, 0));
}
