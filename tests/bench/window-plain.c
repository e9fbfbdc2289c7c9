/* window-plain.c: see the header. */
#include "window-plain.h"

#define N_LABELS 4
#define N_LINES  6 /* of so many labels, of a person */

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  for (guint i = 0; i < N_LABELS; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 12);
      gtk_widget_set_hexpand (label, i == 1);
      gtk_box_append (GTK_BOX (row), label);
    }
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  for (; label != NULL; label = gtk_widget_get_next_sibling (label))
    gtk_label_set_text (GTK_LABEL (label), text);
}

static GtkSelectionModel *
rows_new (guint n_rows)
{
  GListStore *store = g_list_store_new (GTK_TYPE_STRING_OBJECT);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *text = g_strdup_printf ("What happened, number %u", i);
      g_autoptr (GtkStringObject) object = gtk_string_object_new (text);

      g_list_store_append (store, object);
    }
  return GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (store)));
}

GtkWidget *
window_plain_new (guint n_rows, GtkListView **list)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  view = gtk_list_view_new (rows_new (n_rows), factory);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  *list = GTK_LIST_VIEW (view);
  return scrolled;
}

/* A person */

static GtkWidget *
line_new (void)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  for (guint i = 0; i < N_LABELS; i++)
    gtk_box_append (GTK_BOX (line), gtk_label_new (NULL));
  return line;
}

GtkWidget *
window_plain_person_new (void)
{
  GtkWidget *person = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkListView *list;
  GtkWidget *scrolled = window_plain_new (0, &list);

  for (guint i = 0; i < N_LINES; i++)
    gtk_box_append (GTK_BOX (person), line_new ());
  gtk_box_append (GTK_BOX (person), scrolled);
  gtk_widget_add_css_class (person, "view");
  g_object_set_data (G_OBJECT (person), "list", list);
  return person;
}

void
window_plain_person_show (GtkWidget *person, const char *name, guint n_rows)
{
  GtkListView *list = g_object_get_data (G_OBJECT (person), "list");
  g_autoptr (GtkSelectionModel) rows = rows_new (n_rows);
  GtkWidget *line = gtk_widget_get_first_child (person);

  for (guint i = 0; i < N_LINES; i++, line = gtk_widget_get_next_sibling (line))
    for (GtkWidget *label = gtk_widget_get_first_child (line); label != NULL;
         label = gtk_widget_get_next_sibling (label))
      gtk_label_set_text (GTK_LABEL (label), name);
  gtk_list_view_set_model (list, NULL);
  gtk_list_view_set_model (list, rows);
}

/* Find */

GtkWidget *
window_plain_find_new (void)
{
  GtkWidget *find = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 520);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), gtk_list_box_new ());
  gtk_box_append (GTK_BOX (find), gtk_search_entry_new ());
  gtk_box_append (GTK_BOX (find), scrolled);
  gtk_widget_add_css_class (find, "view");
  gtk_widget_set_size_request (find, 500, -1);
  gtk_widget_set_halign (find, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (find, GTK_ALIGN_START);
  gtk_widget_set_visible (find, FALSE);
  return find;
}

static GtkListBox *
list_of (GtkWidget *find)
{
  GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW (gtk_widget_get_last_child (find));
  GtkWidget *viewport = gtk_scrolled_window_get_child (scrolled);

  return GTK_LIST_BOX (gtk_viewport_get_child (GTK_VIEWPORT (viewport)));
}

static GtkWidget *
found_new (guint i)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (guint line = 0; line < 3; line++)
    {
      g_autofree char *text = g_strdup_printf ("What was found, number %u", i);
      GtkWidget *label = gtk_label_new (text);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (row), label);
    }
  return row;
}

static void
show_found (GtkListBox *list, guint n_rows)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; i < n_rows; i++)
    gtk_list_box_append (list, found_new (i));
}

void
window_plain_find_show (GtkWidget *find, gboolean show)
{
  GtkWidget *entry = gtk_widget_get_first_child (find);

  gtk_widget_set_visible (find, show);
  if (show)
    gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  show_found (list_of (find), 0);
}

void
window_plain_find_type (GtkWidget *find, const char *letter, guint n_rows)
{
  GtkEditable *entry = GTK_EDITABLE (gtk_widget_get_first_child (find));
  int at = -1;

  gtk_editable_insert_text (entry, letter, (int) (g_utf8_next_char (letter) - letter), &at);
  show_found (list_of (find), n_rows);
}
