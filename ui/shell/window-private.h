/* window-private.h: what the files of the window share: window.c has its parts and what they tell
 * each other, window-asked.c what is asked of it from outside. Thread: main. */
#pragma once

#include "article-view.h"
#include "find-view.h"
#include "fold.h"
#include "footer.h"
#include "kpi-column.h"
#include "nobody-view.h"
#include "person-view.h"
#include "presence.h"
#include "regions.h"
#include "worklist.h"
#include "window.h"

G_BEGIN_DECLS

struct _DiapasonWindow
{
  AdwApplicationWindow parent_instance;

  DiapasonDesk *desk;         /* (owned) */
  gboolean is_filled;         /* with what is on it */
  guint shown_id;             /* source that shows that; 0: none */
  DiapasonRegions *regions;   /* (owned) */
  const char *behind_article; /* the page that reading it goes back to */
  gint64 offered;             /* the person whom a toast offers */
  GtkWidget *refusal;         /* (weak) (nullable) why the last link leads to nobody */

  AdwToastOverlay *toasts;
  GtkStack *stack;
  DiapasonNobodyView *nobody;
  DiapasonPersonView *person; /* (nullable) before it is filled */
  DiapasonArticleView *article;
  DiapasonFindView *find;
  DiapasonWorklist *worklist;
  DiapasonFold *work_fold; /* the worklist, and all that is beside it */
  DiapasonFold *desk_fold; /* the person, and my figures */
  GtkWidget *middle;
  DiapasonKpiColumn *kpis;
  DiapasonFooter *footer;
  GtkWidget *me;
  DiapasonPresence *presence;
  GtkLabel *my_name;
  GtkBox *complaints;
  GtkButton *find_button;
  GtkLabel *find_key;
  GtkRevealer *banner;
  GtkLabel *banner_label;
  GtkToggleButton *details;
};

/* What is on the desk, at once, as soon as somebody wants to see it. */
void diapason_window_show_desk (DiapasonWindow *self);

/* Opens find, or closes it, with the focus where it belongs. */
void diapason_window_show_find (DiapasonWindow *self, gboolean show);

/* Shows @person in the middle, and nothing else moves: somebody may go on through the list. */
void diapason_window_choose (DiapasonWindow *self, gint64 person);

G_END_DECLS
