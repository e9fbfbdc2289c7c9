/* person-card.c: see person-card.h. */
#include "person-card.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "check-list.h"
#include "fact-chips.h"
#include "format-card.h"
#include "format.h"
#include "moment-strip.h"
#include "plain-text.h"
#include "say-mark.h"
#include "tall.h"
#include "tooltip.h"
#include "wrap.h"

#define MOST_RELATIVES 3
#define MOST_CONTRACTS 2

struct _DiapasonPersonCard
{
  GtkWidget parent_instance;

  DiapasonCard *card; /* (owned) (nullable) */

  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *since;
  GtkLabel *value;
  GtkWidget *elsewhere;
  DiapasonWrap *names;
  GtkWidget *left;
  GtkWidget *contacts;
  GtkWidget *tries;
  GtkWidget *matter;
  GtkLabel *opening;
  GtkLabel *opening_reason;
  GtkMenuButton *check;
  DiapasonCheckList *checks;
  GtkWidget *promise;
  GtkLabel *promise_text;
  GtkLabel *promise_maker;
  DiapasonMomentStrip *moments;
  DiapasonWrap *household;
  GtkWidget *contracts;

  /* Whether what is beside them may be said. */
  GtkImage *name_mark;
  GtkImage *since_mark;
  GtkImage *value_mark;
  GtkImage *history_mark;
  GtkImage *promise_mark;
  GtkImage *moments_mark;
  GtkImage *household_mark;
  GtkImage *contracts_mark;
};

enum
{
  EVENT_ACTIVATED,
  MOMENT_ACTIVATED,
  PERSON_ACTIVATED,
  DETAILS_ACTIVATED,
  CHECKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DiapasonPersonCard, diapason_person_card, GTK_TYPE_WIDGET)

/* Who it is */

static void
show_chip (GtkLabel *chip, const char *fact, const char *explanation)
{
  g_autofree char *safe = diapason_plain_line (explanation);

  diapason_plain_label_set (chip, fact);
  diapason_tooltip_set (GTK_WIDGET (chip), safe);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, safe,
                                  -1);
}

/* @known: whether a source says it. */
static void
show_sourced (DiapasonPersonCard *self,
              GtkLabel *chip,
              const char *fact,
              gboolean known,
              guint from)
{
  g_autofree char *sourced =
      known ? diapason_format_sourced (fact, self->card->person, from, self->card->now)
            : g_strdup (_("No source tells it."));

  show_chip (chip, fact, sourced);
}

static void
show_who (DiapasonPersonCard *self)
{
  const DiapasonPersonRecord *person = self->card->person;
  g_autofree char *safe_name = diapason_plain_line (person->name);
  g_autofree char *since = diapason_format_since (person);
  g_autofree char *value = diapason_format_value (person);

  diapason_plain_label_set (self->name, person->name != NULL ? person->name : _("Name unknown"));
  adw_avatar_set_text (self->avatar, safe_name);
  adw_avatar_set_show_initials (self->avatar, person->name != NULL);
  show_sourced (self, self->since, since, person->since != 0, person->since_from);
  if (g_strcmp0 (person->value, "high") == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->value), "value");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->value), "value");
  show_sourced (self, self->value, value, person->value != NULL, person->value_from);
  diapason_fact_chips_show (self->names, self->card);
}

/* Sentences that lead to the event they are from */

static void
set_event (GtkWidget *button, gint64 event)
{
  g_object_set_data_full (G_OBJECT (button), "event", g_memdup2 (&event, sizeof event), g_free);
  gtk_widget_set_sensitive (button, event != 0);
  diapason_tooltip_set (button, event != 0 ? _("Show it in the history") : NULL);
}

static void
show_sentence (GtkWidget *button, const char *sentence, gint64 event)
{
  g_autofree char *safe = diapason_plain_line (sentence);

  gtk_widget_set_visible (button, *sentence != '\0');
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), safe);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, safe, -1);
  set_event (button, event);
}

static void
show_effort (DiapasonPersonCard *self)
{
  const DiapasonEffort *effort = &self->card->effort;
  g_autofree char *elsewhere = diapason_format_elsewhere (self->card);
  g_autofree char *left = diapason_format_left (self->card);
  g_autofree char *contacts = diapason_format_contacts (self->card);
  g_autofree char *tries = diapason_format_tries (self->card);
  g_autofree char *matter = diapason_format_matter (self->card);

  show_sentence (self->elsewhere, elsewhere,
                 self->card->elsewhere != NULL ? self->card->elsewhere->id : 0);
  show_sentence (self->left, left, effort->left_event);
  show_sentence (self->tries, tries, effort->tries_event);
  show_sentence (self->contacts, contacts, effort->contacts_event);
  show_sentence (self->matter, matter, effort->open_event);
}

static void
show_opening (DiapasonPersonCard *self)
{
  g_autofree char *opening = diapason_format_opening (self->card);
  g_autofree char *state = diapason_format_check_state (self->card);

  diapason_plain_label_set (self->opening, opening);
  gtk_label_set_label (self->opening_reason, diapason_format_opening_reason (self->card));
  gtk_menu_button_set_label (self->check, state);
  if (self->card->level == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->check), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->check), "suggested-action");
  diapason_check_list_set_card (self->checks, self->card);
}

/* What came of it stands out in the same line. */
static void
show_promise_text (DiapasonPersonCard *self, const char *text, const char *state)
{
  g_autofree char *safe = diapason_plain_line (text);
  g_autofree char *both = g_strdup_printf ("%s — %s", safe, state);

  diapason_plain_label_set_block (self->promise_text, *state != '\0' ? both : safe);
  diapason_label_mark_from (self->promise_text, strlen (both) - strlen (state),
                            pango_attr_weight_new (PANGO_WEIGHT_BOLD));
}

static void
show_promise (DiapasonPersonCard *self)
{
  g_autofree char *text = diapason_format_promise (self->card);
  g_autofree char *state = diapason_format_promise_state (&self->card->effort);
  g_autofree char *maker = diapason_format_promise_maker (self->card);
  g_autofree char *all = g_strdup_printf ("%s, %s, %s", text, state, maker);
  g_autofree char *safe = diapason_plain_line (*state != '\0' ? all : text);

  show_promise_text (self, text, state);
  diapason_plain_label_set (self->promise_maker, maker);
  gtk_widget_set_visible (GTK_WIDGET (self->promise_maker), *maker != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->promise), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  safe, -1);
  set_event (self->promise, self->card->effort.promise_event);
}

/* Household and contracts */

static void
relative_clicked_cb (GtkWidget *button, DiapasonPersonCard *self)
{
  gint64 *person = g_object_get_data (G_OBJECT (button), "person");

  g_signal_emit (self, signals[PERSON_ACTIVATED], 0, *person);
}

static GtkWidget *
relative_new (DiapasonPersonCard *self, const DiapasonRelationRecord *relation)
{
  g_autofree char *text = diapason_format_relative (relation);
  g_autofree char *safe = diapason_plain_line (text);
  GtkWidget *button = gtk_button_new_with_label (safe); /* and is called so */

  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                           PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "sentence");
  gtk_widget_set_sensitive (button, relation->person != 0);
  g_object_set_data_full (G_OBJECT (button), "person",
                          g_memdup2 (&relation->person, sizeof relation->person), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (relative_clicked_cb), self);
  return button;
}

static void
add_text (DiapasonWrap *wrap, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_parent (label, GTK_WIDGET (wrap));
}

static gboolean
same_household (const DiapasonPersonRecord *a, const DiapasonPersonRecord *b)
{
  if (a->id != b->id || a->relations->len != b->relations->len)
    return FALSE;
  for (guint i = 0; i < a->relations->len; i++)
    {
      const DiapasonRelationRecord *x = g_ptr_array_index (a->relations, i);
      const DiapasonRelationRecord *y = g_ptr_array_index (b->relations, i);

      if (x->person != y->person || g_strcmp0 (x->name, y->name) != 0 ||
          g_strcmp0 (x->kind, y->kind) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
show_household (DiapasonPersonCard *self)
{
  const GPtrArray *relations = self->card->person->relations;

  diapason_wrap_clear (self->household);
  for (guint i = 0; i < MIN (relations->len, MOST_RELATIVES); i++)
    gtk_widget_set_parent (relative_new (self, g_ptr_array_index (relations, i)),
                           GTK_WIDGET (self->household));
  if (relations->len > MOST_RELATIVES)
    {
      g_autofree char *more = g_strdup_printf (_("and %u more"), relations->len - MOST_RELATIVES);

      add_text (self->household, more);
    }
  if (relations->len == 0)
    add_text (self->household, _("not known"));
}

static void
show_contracts (DiapasonPersonCard *self)
{
  const GPtrArray *contracts = self->card->person->contracts;
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < MIN (contracts->len, MOST_CONTRACTS); i++)
    {
      g_autofree char *text = diapason_format_contract (g_ptr_array_index (contracts, i));

      diapason_format_add_part (line, text);
    }
  if (contracts->len > MOST_CONTRACTS)
    {
      g_autofree char *more = g_strdup_printf (_("and %u more"), contracts->len - MOST_CONTRACTS);

      diapason_format_add_part (line, more);
    }
  show_sentence (self->contracts, contracts->len > 0 ? line->str : _("none known"), 0);
  gtk_widget_set_sensitive (self->contracts, contracts->len > 0);
  g_string_free (line, TRUE);
}

static void
show_marks (DiapasonPersonCard *self)
{
  const struct
  {
    GtkImage *mark;
    DiapasonCardFact fact;
  } marks[] = {
    { self->name_mark, DIAPASON_CARD_NAME },
    { self->since_mark, DIAPASON_CARD_SINCE },
    { self->value_mark, DIAPASON_CARD_VALUE },
    { self->history_mark, DIAPASON_CARD_HISTORY },
    { self->promise_mark, DIAPASON_CARD_PROMISE },
    { self->moments_mark, DIAPASON_CARD_HISTORY },
    { self->household_mark, DIAPASON_CARD_RELATION },
    { self->contracts_mark, DIAPASON_CARD_CONTRACT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    diapason_say_mark_set (marks[i].mark, diapason_card_speakable (self->card, marks[i].fact));
}

/* What is wanted */

static void
sentence_clicked_cb (GtkWidget *button, DiapasonPersonCard *unused)
{
  GtkWidget *self = gtk_widget_get_ancestor (button, DIAPASON_TYPE_PERSON_CARD);
  gint64 *event = g_object_get_data (G_OBJECT (button), "event");

  g_signal_emit (self, signals[EVENT_ACTIVATED], 0, *event);
}

static void
moment_activated_cb (DiapasonPersonCard *self, guint moment)
{
  g_signal_emit (self, signals[MOMENT_ACTIVATED], 0, moment);
}

static void
contracts_clicked_cb (DiapasonPersonCard *self)
{
  g_signal_emit (self, signals[DETAILS_ACTIVATED], 0);
}

static void
checked_cb (DiapasonPersonCard *self, guint check, gboolean fits)
{
  g_signal_emit (self, signals[CHECKED], 0, check, fits);
}

static void
popover_shown_cb (DiapasonPersonCard *self)
{
  diapason_check_list_focus (self->checks);
}

/* GObject */

static void
diapason_person_card_dispose (GObject *object)
{
  DiapasonPersonCard *self = DIAPASON_PERSON_CARD (object);

  /* GTK 4.8 keeps one that is open. */
  if (self->check != NULL)
    gtk_menu_button_popdown (self->check);
  g_clear_pointer (&self->card, diapason_card_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), DIAPASON_TYPE_PERSON_CARD);
  G_OBJECT_CLASS (diapason_person_card_parent_class)->dispose (object);
}

static void
diapason_person_card_init (DiapasonPersonCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
bind_marks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, name_mark);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, since_mark);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, value_mark);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, history_mark);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, promise_mark);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, moments_mark);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, household_mark);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, contracts_mark);
}

static void
bind_facts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, avatar);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, name);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, since);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, value);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, elsewhere);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, names);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, left);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, contacts);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, tries);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, matter);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, opening);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, opening_reason);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, check);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, checks);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, promise);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, promise_text);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, promise_maker);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, moments);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, household);
  gtk_widget_class_bind_template_child (widget_class, DiapasonPersonCard, contracts);
}

static void
add_signals (GType type)
{
  signals[EVENT_ACTIVATED] = g_signal_new ("event-activated", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[MOMENT_ACTIVATED] = g_signal_new ("moment-activated", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[PERSON_ACTIVATED] = g_signal_new ("person-activated", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[DETAILS_ACTIVATED] = g_signal_new ("details-activated", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 0);
  signals[CHECKED] = g_signal_new ("checked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
}

static void
diapason_person_card_class_init (DiapasonPersonCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DIAPASON_TYPE_CHECK_LIST);
  g_type_ensure (DIAPASON_TYPE_MOMENT_STRIP);
  g_type_ensure (DIAPASON_TYPE_TALL);
  g_type_ensure (DIAPASON_TYPE_WRAP);
  G_OBJECT_CLASS (klass)->dispose = diapason_person_card_dispose;
  add_signals (G_TYPE_FROM_CLASS (klass));
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/diapason/Diapason/ui/desk/person-card.ui");
  gtk_widget_class_bind_template_child_full (widget_class, "content", FALSE, 0);
  bind_facts (widget_class);
  bind_marks (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, sentence_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, moment_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, contracts_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, checked_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
}

void
diapason_person_card_set_card (DiapasonPersonCard *self, DiapasonCard *card)
{
  g_autoptr (DiapasonCard) former = g_steal_pointer (&self->card);

  self->card = diapason_card_ref (card);
  show_who (self);
  show_effort (self);
  show_opening (self);
  show_promise (self);
  diapason_moment_strip_set_card (self->moments, card);
  /* What has the focus stays while nothing about it changes. */
  if (former == NULL || !same_household (former->person, card->person))
    show_household (self);
  show_contracts (self);
  show_marks (self);
}
