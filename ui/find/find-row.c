/* find-row.c: see find-row.h. */
#include "find-row.h"

#include <glib/gi18n.h>

#include "format.h"
#include "plain-text.h"
#include "text.h"

struct _DiapasonFindRow
{
  GtkListBoxRow parent_instance;

  DiapasonFindHit *hit; /* (owned) */

  GtkInscription *title;
  GtkInscription *detail;
  GtkInscription *instant;
};

G_DEFINE_FINAL_TYPE (DiapasonFindRow, diapason_find_row, GTK_TYPE_LIST_BOX_ROW)

static void
diapason_find_row_finalize (GObject *object)
{
  g_clear_pointer (&DIAPASON_FIND_ROW (object)->hit, diapason_find_hit_unref);
  G_OBJECT_CLASS (diapason_find_row_parent_class)->finalize (object);
}

static void
diapason_find_row_init (DiapasonFindRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
diapason_find_row_class_init (DiapasonFindRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = diapason_find_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/diapason/Diapason/ui/find/find-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DiapasonFindRow, title);
  gtk_widget_class_bind_template_child (widget_class, DiapasonFindRow, detail);
  gtk_widget_class_bind_template_child (widget_class, DiapasonFindRow, instant);
}

/* Adds @part, as it is shown. Returns: where in @title it begins. */
static guint
add_part (GString *title, const char *part)
{
  g_autofree char *safe = diapason_plain_line (part);

  if (*safe == '\0')
    return (guint) title->len;
  if (title->len > 0)
    g_string_append (title, " — ");
  guint from = (guint) title->len;
  g_string_append (title, safe);
  return from;
}

/* The person before the subject, and that before the score. *@out_found: where what a search looks
 * at begins. */
static char *
title_of (const DiapasonFindHit *hit, guint *out_found)
{
  GString *title = g_string_new (NULL);
  g_autofree char *score = diapason_format_score (&hit->score);

  /* Translators: who answered a survey without their name. */
  add_part (title, hit->anonymous ? C_("customer", "Anonymous") : hit->who);
  *out_found = add_part (title, hit->title);
  if (title->len == 0)
    add_part (title, _("Name unknown"));
  add_part (title, score);
  return g_string_free (title, FALSE);
}

/* Underlines @words in @text, which begins at the byte @from of what @inscription shows. */
static void
mark (GtkInscription *inscription, const char *text, guint from, const char *words)
{
  g_autofree char *safe = diapason_plain_line (text);
  g_autoptr (GArray) marks = diapason_text_marks (safe, words);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; i < marks->len; i++)
    {
      const DiapasonTextMark *at = &g_array_index (marks, DiapasonTextMark, i);
      PangoAttribute *underline = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

      underline->start_index = from + at->from;
      underline->end_index = from + at->to;
      pango_attr_list_insert (attributes, underline);
    }
  gtk_inscription_set_attributes (inscription, marks->len > 0 ? attributes : NULL);
}

/* What is marked is no part of the name: it is heard as it was written. */
static void
set_name (DiapasonFindRow *self, const char *title, const char *detail)
{
  g_autofree char *safe_title = diapason_plain_line (title);
  g_autofree char *safe_detail = diapason_plain_line (detail);
  g_autofree char *name = *safe_detail != '\0' ? g_strdup_printf ("%s, %s", safe_title, safe_detail)
                                               : g_strdup (safe_title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
diapason_find_row_show (DiapasonFindRow *self, DiapasonFindHit *hit, const char *words, gint64 now)
{
  guint found;
  g_autofree char *title = title_of (hit, &found);
  g_autofree char *instant = diapason_format_instant (hit->at, now);
  g_autofree char *trail = *instant != '\0'
                               ? g_strdup_printf ("%s · %s", hit->origin.source_label, instant)
                               : g_strdup (hit->origin.source_label);

  diapason_find_hit_ref (hit);
  g_clear_pointer (&self->hit, diapason_find_hit_unref);
  self->hit = hit;
  diapason_plain_inscription_set (self->title, title);
  mark (self->title, hit->title, found, words);
  diapason_plain_inscription_set (self->detail, hit->detail);
  mark (self->detail, hit->detail, 0, words);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), hit->detail != NULL && *hit->detail != '\0');
  diapason_plain_inscription_set (self->instant, trail);
  set_name (self, title, hit->detail);
}

GtkWidget *
diapason_find_row_new (DiapasonFindHit *hit, const char *words, gint64 now)
{
  DiapasonFindRow *self = g_object_new (DIAPASON_TYPE_FIND_ROW, NULL);

  diapason_find_row_show (self, hit, words, now);
  return GTK_WIDGET (self);
}

DiapasonFindHit *
diapason_find_row_get_hit (DiapasonFindRow *self)
{
  return self->hit;
}
