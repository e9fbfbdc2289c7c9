/* test-ui-contrast.c: every text of the desk stands out from what is behind it, 4.5 to 1 at least,
 * in light and dark; run once more with high contrast. What is drawn is judged, node by node: our
 * own colours, the platform's, and how opaque they are. */
#include <math.h>

#include "find-view.h"
#include "person-view.h"
#include "window.h"

#include "ui-fixture.h"

#define LEAST 4.5

/* Something drawn, the later ones above the earlier. */
typedef struct
{
  graphene_rect_t bounds;
  GdkRGBA color;
  gboolean known; /* or it has no one colour */
} Patch;

typedef struct
{
  GArray *patches; /* of Patch, below what comes next */
  GtkWidget *root;
  guint n_texts;
  guint n_pale; /* of them */
} Look;

/* Where, and how, a node is drawn. */
typedef struct
{
  GskTransform *transform; /* (nullable) */
  graphene_rect_t clip;
  float opacity;
} Place;

static void visit (Look *look, GskRenderNode *node, Place place);

/* Colours */

static double
linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *color)
{
  return 0.2126 * linear (color->red) + 0.7152 * linear (color->green) +
         0.0722 * linear (color->blue);
}

/* @color on @below, which is opaque. */
static GdkRGBA
lay (const GdkRGBA *color, const GdkRGBA *below)
{
  float a = color->alpha;

  return (GdkRGBA){ color->red * a + below->red * (1 - a),
                    color->green * a + below->green * (1 - a),
                    color->blue * a + below->blue * (1 - a), 1 };
}

static double
contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double one = luminance (a) + 0.05, other = luminance (b) + 0.05;

  return MAX (one, other) / MIN (one, other);
}

/* What is behind a point. Returns: FALSE if that has no one colour. */
static gboolean
color_behind (Look *look, const graphene_point_t *point, GdkRGBA *color)
{
  gboolean known = FALSE;

  *color = (GdkRGBA){ 1, 1, 1, 1 };
  for (guint i = 0; i < look->patches->len; i++)
    {
      const Patch *patch = &g_array_index (look->patches, Patch, i);

      if (!graphene_rect_contains_point (&patch->bounds, point))
        continue;
      if (!patch->known)
        known = FALSE;
      else if (patch->color.alpha > 0.99f)
        known = TRUE;
      if (patch->known)
        *color = lay (&patch->color, color);
    }
  return known;
}

/* Nodes */

static graphene_rect_t
bounds_of (GskRenderNode *node, const Place *place)
{
  graphene_rect_t own, all;

  gsk_render_node_get_bounds (node, &own);
  gsk_transform_transform_bounds (place->transform, &own, &all);
  return all;
}

static void
add_patch (Look *look, GskRenderNode *node, const Place *place, const GdkRGBA *color)
{
  graphene_rect_t bounds = bounds_of (node, place);
  Patch patch = { .known = color != NULL };

  if (!graphene_rect_intersection (&bounds, &place->clip, &patch.bounds))
    return;
  if (color != NULL)
    {
      patch.color = *color;
      patch.color.alpha *= place->opacity;
    }
  g_array_append_val (look->patches, patch);
}

static void
complain (Look *look, const graphene_point_t *at, double ratio)
{
  GtkWidget *widget =
      gtk_widget_pick (look->root, at->x, at->y, GTK_PICK_INSENSITIVE | GTK_PICK_NON_TARGETABLE);
  g_autofree char *text = widget != NULL ? ui_text (widget) : NULL;

  g_test_message ("%.2f : 1 at %.0f, %.0f: %s says \"%s\"", ratio, at->x, at->y,
                  widget != NULL ? G_OBJECT_TYPE_NAME (widget) : "nothing", text);
  look->n_pale++;
}

static void
judge (Look *look, GskRenderNode *node, const Place *place)
{
  graphene_rect_t bounds = bounds_of (node, place);
  GdkRGBA color = *gsk_text_node_get_color (node);
  graphene_point_t at;
  GdkRGBA behind;
  double ratio;

  graphene_rect_get_center (&bounds, &at);
  color.alpha *= place->opacity;
  /* What is scrolled out of sight, or stands on a picture. */
  if (!graphene_rect_contains_point (&place->clip, &at) || !color_behind (look, &at, &behind))
    return;
  color = lay (&color, &behind);
  ratio = contrast (&color, &behind);
  look->n_texts++;
  if (ratio < LEAST)
    complain (look, &at, ratio);
}

static void
visit_clipped (Look *look, GskRenderNode *child, const graphene_rect_t *own, Place place)
{
  graphene_rect_t all;

  gsk_transform_transform_bounds (place.transform, own, &all);
  if (graphene_rect_intersection (&all, &place.clip, &place.clip))
    visit (look, child, place);
}

static void
visit_transformed (Look *look, GskRenderNode *node, Place place)
{
  g_autoptr (GskTransform) all = gsk_transform_transform (gsk_transform_ref (place.transform),
                                                          gsk_transform_node_get_transform (node));

  place.transform = all;
  visit (look, gsk_transform_node_get_child (node), place);
}

static void
visit (Look *look, GskRenderNode *node, Place place)
{
  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        visit (look, gsk_container_node_get_child (node, i), place);
      break;
    case GSK_TRANSFORM_NODE:
      visit_transformed (look, node, place);
      break;
    case GSK_OPACITY_NODE:
      place.opacity *= gsk_opacity_node_get_opacity (node);
      visit (look, gsk_opacity_node_get_child (node), place);
      break;
    case GSK_CLIP_NODE:
      visit_clipped (look, gsk_clip_node_get_child (node), gsk_clip_node_get_clip (node), place);
      break;
    case GSK_ROUNDED_CLIP_NODE:
      visit_clipped (look, gsk_rounded_clip_node_get_child (node),
                     &gsk_rounded_clip_node_get_clip (node)->bounds, place);
      break;
    case GSK_SHADOW_NODE:
      visit (look, gsk_shadow_node_get_child (node), place);
      break;
    case GSK_DEBUG_NODE:
      visit (look, gsk_debug_node_get_child (node), place);
      break;
    case GSK_COLOR_NODE:
      add_patch (look, node, &place, gsk_color_node_get_color (node));
      break;
    case GSK_TEXT_NODE:
      judge (look, node, &place);
      break;
    case GSK_LINEAR_GRADIENT_NODE:
    case GSK_REPEAT_NODE:
    case GSK_TEXTURE_NODE:
      add_patch (look, node, &place, NULL);
      break;
    /* Edges, shadows and icons; and what cannot be used now, which the platform makes pale. */
    default:
      break;
    }
}

/* Returns: how many texts are too pale. */
static guint
look_at (GtkWidget *root)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (root);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (root), height = gtk_widget_get_height (root);
  g_autoptr (GskRenderNode) node = NULL;
  Look look = { g_array_new (FALSE, FALSE, sizeof (Patch)), root, 0, 0 };

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  visit (&look, node, (Place){ NULL, GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height), 1 });
  g_test_message ("%u texts were looked at", look.n_texts);
  g_assert_cmpuint (look.n_texts, >, 20);
  g_array_unref (look.patches);
  return look.n_pale;
}

/* The desk with much on it */

static void
add_source (UiFixture *fixture, const char *name, DiapasonSourceState state)
{
  g_autoptr (DiapasonSourceStatus) status = diapason_source_status_new (name, name);

  diapason_source_status_set_state (status, state, "It wants a login.");
  g_list_store_append (G_LIST_STORE (diapason_desk_get_sources (fixture->base.desk)), status);
}

static DiapasonWindow *
window_new (UiFixture *fixture)
{
  DiapasonWindow *window;

  desk_fixture_tell_quills (&fixture->base);
  desk_fixture_tell_verbatims (&fixture->base);
  desk_fixture_sign_in (&fixture->base, "crm", "a1");
  desk_fixture_commit (&fixture->base);
  add_source (fixture, "CRM", DIAPASON_SOURCE_IN_SYNC);
  add_source (fixture, "Survey tool", DIAPASON_SOURCE_LOGIN);
  window = diapason_window_new (NULL, fixture->base.desk);
  gtk_window_set_default_size (GTK_WINDOW (window), 1440, 1000);
  ui_fixture_show_window (fixture, GTK_WINDOW (window));
  diapason_window_complain (window, "The local copy was damaged. It is fetched again.");
  diapason_window_open_person (window, desk_fixture_person (&fixture->base, "crm", "c1"));
  UI_WAIT (ui_says (window, "Call with Ida Marsh\n") && ui_says (window, "My NPS\n"));
  return window;
}

static void
open_rows (DiapasonWindow *window)
{
  GtkWidget *list;

  for (guint i = 0; (list = ui_find (window, GTK_TYPE_LIST_VIEW, i)) != NULL; i++)
    for (guint row = 0; row < 6; row++)
      if (gtk_widget_get_ancestor (list, DIAPASON_TYPE_PERSON_VIEW) != NULL)
        g_signal_emit_by_name (list, "activate", row);
  UI_WAIT (ui_says (window, "note, stays in the house\n"));
}

static void
test_desk (UiFixture *fixture, gconstpointer scheme)
{
  DiapasonWindow *window;
  guint n_pale;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), GPOINTER_TO_INT (scheme));
  window = window_new (fixture);
  open_rows (window);
  ui_await_frames (window);
  n_pale = look_at (GTK_WIDGET (window));
  diapason_window_find (window, "otter");
  UI_WAIT (ui_says (ui_find (window, DIAPASON_TYPE_FIND_VIEW, 0), "Ada Quill"));
  ui_await_frames (window);
  n_pale += look_at (GTK_WIDGET (window));
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  g_assert_cmpuint (n_pale, ==, 0);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  ui_use_style ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add ("/ui/contrast/light", UiFixture, GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_LIGHT),
              ui_fixture_set_up, test_desk, ui_fixture_tear_down);
  g_test_add ("/ui/contrast/dark", UiFixture, GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_DARK),
              ui_fixture_set_up, test_desk, ui_fixture_tear_down);
  return g_test_run ();
}
