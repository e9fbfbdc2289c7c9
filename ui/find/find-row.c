/* find-row.c: see find-row.h. */
#include "find-row.h"

#include <glib/gi18n.h>

#include "format.h"
#include "plain-text.h"

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

static void
add_part (GString *title, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  g_string_append_printf (title, "%s%s", title->len > 0 ? " — " : "", part);
}

/* The person before the subject, and that before the score. */
static char *
title_of (const DiapasonFindHit *hit)
{
  GString *title = g_string_new (NULL);
  g_autofree char *score = diapason_format_score (&hit->score);

  /* Translators: who answered a survey without their name. */
  add_part (title, hit->anonymous ? C_("customer", "Anonymous") : hit->who);
  add_part (title, hit->title);
  if (title->len == 0)
    add_part (title, _("Name unknown"));
  add_part (title, score);
  return g_string_free (title, FALSE);
}

void
diapason_find_row_show (DiapasonFindRow *self, DiapasonFindHit *hit, gint64 now)
{
  g_autofree char *title = title_of (hit);
  g_autofree char *instant = diapason_format_instant (hit->at, now);
  g_autofree char *safe_title = diapason_plain_line (title);
  g_autofree char *safe_detail = diapason_plain_line (hit->detail);
  g_autofree char *name = g_strdup_printf ("%s, %s", safe_title, safe_detail);
  g_autofree char *trail = *instant != '\0'
                               ? g_strdup_printf ("%s · %s", hit->origin.source_label, instant)
                               : g_strdup (hit->origin.source_label);

  diapason_find_hit_ref (hit);
  g_clear_pointer (&self->hit, diapason_find_hit_unref);
  self->hit = hit;
  diapason_plain_inscription_set (self->title, title);
  diapason_plain_inscription_set (self->detail, hit->detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), hit->detail != NULL && *hit->detail != '\0');
  diapason_plain_inscription_set (self->instant, trail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkWidget *
diapason_find_row_new (DiapasonFindHit *hit, gint64 now)
{
  DiapasonFindRow *self = g_object_new (DIAPASON_TYPE_FIND_ROW, NULL);

  diapason_find_row_show (self, hit, now);
  return GTK_WIDGET (self);
}

DiapasonFindHit *
diapason_find_row_get_hit (DiapasonFindRow *self)
{
  return self->hit;
}
