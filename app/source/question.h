/* question.h: the request for a stream's next page. Pure; main thread. Inside app/source only. */
#pragma once

#include <gio/gio.h>

#include "page.h"

G_BEGIN_DECLS

/* What is asked; headers and login come from the descriptor. */
typedef struct
{
  const char *method; /* (static) */
  char *uri;          /* (owned) absolute */
  char *body;         /* (owned) (nullable) JSON */
  const char *etag;   /* (nullable) borrowed: answer only when it is no longer this */
  const char *what;   /* borrowed: the stream's name, for sentences */
  guint expired;      /* the status that says that a cursor is no longer known; 0: none */
} DiapasonQuestion;

void diapason_question_clear (DiapasonQuestion *question);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DiapasonQuestion, diapason_question_clear)

/* Fills @question for the page behind @position. @parent: (nullable). @server_now: the server's
 * time of day, or DIAPASON_NEVER. FALSE with DIAPASON_SOURCE_ERROR_PAGE (half a sentence) when the
 * parent lacks what the address needs, or a link leads elsewhere. */
gboolean diapason_question_fill (DiapasonQuestion *question,
                                 DiapasonDescriptor *descriptor,
                                 const DiapasonStreamPlan *stream,
                                 const DiapasonPosition *position,
                                 DiapasonParent *parent,
                                 gint64 server_now,
                                 GError **error);

G_END_DECLS
