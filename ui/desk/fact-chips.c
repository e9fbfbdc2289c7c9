/* fact-chips.c: see fact-chips.h. */
#include "fact-chips.h"

#include <glib/gi18n.h>

#include "format-fact.h"
#include "plain-text.h"
#include "say-mark.h"
#include "tooltip.h"

#define MOST_NEEDS 3
#define SPACING    6 /* as between chips */

static void
add (DiapasonWrap *wrap, GtkWidget *child)
{
  gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (child, "fact");
  gtk_widget_set_parent (child, GTK_WIDGET (wrap));
}

static GtkWidget *
chip_new (const char *fact, const char *explanation)
{
  GtkWidget *chip = gtk_label_new (NULL);
  g_autofree char *safe = diapason_plain_line (explanation);

  diapason_plain_label_set (GTK_LABEL (chip), fact);
  gtk_label_set_ellipsize (GTK_LABEL (chip), PANGO_ELLIPSIZE_END);
  diapason_tooltip_set (chip, safe);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, safe,
                                  -1);
  gtk_widget_add_css_class (chip, "chip");
  return chip;
}

/* On one line with its mark. */
static void
add_fact (DiapasonWrap *wrap, const DiapasonCard *card, const DiapasonCustomerFactRecord *fact)
{
  g_autofree char *text = diapason_format_fact_chip (fact);
  g_autofree char *detail = diapason_format_fact_detail (fact, card->now, " · ");
  GtkWidget *mark = gtk_image_new ();
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  gtk_widget_add_css_class (mark, "mark");
  diapason_say_mark_set (GTK_IMAGE (mark),
                         diapason_card_speakable (card, diapason_card_fact_of (fact->kind)));
  gtk_box_append (GTK_BOX (both), chip_new (text, detail));
  gtk_box_append (GTK_BOX (both), mark);
  add (wrap, both);
}

/* The first @most of @kind that hold. Returns: how many there are. */
static guint
add_facts (DiapasonWrap *wrap, const DiapasonCard *card, DiapasonCustomerFact kind, guint most)
{
  guint n = 0;

  for (guint i = 0; i < card->person->facts->len; i++)
    {
      const DiapasonCustomerFactRecord *fact = g_ptr_array_index (card->person->facts, i);

      if (fact->kind == kind && !diapason_format_fact_is_over (fact, card->now) && n++ < most)
        add_fact (wrap, card, fact);
    }
  return n;
}

static void
clear (DiapasonWrap *wrap)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (wrap));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (gtk_widget_has_css_class (child, "fact"))
        gtk_widget_unparent (child);
      child = next;
    }
}

static gboolean
has_kind (const DiapasonCard *card, DiapasonCustomerFact kind)
{
  for (guint i = 0; i < card->person->facts->len; i++)
    if (((DiapasonCustomerFactRecord *) g_ptr_array_index (card->person->facts, i))->kind == kind)
      return TRUE;
  return FALSE;
}

/* All of them are in the details; here is what is to be seen at once. */
void
diapason_fact_chips_show (DiapasonWrap *wrap, const DiapasonCard *card)
{
  gboolean has_needs = has_kind (card, DIAPASON_CUSTOMER_FACT_NEED);
  gboolean has_risk = has_kind (card, DIAPASON_CUSTOMER_FACT_RISK);
  guint needs;

  clear (wrap);
  needs = add_facts (wrap, card, DIAPASON_CUSTOMER_FACT_NEED, MOST_NEEDS);
  if (needs > MOST_NEEDS)
    {
      g_autofree char *more = g_strdup_printf (_("and %u more"), needs - MOST_NEEDS);

      add (wrap, chip_new (more, _("All of them are among the details.")));
    }
  if (!has_needs && !has_risk)
    add (wrap, chip_new (_("needs and churn risk: unknown"), _("No source tells it.")));
  else if (!has_needs)
    add (wrap, chip_new (_("needs: unknown"), _("No source tells it.")));
  add_facts (wrap, card, DIAPASON_CUSTOMER_FACT_RISK, 1);
  if (has_needs && !has_risk)
    add (wrap, chip_new (_("churn risk: unknown"), _("No source tells it.")));
  add_facts (wrap, card, DIAPASON_CUSTOMER_FACT_HOLD, 1);
}
