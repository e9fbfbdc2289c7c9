/* fold.c: see fold.h. */
#include "fold.h"

#include "fold-handle.h"

#define LINE 1 /* pixels, between the two */

struct _DiapasonFold
{
  GtkWidget parent_instance;

  GtkWidget *content; /* (owned) by being our child */
  GtkWidget *side;    /* (owned) likewise */
  GtkWidget *handle;  /* (owned) likewise, and above both */
  int fold_width;     /* pixels */
  int beside_width;   /* pixels; 0: none */
  int side_width;     /* pixels, as it is wanted */
  guint notify_id;    /* tells "folded" after the allocation; 0: none */
  gboolean side_first;
  gboolean folded;
  gboolean together; /* both can be seen */
  gboolean show_side;
};

enum
{
  PROP_CONTENT = 1,
  PROP_SIDE,
  PROP_FOLD_WIDTH,
  PROP_BESIDE_WIDTH,
  PROP_SIDE_WIDTH,
  PROP_SIDE_FIRST,
  PROP_FOLDED,
  PROP_SHOW_SIDE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DiapasonFold, diapason_fold, GTK_TYPE_WIDGET)

static gboolean
notify_idle_cb (gpointer user_data)
{
  DiapasonFold *self = user_data;

  self->notify_id = 0;
  /* When there is little room again, the content comes first again. */
  if (!self->folded)
    diapason_fold_set_show_side (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
  return G_SOURCE_REMOVE;
}

static gboolean
side_is_there (DiapasonFold *self)
{
  return self->side != NULL && gtk_widget_get_visible (self->side);
}

static void
show_children (DiapasonFold *self)
{
  gboolean covered = self->folded && !self->together && self->show_side;

  if (self->content != NULL)
    gtk_widget_set_child_visible (self->content, !covered);
  if (self->side != NULL)
    gtk_widget_set_child_visible (self->side, self->together || self->show_side);
  gtk_widget_set_child_visible (self->handle, self->together && side_is_there (self));
}

static void
measure_child (GtkWidget *child,
               GtkOrientation orientation,
               int for_size,
               int *minimum,
               int *natural)
{
  *minimum = *natural = 0;
  if (child != NULL && gtk_widget_get_visible (child))
    gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
}

static int
least_width (GtkWidget *child)
{
  int minimum, natural;

  measure_child (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural);
  return minimum;
}

/* What both need side by side. Large letters may need more than what was meant to be enough. */
static int
least_together (DiapasonFold *self)
{
  return least_width (self->content) + LINE + least_width (self->side);
}

static gboolean
is_folded_at (DiapasonFold *self, int width)
{
  return side_is_there (self) && width < MAX (self->fold_width, least_together (self));
}

/* Whether both can be seen at @width. */
static gboolean
is_together_at (DiapasonFold *self, int width)
{
  if (!is_folded_at (self, width))
    return side_is_there (self);
  return self->show_side && self->beside_width > 0 &&
         width >= MAX (self->beside_width, least_together (self));
}

/* What the side has of @width: as it is wanted, as far as both have what they need. */
static int
share_of_side (DiapasonFold *self, int width, int wanted)
{
  int most = width - LINE - least_width (self->content);

  return MAX (MIN (wanted, most), least_width (self->side));
}

/* The height of both at @width: words that wrap are as high as the room they get lets them be, not
 * as at the least they could get. */
static void
measure_height (DiapasonFold *self, int width, int *minimum, int *natural)
{
  gboolean together = width >= 0 && is_together_at (self, width);
  int side_width = width < 0  ? MAX (self->side_width, least_width (self->side))
                   : together ? share_of_side (self, width, self->side_width)
                              : width;
  int content_width = together ? width - side_width - LINE : width;
  int content_minimum, content_natural, side_minimum, side_natural;

  measure_child (self->content, GTK_ORIENTATION_VERTICAL, content_width, &content_minimum,
                 &content_natural);
  measure_child (self->side, GTK_ORIENTATION_VERTICAL, side_width, &side_minimum, &side_natural);
  *minimum = MAX (content_minimum, side_minimum);
  *natural = MAX (content_natural, side_natural);
}

static void
measure_width (DiapasonFold *self, int *minimum, int *natural)
{
  int content_natural, side_natural, side_minimum;

  measure_child (self->content, GTK_ORIENTATION_HORIZONTAL, -1, minimum, &content_natural);
  measure_child (self->side, GTK_ORIENTATION_HORIZONTAL, -1, &side_minimum, &side_natural);
  *minimum = MAX (*minimum, side_minimum);
  *natural = content_natural + self->side_width;
}

static void
diapason_fold_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (DIAPASON_FOLD (widget), minimum, natural);
  else
    measure_height (DIAPASON_FOLD (widget), for_size, minimum, natural);
}

static GtkSizeRequestMode
diapason_fold_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
allocate (GtkWidget *child, int x, int width, int height)
{
  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_size_allocate (child, &(GtkAllocation){ x, 0, width, height }, -1);
}

static gboolean
side_is_left (DiapasonFold *self)
{
  return self->side_first != (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL);
}

static void
allocate_together (DiapasonFold *self, int width, int height)
{
  int side_width = share_of_side (self, width, self->side_width);
  int content_width = width - side_width - LINE;
  gboolean left = side_is_left (self);
  int line = left ? side_width : content_width;

  allocate (self->content, left ? line + LINE : 0, content_width, height);
  allocate (self->side, left ? 0 : line + LINE, side_width, height);
  allocate (self->handle, line - DIAPASON_FOLD_HANDLE_WIDTH / 2, DIAPASON_FOLD_HANDLE_WIDTH,
            height);
}

/* Which form it is at @width. */
static void
choose_form (DiapasonFold *self, int width)
{
  gboolean folded = is_folded_at (self, width);

  self->together = is_together_at (self, width);
  if (folded != self->folded)
    {
      self->folded = folded;
      /* Handlers may ask for a new layout, which is not allowed inside one. */
      if (self->notify_id == 0)
        self->notify_id = g_idle_add (notify_idle_cb, self);
    }
  show_children (self);
}

static void
diapason_fold_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DiapasonFold *self = DIAPASON_FOLD (widget);

  choose_form (self, width);
  if (self->together)
    {
      allocate_together (self, width, height);
      return;
    }
  allocate (self->content, 0, width, height);
  allocate (self->side, 0, width, height);
}

static void
set_side_width (DiapasonFold *self, int width)
{
  if (self->side_width == width)
    return;
  self->side_width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE_WIDTH]);
}

static void
handle_moved_cb (DiapasonFold *self, int x)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  set_side_width (self, share_of_side (self, width, side_is_left (self) ? x : width - LINE - x));
}

static void
set_child (DiapasonFold *self, GtkWidget **place, GtkWidget *child)
{
  if (*place == child)
    return;
  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  if (child != NULL)
    {
      gboolean first = (place == &self->content) != self->side_first;
      GtkWidget *other = place == &self->content ? self->side : self->content;

      /* The reading and focus order; the handle is above. */
      gtk_widget_insert_before (child, GTK_WIDGET (self),
                                first && other != NULL ? other : self->handle);
    }
  show_children (self);
}

static void
diapason_fold_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DiapasonFold *self = DIAPASON_FOLD (object);

  switch (id)
    {
    case PROP_CONTENT:
      set_child (self, &self->content, g_value_get_object (value));
      break;
    case PROP_SIDE:
      set_child (self, &self->side, g_value_get_object (value));
      break;
    case PROP_FOLD_WIDTH:
      self->fold_width = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    case PROP_BESIDE_WIDTH:
      self->beside_width = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    case PROP_SIDE_WIDTH:
      set_side_width (self, g_value_get_int (value));
      break;
    case PROP_SIDE_FIRST:
      self->side_first = g_value_get_boolean (value);
      break;
    case PROP_SHOW_SIDE:
      diapason_fold_set_show_side (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
diapason_fold_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DiapasonFold *self = DIAPASON_FOLD (object);

  switch (id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_SIDE:
      g_value_set_object (value, self->side);
      break;
    case PROP_FOLD_WIDTH:
      g_value_set_int (value, self->fold_width);
      break;
    case PROP_BESIDE_WIDTH:
      g_value_set_int (value, self->beside_width);
      break;
    case PROP_SIDE_WIDTH:
      g_value_set_int (value, self->side_width);
      break;
    case PROP_SIDE_FIRST:
      g_value_set_boolean (value, self->side_first);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    case PROP_SHOW_SIDE:
      g_value_set_boolean (value, self->show_side);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
diapason_fold_dispose (GObject *object)
{
  DiapasonFold *self = DIAPASON_FOLD (object);

  g_clear_handle_id (&self->notify_id, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->side, gtk_widget_unparent);
  g_clear_pointer (&self->handle, gtk_widget_unparent);
  G_OBJECT_CLASS (diapason_fold_parent_class)->dispose (object);
}

static void
diapason_fold_init (DiapasonFold *self)
{
  self->fold_width = 900;
  self->side_width = 320;
  self->handle = diapason_fold_handle_new ();
  gtk_widget_set_parent (self->handle, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->handle, FALSE);
  g_signal_connect_swapped (self->handle, "moved", G_CALLBACK (handle_moved_cb), self);
}

static void
diapason_fold_class_init (DiapasonFoldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = diapason_fold_dispose;
  object_class->set_property = diapason_fold_set_property;
  object_class->get_property = diapason_fold_get_property;
  widget_class->get_request_mode = diapason_fold_get_request_mode;
  widget_class->measure = diapason_fold_measure;
  widget_class->size_allocate = diapason_fold_size_allocate;

  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_SIDE] = g_param_spec_object ("side", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_FOLD_WIDTH] =
      g_param_spec_int ("fold-width", NULL, NULL, 0, G_MAXINT, 900, flags);
  properties[PROP_BESIDE_WIDTH] =
      g_param_spec_int ("beside-width", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_SIDE_WIDTH] = g_param_spec_int ("side-width", NULL, NULL, 0, G_MAXINT, 320,
                                                  flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SIDE_FIRST] =
      g_param_spec_boolean ("side-first", NULL, NULL, FALSE, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_FOLDED] =
      g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_SIDE] =
      g_param_spec_boolean ("show-side", NULL, NULL, FALSE, flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

GtkWidget *
diapason_fold_new (void)
{
  return g_object_new (DIAPASON_TYPE_FOLD, NULL);
}

gboolean
diapason_fold_get_folded (DiapasonFold *self)
{
  return self->folded;
}

void
diapason_fold_set_show_side (DiapasonFold *self, gboolean show)
{
  if (self->show_side == show)
    return;
  self->show_side = show;
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    choose_form (self, gtk_widget_get_width (GTK_WIDGET (self)));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDE]);
}

void
diapason_fold_reveal (GtkWidget *widget)
{
  for (GtkWidget *child = widget, *parent; child != NULL; child = parent)
    {
      parent = gtk_widget_get_parent (child);
      if (!DIAPASON_IS_FOLD (parent))
        continue;
      if (child == DIAPASON_FOLD (parent)->side)
        diapason_fold_set_show_side (DIAPASON_FOLD (parent), DIAPASON_FOLD (parent)->folded);
      else if (!gtk_widget_get_child_visible (child))
        diapason_fold_set_show_side (DIAPASON_FOLD (parent), FALSE);
    }
}
