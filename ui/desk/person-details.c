/* person-details.c: see person-details.h. */
#include "person-details.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "format-fact.h"
#include "format.h"
#include "plain-text.h"
#include "say-mark.h"
#include "tooltip.h"

struct _DiapasonPersonDetails
{
  GtkWidget parent_instance;

  DiapasonCard *card; /* (owned) (nullable) what may be said, of whom */

  AdwPreferencesGroup *about;
  AdwPreferencesGroup *facts;
  AdwPreferencesGroup *contact_points;
  AdwPreferencesGroup *contracts;
  AdwPreferencesGroup *relations;
  AdwPreferencesGroup *members;
  GPtrArray *rows; /* (owned) rows now in the groups (weak), with their group */
  gboolean stale;  /* they say nothing of the card yet */
};

typedef struct
{
  AdwPreferencesGroup *group; /* (weak) a child of ours */
  GtkWidget *row;             /* (weak) a child of the group */
} Row;

enum
{
  PERSON_ACTIVATED,
  PARTED,
  JOINED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DiapasonPersonDetails, diapason_person_details, GTK_TYPE_WIDGET)

static void
add_row (DiapasonPersonDetails *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  Row *entry = g_new0 (Row, 1);

  entry->group = group;
  entry->row = row;
  g_ptr_array_add (self->rows, entry);
  adw_preferences_group_add (group, row);
}

/* Whether what @row says may be said. */
static void
add_mark (DiapasonPersonDetails *self, GtkWidget *row, DiapasonCardFact fact)
{
  GtkWidget *mark;

  if (self->card == NULL)
    return;
  mark = gtk_image_new ();
  gtk_widget_add_css_class (mark, "mark");
  diapason_say_mark_set (GTK_IMAGE (mark), diapason_card_speakable (self->card, fact));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
}

static void
remove_rows (DiapasonPersonDetails *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *entry = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (entry->group, entry->row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_empty (DiapasonPersonDetails *self, AdwPreferencesGroup *group, guint n, const char *text)
{
  GtkWidget *row;

  if (n > 0)
    return;
  row = diapason_plain_row_new (text, NULL);
  gtk_widget_add_css_class (row, "dim");
  add_row (self, group, row);
}

static void
add_about (DiapasonPersonDetails *self, const char *what, const char *fact, DiapasonCardFact kind)
{
  GtkWidget *row;

  if (fact == NULL || *fact == '\0')
    return;
  row = diapason_plain_row_new (fact, what);
  add_mark (self, row, kind);
  add_row (self, self->about, row);
}

static void
append_fact (GString *line, const char *separator, const char *fact)
{
  if (fact != NULL && *fact != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? separator : "", fact);
}

static char *
address_of (const DiapasonPersonRecord *person)
{
  g_autoptr (GString) place = g_string_new (person->postcode);
  GString *line = g_string_new (person->street);

  append_fact (place, " ", person->city);
  append_fact (line, ", ", place->str);
  append_fact (line, ", ", person->country);
  return g_string_free (line, FALSE);
}

static void
add_person (DiapasonPersonDetails *self, const DiapasonPersonRecord *person)
{
  g_autofree char *born =
      person->birth_date != NULL ? diapason_format_date (person->birth_date) : NULL;
  g_autofree char *address = address_of (person);

  add_about (self, _("Date of birth"), born, DIAPASON_CARD_BIRTH_DATE);
  add_about (self, _("Language"), diapason_format_language (person->language),
             DIAPASON_CARD_CONTACT_POINT);
  add_about (self, _("Address"), address, DIAPASON_CARD_ADDRESS);
  gtk_widget_set_visible (GTK_WIDGET (self->about), person->birth_date != NULL ||
                                                        person->language != NULL ||
                                                        *address != '\0');
}

static void
add_contact_point (DiapasonPersonDetails *self, const DiapasonContactPointRecord *point, gint64 now)
{
  GtkWidget *row;
  g_autofree char *origin = diapason_format_origin (&point->origin, now);
  const char *kind = diapason_format_contact_kind (point->kind);
  g_autofree char *subtitle = point->preferred
                                  ? g_strdup_printf (_("%s, preferred · %s"), kind, origin)
                                  : g_strdup_printf ("%s · %s", kind, origin);

  row = diapason_plain_row_new (point->value, subtitle);
  add_mark (self, row, DIAPASON_CARD_CONTACT_POINT);
  add_row (self, self->contact_points, row);
}

static void
add_contract (DiapasonPersonDetails *self, const DiapasonContractRecord *contract, gint64 now)
{
  g_autofree char *origin = diapason_format_origin (&contract->origin, now);
  g_autofree char *begins = diapason_format_day (contract->begins);
  g_autofree char *title =
      g_strdup_printf ("%s · %s", contract->product != NULL ? contract->product : _("Contract"),
                       contract->number != NULL ? contract->number : _("number unknown"));
  GString *subtitle = g_string_new (diapason_format_contract_status (contract->status));
  GtkWidget *row;

  if (*begins != '\0')
    {
      /* Translators: the day a contract begins. */
      g_string_append_printf (subtitle, _(", since %s"), begins);
    }
  if (contract->has_amount)
    {
      g_autofree char *amount = diapason_format_amount (contract->amount, contract->currency);

      g_string_append_printf (subtitle, _(" · %s a month"), amount);
    }
  g_string_append_printf (subtitle, "\n%s", origin);
  row = diapason_plain_row_new (title, subtitle->str);
  add_mark (self, row, contract->has_amount ? DIAPASON_CARD_AMOUNT : DIAPASON_CARD_CONTRACT);
  add_row (self, self->contracts, row);
  g_string_free (subtitle, TRUE);
}

static void
add_fact (DiapasonPersonDetails *self, const DiapasonCustomerFactRecord *fact, gint64 now)
{
  g_autofree char *title = diapason_format_fact_title (fact, now);
  g_autofree char *detail = diapason_format_fact_detail (fact, now, "\n");
  GtkWidget *row = diapason_plain_row_new (title, detail);

  add_mark (self, row, diapason_card_fact_of (fact->kind));
  add_row (self, self->facts, row);
}

/* Which of them nobody tells is said, too. */
static void
add_facts (DiapasonPersonDetails *self, const GPtrArray *facts, gint64 now)
{
  guint n[DIAPASON_N_CUSTOMER_FACTS] = { 0 };

  for (guint i = 0; i < facts->len; i++)
    {
      const DiapasonCustomerFactRecord *fact = g_ptr_array_index (facts, i);

      add_fact (self, fact, now);
      n[fact->kind]++;
    }
  add_empty (self, self->facts, facts->len,
             _("No need, churn risk or hold on marketing is known"));
  if (facts->len == 0)
    return;
  add_empty (self, self->facts, n[DIAPASON_CUSTOMER_FACT_NEED], _("No need is known"));
  add_empty (self, self->facts, n[DIAPASON_CUSTOMER_FACT_RISK], _("Churn risk: unknown"));
  add_empty (self, self->facts, n[DIAPASON_CUSTOMER_FACT_HOLD],
             _("No source holds marketing back"));
}

static void
relation_activated_cb (AdwActionRow *row, DiapasonPersonDetails *self)
{
  gint64 *person = g_object_get_data (G_OBJECT (row), "person");

  g_signal_emit (self, signals[PERSON_ACTIVATED], 0, *person);
}

/* That the row leads somewhere; the row itself says where to. */
static GtkWidget *
arrow_new (void)
{
  GtkWidget *arrow =
      g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                    "icon-name", "go-next-symbolic", NULL);

  gtk_widget_add_css_class (arrow, "dim");
  return arrow;
}

static void
add_relation (DiapasonPersonDetails *self, const DiapasonRelationRecord *relation, gint64 now)
{
  g_autofree char *origin = diapason_format_origin (&relation->origin, now);
  g_autofree char *subtitle =
      g_strdup_printf ("%s · %s", diapason_format_relation (relation->kind), origin);
  GtkWidget *row =
      diapason_plain_row_new (relation->name != NULL ? relation->name : _("Name unknown"),
                              subtitle);

  add_mark (self, row, DIAPASON_CARD_RELATION);
  if (relation->person != 0)
    {
      g_object_set_data_full (G_OBJECT (row), "person",
                              g_memdup2 (&relation->person, sizeof relation->person), g_free);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow_new ());
      g_signal_connect (row, "activated", G_CALLBACK (relation_activated_cb), self);
    }
  add_row (self, self->relations, row);
}

/* A button of the row at @place in its list. */
static void
add_button (DiapasonPersonDetails *self,
            GtkWidget *row,
            guint place,
            const char *label,
            const char *tooltip,
            GCallback clicked_cb)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  diapason_tooltip_set (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "part");
  g_object_set_data (G_OBJECT (button), "place", GUINT_TO_POINTER (place));
  g_signal_connect (button, "clicked", clicked_cb, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static guint
place_of (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "place"));
}

static void
part_clicked_cb (GtkWidget *button, DiapasonPersonDetails *self)
{
  g_signal_emit (self, signals[PARTED], 0, place_of (button));
}

static void
add_member (DiapasonPersonDetails *self, const DiapasonPersonRecord *person, guint i, gint64 now)
{
  const DiapasonMemberRecord *member = g_ptr_array_index (person->members, i);
  g_autofree char *origin = diapason_format_origin (&member->origin, now);
  g_autofree char *title =
      g_strdup_printf ("%s · %s", member->origin.source_label, member->origin.remote_id);
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  if (member->rule != NULL)
    subtitle = g_strdup_printf ("%s%s%s\n%s", diapason_format_rule (member->rule),
                                member->evidence != NULL ? ": " : "",
                                member->evidence != NULL ? member->evidence : "", origin);
  else
    subtitle = g_strdup (origin);
  row = diapason_plain_row_new (title, subtitle);
  if (i > 0)
    add_button (self, row, i, _("Somebody else"),
                _("This record is of another person: part them"), G_CALLBACK (part_clicked_cb));
  add_row (self, self->members, row);
}

/* A decision that can be taken back as long as it stands. */
static void
join_clicked_cb (GtkWidget *button, DiapasonPersonDetails *self)
{
  g_signal_emit (self, signals[JOINED], 0, place_of (button));
}

static void
add_parted (DiapasonPersonDetails *self, const DiapasonPersonRecord *person, guint i)
{
  const DiapasonPartedRecord *parted = g_ptr_array_index (person->parted, i);
  const DiapasonOrigin *origin = &parted->origin;
  g_autofree char *when = diapason_format_moment (parted->said_at);
  g_autofree char *title =
      g_strdup_printf ("%s · %s",
                       origin->source_label != NULL ? origin->source_label : origin->source,
                       origin->remote_id);
  /* Translators: of a customer record; %s is a day and time. */
  g_autofree char *subtitle = g_strdup_printf (_("somebody else, as was decided on %s"), when);
  GtkWidget *row = diapason_plain_row_new (title, subtitle);

  add_button (self, row, i, _("Undo"), _("Take this decision back"),
              G_CALLBACK (join_clicked_cb));
  add_row (self, self->members, row);
}

/* There are many rows, and most times nobody looks at them. */
static void
show_card (DiapasonPersonDetails *self)
{
  if (!self->stale || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->stale = FALSE;
  diapason_person_details_set_person (self, self->card->person, self->card->now);
}

static void
diapason_person_details_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (diapason_person_details_parent_class)->map (widget);
  show_card (DIAPASON_PERSON_DETAILS (widget));
}

static void
diapason_person_details_dispose (GObject *object)
{
  g_clear_pointer (&DIAPASON_PERSON_DETAILS (object)->card, diapason_card_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), DIAPASON_TYPE_PERSON_DETAILS);
  G_OBJECT_CLASS (diapason_person_details_parent_class)->dispose (object);
}

static void
diapason_person_details_finalize (GObject *object)
{
  g_ptr_array_unref (DIAPASON_PERSON_DETAILS (object)->rows);
  G_OBJECT_CLASS (diapason_person_details_parent_class)->finalize (object);
}

static void
diapason_person_details_init (DiapasonPersonDetails *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
diapason_person_details_class_init (DiapasonPersonDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = diapason_person_details_dispose;
  object_class->finalize = diapason_person_details_finalize;
  widget_class->map = diapason_person_details_map;
  signals[PERSON_ACTIVATED] =
      g_signal_new ("person-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[JOINED] = g_signal_new ("joined", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[PARTED] = g_signal_new ("parted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/diapason/Diapason/ui/desk/person-details.ui");
  gtk_widget_class_bind_template_child_full (widget_class, "content", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonDetails, about);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonDetails, facts);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonDetails, contact_points);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonDetails, contracts);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonDetails, relations);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonDetails, members);
}

void
diapason_person_details_set_person (DiapasonPersonDetails *self,
                                    const DiapasonPersonRecord *person,
                                    gint64 now)
{
  remove_rows (self);
  add_person (self, person);
  add_facts (self, person->facts, now);
  for (guint i = 0; i < person->contact_points->len; i++)
    add_contact_point (self, g_ptr_array_index (person->contact_points, i), now);
  for (guint i = 0; i < person->contracts->len; i++)
    add_contract (self, g_ptr_array_index (person->contracts, i), now);
  for (guint i = 0; i < person->relations->len; i++)
    add_relation (self, g_ptr_array_index (person->relations, i), now);
  for (guint i = 0; i < person->members->len; i++)
    add_member (self, person, i, now);
  for (guint i = 0; i < person->parted->len; i++)
    add_parted (self, person, i);
  add_empty (self, self->contact_points, person->contact_points->len,
             _("No way to reach them is known"));
  add_empty (self, self->contracts, person->contracts->len, _("No contract is known"));
  gtk_widget_set_visible (GTK_WIDGET (self->relations), person->relations->len > 0);
}

void
diapason_person_details_set_card (DiapasonPersonDetails *self, DiapasonCard *card)
{
  g_clear_pointer (&self->card, diapason_card_unref);
  self->card = diapason_card_ref (card);
  self->stale = TRUE;
  show_card (self);
}
