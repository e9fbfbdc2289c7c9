/* worklist-row.c: see worklist-row.h. */
#include "worklist-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "format-work.h"
#include "format.h"
#include "plain-text.h"
#include "score.h"
#include "text.h"
#include "tooltip.h"

#define EXCERPT 160 /* characters of somebody's words: a screen reader says them all */

struct _DiapasonWorklistRow
{
  GtkWidget parent_instance;

  DiapasonDesk *desk;    /* (owned) */
  DiapasonRowItem *item; /* (owned) (nullable) */
  gulong record_id;      /* handler on the item */
  DiapasonWorklistKind kind;
  gboolean unseen; /* a contact that was not brought up */

  GtkInscription *rank;
  AdwAvatar *avatar;
  GtkInscription *title;
  GtkLabel *chip;
  GtkLabel *key;
  GtkInscription *words;
  GtkLabel *language;
  GtkInscription *note;
};

G_DEFINE_FINAL_TYPE (DiapasonWorklistRow, diapason_worklist_row, GTK_TYPE_WIDGET)

/* The list's own widget around us has the focus: it is what a screen reader reads. */
static GtkAccessible *
focused_of (DiapasonWorklistRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  return GTK_ACCESSIBLE (parent != NULL ? parent : GTK_WIDGET (self));
}

static void
say (DiapasonWorklistRow *self, const char *label, const char *description)
{
  gtk_accessible_update_property (focused_of (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
set_chip (DiapasonWorklistRow *self, const char *text)
{
  diapason_plain_label_set (self->chip, text);
  gtk_widget_set_visible (GTK_WIDGET (self->chip), *text != '\0');
}

/* The colour says what the number says already. */
static void
set_score (DiapasonWorklistRow *self, const DiapasonScore *score)
{
  static const char *const names[] = {
    [DIAPASON_SCORE_UNKNOWN] = "unknown", [DIAPASON_SCORE_VERY_LOW] = "low",
    [DIAPASON_SCORE_LOW] = "low",         [DIAPASON_SCORE_MIDDLE] = "middle",
    [DIAPASON_SCORE_HIGH] = "high",
  };
  const char *classes[] = { "chip", "numeric", names[diapason_score_class (score)], NULL };
  g_autofree char *text = diapason_format_short_score (score);

  gtk_widget_set_css_classes (GTK_WIDGET (self->chip), classes);
  set_chip (self, text);
}

/* A language that the program does not speak right now. */
static void
set_language (DiapasonWorklistRow *self, const char *language)
{
  const char *const *ours = g_get_language_names ();
  gboolean other = language != NULL && !g_strv_contains (ours, language) &&
                   !(*ours[0] == 'C' && g_str_equal (language, "en"));
  g_autofree char *tag = other ? g_ascii_strup (language, -1) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->language), other);
  if (other)
    diapason_plain_label_set (self->language, tag);
}

static void
set_words (DiapasonWorklistRow *self, const char *words)
{
  diapason_plain_inscription_set (self->words, words);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->words)), *words != '\0');
}

static void
set_note (DiapasonWorklistRow *self, const char *note)
{
  diapason_plain_inscription_set (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');
}

/* @text in quotation marks; "" for NULL. */
static char *
quote (const char *text)
{
  g_autofree char *excerpt = diapason_text_display (text, EXCERPT, FALSE);

  if (excerpt == NULL || *excerpt == '\0')
    return g_strdup ("");
  /* Translators: somebody's words, in quotation marks. */
  return g_strdup_printf (_("“%s”"), excerpt);
}

/* Verbatims */

static char *
words_of (const DiapasonEventRecord *verbatim)
{
  g_autofree char *text = quote (verbatim->text);

  return *text != '\0' ? g_steal_pointer (&text) : quote (verbatim->subject);
}

static void
show_verbatim (DiapasonWorklistRow *self, const DiapasonWorkRecord *record)
{
  g_autofree char *rank = g_strdup_printf ("%d", record->priority.points);
  g_autofree char *who = diapason_format_who (record);
  g_autofree char *name = diapason_plain_line (who);
  g_autofree char *score = diapason_format_score (&record->event->score);
  g_autofree char *words = words_of (record->event);
  g_autofree char *note = diapason_format_reasons (record);
  g_autofree char *points = diapason_format_points (record);
  g_autofree char *spoken = NULL;

  spoken = g_strdup_printf ("%s, %s, %s, %s", name, score, words, note);
  gtk_inscription_set_text (self->rank, rank);
  diapason_plain_inscription_set (self->title, name);
  set_score (self, &record->event->score);
  set_words (self, words);
  set_language (self, record->event->language);
  set_note (self, note);
  say (self, spoken, points);
}

/* Promises */

static void
show_promise (DiapasonWorklistRow *self, const DiapasonWorkRecord *record)
{
  g_autofree char *title = diapason_plain_line (record->event->text);
  g_autofree char *note = diapason_format_due_promise (record, diapason_desk_now (self->desk));
  g_autofree char *safe = diapason_plain_line (note);
  g_autofree char *moment = diapason_format_moment (record->event->due_at);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", title, safe);

  diapason_plain_inscription_set (self->title, title);
  set_chip (self, "");
  set_words (self, "");
  set_note (self, note);
  say (self, spoken, moment);
}

/* Contacts */

static char *
contact_note (DiapasonWorklistRow *self, const DiapasonContactRecord *contact)
{
  guint n = contact->candidates->len;

  if (self->unseen)
    return g_strdup (_("came while you were typing"));
  if (n == 0)
    return g_strdup ("");
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "the number is known of %u customer",
                                       "the number is known of %u customers", n),
                          n);
}

static void
show_contact (DiapasonWorklistRow *self, const DiapasonContactRecord *contact)
{
  g_autofree char *name =
      diapason_plain_line (contact->name != NULL ? contact->name : _("Not known"));
  g_autofree char *state = diapason_format_contact (contact, diapason_desk_now (self->desk));
  g_autofree char *words = quote (contact->words);
  g_autofree char *note = contact_note (self, contact);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", name, state, words);

  adw_avatar_set_text (self->avatar, name);
  diapason_plain_inscription_set (self->title, name);
  set_chip (self, state);
  set_words (self, words);
  set_language (self, contact->language);
  set_note (self, note);
  say (self, spoken, note);
}

void
diapason_worklist_row_tick (DiapasonWorklistRow *self)
{
  const DiapasonContactRecord *contact =
      self->item != NULL ? diapason_row_item_get_record (self->item) : NULL;
  g_autofree char *state = NULL;

  if (contact == NULL || self->kind != DIAPASON_WORKLIST_CONTACT)
    return;
  state = diapason_format_contact (contact, diapason_desk_now (self->desk));
  set_chip (self, state);
}

/* All */

static void
show_nothing (DiapasonWorklistRow *self)
{
  gtk_inscription_set_text (self->rank, NULL);
  gtk_inscription_set_text (self->title, NULL);
  gtk_inscription_set_text (self->words, NULL);
  gtk_inscription_set_text (self->note, NULL);
  set_chip (self, "");
  set_language (self, NULL);
}

static void
show_record (DiapasonWorklistRow *self)
{
  gconstpointer record = self->item != NULL ? diapason_row_item_get_record (self->item) : NULL;

  if (record == NULL)
    show_nothing (self);
  else if (self->kind == DIAPASON_WORKLIST_CONTACT)
    show_contact (self, record);
  else if (self->kind == DIAPASON_WORKLIST_VERBATIM)
    show_verbatim (self, record);
  else
    show_promise (self, record);
}

/* Made when somebody looks: a list binds more rows than are ever pointed at. */
static gboolean
row_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  DiapasonWorklistRow *self = DIAPASON_WORKLIST_ROW (widget);
  const DiapasonWorkRecord *record =
      self->item != NULL ? diapason_row_item_get_record (self->item) : NULL;
  g_autofree char *text = NULL;

  if (record == NULL || self->kind == DIAPASON_WORKLIST_CONTACT)
    return FALSE;
  text = self->kind == DIAPASON_WORKLIST_VERBATIM
             ? diapason_format_points (record)
             : diapason_text_display (record->event->text, 2 * EXCERPT, FALSE);
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL && *text != '\0';
}

static void
diapason_worklist_row_dispose (GObject *object)
{
  DiapasonWorklistRow *self = DIAPASON_WORKLIST_ROW (object);
  GtkWidget *child;

  g_clear_signal_handler (&self->record_id, self->item);
  g_clear_object (&self->item);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), DIAPASON_TYPE_WORKLIST_ROW);
  /* A popover that is open on it. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (diapason_worklist_row_parent_class)->dispose (object);
}

static void
diapason_worklist_row_init (DiapasonWorklistRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
diapason_worklist_row_class_init (DiapasonWorklistRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = diapason_worklist_row_dispose;
  widget_class->query_tooltip = row_query_tooltip;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/diapason/Diapason/ui/desk/worklist-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklistRow, rank);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklistRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklistRow, title);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklistRow, chip);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklistRow, key);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklistRow, words);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklistRow, language);
  gtk_widget_class_bind_template_child (widget_class, DiapasonWorklistRow, note);
}

GtkWidget *
diapason_worklist_row_new (DiapasonDesk *desk, DiapasonWorklistKind kind)
{
  DiapasonWorklistRow *self = g_object_new (DIAPASON_TYPE_WORKLIST_ROW, NULL);

  self->desk = g_object_ref (desk);
  self->kind = kind;
  gtk_widget_set_visible (GTK_WIDGET (self->rank), kind == DIAPASON_WORKLIST_VERBATIM);
  gtk_widget_set_visible (GTK_WIDGET (self->avatar), kind == DIAPASON_WORKLIST_CONTACT);
  show_nothing (self);
  return GTK_WIDGET (self);
}

void
diapason_worklist_row_set_item (DiapasonWorklistRow *self, DiapasonRowItem *item)
{
  if (item == self->item)
    return;
  g_clear_signal_handler (&self->record_id, self->item);
  g_set_object (&self->item, item);
  if (item != NULL)
    self->record_id =
        g_signal_connect_swapped (item, "notify::record", G_CALLBACK (show_record), self);
  show_record (self);
}

DiapasonRowItem *
diapason_worklist_row_get_item (DiapasonWorklistRow *self)
{
  return self->item;
}

void
diapason_worklist_row_set_key (DiapasonWorklistRow *self, guint key)
{
  g_autofree char *text = g_strdup_printf ("%u", key);
  g_autofree char *shortcut = g_strdup_printf ("Alt+%u", key);

  gtk_widget_set_visible (GTK_WIDGET (self->key), key != 0);
  gtk_label_set_text (self->key, text);
  if (key == 0)
    return;
  diapason_tooltip_set (GTK_WIDGET (self->key), shortcut);
  gtk_accessible_update_property (focused_of (self), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS,
                                  shortcut, -1);
}

void
diapason_worklist_row_set_unseen (DiapasonWorklistRow *self, gboolean unseen)
{
  self->unseen = unseen;
  if (unseen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "unseen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unseen");
  show_record (self);
}
