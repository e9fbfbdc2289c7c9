/* person-card.c: see person-card.h. */
#include "person-card.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "format.h"
#include "plain-text.h"

#define NAME_WHOLE_CHARS 22 /* up to which a name is never cut */

struct _DiapasonPersonCard
{
  GtkWidget parent_instance;

  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *since;
  GtkLabel *value;
  GtkLabel *facts;
  GtkLabel *origin;
};

G_DEFINE_FINAL_TYPE (DiapasonPersonCard, diapason_person_card, GTK_TYPE_WIDGET)

static void
append_fact (GString *line, const char *separator, const char *fact)
{
  if (fact == NULL || *fact == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, separator);
  g_string_append (line, fact);
}

static char *
address_of (const DiapasonPersonRecord *person)
{
  GString *line = g_string_new (NULL);
  g_autofree char *place = NULL;

  if (person->postcode != NULL && person->city != NULL)
    place = g_strdup_printf ("%s %s", person->postcode, person->city);
  append_fact (line, ", ", person->street);
  append_fact (line, ", ", place != NULL ? place : person->postcode);
  append_fact (line, ", ", place != NULL ? NULL : person->city);
  append_fact (line, ", ", person->country);
  return g_string_free (line, FALSE);
}

static char *
facts_of (const DiapasonPersonRecord *person)
{
  GString *line = g_string_new (NULL);
  g_autofree char *address = address_of (person);
  g_autofree char *born = NULL;
  g_autofree char *speaks = NULL;

  if (person->birth_date != NULL)
    {
      g_autofree char *day = diapason_format_date (person->birth_date);

      /* Translators: the day of birth: "born 12 Apr 1981". */
      born = g_strdup_printf (_("born %s"), day);
    }
  if (person->language != NULL)
    /* Translators: a language: "speaks French". */
    speaks = g_strdup_printf (_("speaks %s"), diapason_format_language (person->language));
  append_fact (line, " · ", born);
  append_fact (line, " · ", speaks);
  append_fact (line, " · ", address);
  if (line->len == 0)
    g_string_append (line, _("Nothing else is known of this person."));
  return g_string_free (line, FALSE);
}

/* Where there is little room the chips give way before the name does, unless it is a long one. */
static void
show_name (DiapasonPersonCard *self, const char *name)
{
  gboolean is_long = g_utf8_strlen (name, -1) > NAME_WHOLE_CHARS;

  diapason_plain_label_set (self->name, name);
  gtk_label_set_ellipsize (self->name, is_long ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (self->name, is_long ? NAME_WHOLE_CHARS : -1);
}

static void
show_chip (GtkLabel *chip, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (chip), text != NULL);
  if (text != NULL)
    diapason_plain_label_set (chip, text);
}

static void
diapason_person_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DIAPASON_TYPE_PERSON_CARD);
  G_OBJECT_CLASS (diapason_person_card_parent_class)->dispose (object);
}

static void
diapason_person_card_init (DiapasonPersonCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
diapason_person_card_class_init (DiapasonPersonCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = diapason_person_card_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/diapason/Diapason/ui/desk/person-card.ui");
  gtk_widget_class_bind_template_child_full (widget_class, "content", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, avatar);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, name);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, since);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, value);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, facts);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, origin);
}

void
diapason_person_card_set_person (DiapasonPersonCard *self,
                                 const DiapasonPersonRecord *person,
                                 gint64 now)
{
  g_autofree char *safe_name = diapason_plain_line (person->name);
  g_autofree char *facts = facts_of (person);
  g_autofree char *origin = diapason_format_origin (&person->origin, now);
  g_autoptr (GDateTime) since = NULL;
  g_autofree char *since_text = NULL;

  if (person->since != 0 && (since = g_date_time_new_from_unix_utc (person->since / 1000)) != NULL)
    since_text = g_strdup_printf (_("customer since %d"), g_date_time_get_year (since));
  show_name (self, person->name != NULL ? person->name : _("Name unknown"));
  adw_avatar_set_text (self->avatar, safe_name);
  adw_avatar_set_show_initials (self->avatar, person->name != NULL);
  show_chip (self->since, since_text);
  show_chip (self->value, g_strcmp0 (person->value, "high") == 0 ? _("high value") : NULL);
  diapason_plain_label_set (self->facts, facts);
  diapason_plain_label_set (self->origin, origin);
}
