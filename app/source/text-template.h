/* text-template.h: a text with names in braces: "{id}:{handles[0].value}".
 *
 * Braces around anything but a name are text like any other, so JSON may stand in a template.
 * Immutable once parsed; any thread. Inside app/source only.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _DiapasonTemplate DiapasonTemplate;

/* Any text is a template. Returns: (transfer full). */
DiapasonTemplate *diapason_template_new (const char *text);
void diapason_template_free (DiapasonTemplate *template);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonTemplate, diapason_template_free)

/* The names, in their order; the same one may come twice. Borrowed, NULL-terminated. */
const char *const *diapason_template_names (DiapasonTemplate *template);

/* What stands for the @index-th name: (transfer full), or NULL when there is nothing. */
typedef char *(*DiapasonTemplateFunc) (guint index, const char *name, gpointer data);

/* Returns: (transfer full), or NULL when there is nothing for one of its names. */
char *diapason_template_expand (DiapasonTemplate *template,
                                DiapasonTemplateFunc func,
                                gpointer data);

G_END_DECLS
