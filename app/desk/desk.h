/* desk.h: the service the window receives; the only road from ui/ to everything below it.
 *
 * One file a use case; set-up-source.c has a header of its own. Asynchronous, answered on the main
 * thread. Thread: main. Lifetime: made by main.c after the store, and gone before it.
 *
 * Signals:
 *   "persons-changed" (DiapasonChangeSet *set): something about somebody changed (kind
 * DIAPASON_KIND_PERSON).
 *   "settled": all that was fetched is in its place.
 *   "figures-changed": the board of whoever is signed in may be another.
 *   "presence-changed": whether whoever is signed in is there may be another thing.
 */
#pragma once

#include <gio/gio.h>

#include "card.h"
#include "kpi.h"
#include "presence-record.h"
#include "records.h"
#include "source-status.h"
#include "work.h"

G_BEGIN_DECLS

/* What main.c hands in; the window knows them by name only. */
typedef struct _DiapasonStore DiapasonStore;
typedef struct _DiapasonDerive DiapasonDerive;
typedef struct _DiapasonSyncEngine DiapasonSyncEngine;
typedef struct _DiapasonPolicy DiapasonPolicy;

#define DIAPASON_TYPE_DESK (diapason_desk_get_type ())
G_DECLARE_FINAL_TYPE (DiapasonDesk, diapason_desk, DIAPASON, DESK, GObject)

/* @engine: (nullable) none where nothing is fetched (tests of the window). Returns: (transfer
 * full). */
DiapasonDesk *diapason_desk_new (DiapasonStore *store,
                                 DiapasonDerive *derive,
                                 DiapasonSyncEngine *engine);

/* What the company has decided, from now on. */
void diapason_desk_set_policy (DiapasonDesk *desk, DiapasonPolicy *policy);

/* The folder of the files that describe the sources, NAME.json each; (nullable) none can be added
 * or removed. */
void diapason_desk_set_sources_folder (DiapasonDesk *desk, const char *folder);

/* Milliseconds UTC. */
gint64 diapason_desk_now (DiapasonDesk *desk);

/* find.c: what fits @words, at most @limit a group, as DiapasonFindHit. An earlier search of the
 * same cancellable should be cancelled by the caller at the next key press. */
void diapason_desk_find_async (DiapasonDesk *desk,
                               const char *words,
                               guint limit,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* *@out_cut (nullable): the time was up before all was looked at: there may be more. Returns:
 * (transfer container) (element-type DiapasonFindHit). */
GPtrArray *diapason_desk_find_finish (DiapasonDesk *desk,
                                      GAsyncResult *result,
                                      gboolean *out_cut,
                                      GError **error);

/* last-opened.c: that the person of @card was opened: find offers them again before a letter is
 * typed. Kept in work.db, of the last ones only. */
void diapason_desk_note_opened (DiapasonDesk *desk, const DiapasonCard *card);

/* Who was opened last, and is still here; the last one first. */
void diapason_desk_last_opened_async (DiapasonDesk *desk,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
/* Returns: (transfer container) (element-type DiapasonFindHit). */
GPtrArray *diapason_desk_last_opened_finish (DiapasonDesk *desk,
                                             GAsyncResult *result,
                                             GError **error);

/* open-person.c: the card. Finish gives NULL with an error when there is no such person (any more).
 */
void diapason_desk_open_person_async (DiapasonDesk *desk,
                                      gint64 person,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
DiapasonPersonRecord *diapason_desk_open_person_finish (DiapasonDesk *desk,
                                                        GAsyncResult *result,
                                                        GError **error);

/* The person that the customer @remote_id of @source belongs to. */
void diapason_desk_find_customer_async (DiapasonDesk *desk,
                                        const char *source,
                                        const char *remote_id,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
/* Returns 0, with an error that is a sentence for a person, when nobody is here by that name. */
gint64 diapason_desk_find_customer_finish (DiapasonDesk *desk,
                                           GAsyncResult *result,
                                           GError **error);

/* open-card.c: all that the head of the desk shows of @person, in one answer. @opening names this
 * opening of the card (a UUID): see DiapasonCard. Finish gives NULL with an error when there is no
 * such person (any more). */
void diapason_desk_open_card_async (DiapasonDesk *desk,
                                    gint64 person,
                                    const char *opening,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* Returns: (transfer full). */
DiapasonCard *diapason_desk_open_card_finish (DiapasonDesk *desk,
                                              GAsyncResult *result,
                                              GError **error);

/* check-identity.c: whether what they said to @check fits what is known. Kept in work.db: that it
 * was asked, by whom, and whether it fitted; never what was said. "persons-changed" follows. */
void diapason_desk_check_identity_async (DiapasonDesk *desk,
                                         const DiapasonCard *card,
                                         DiapasonCheck check,
                                         gboolean fits,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean diapason_desk_check_identity_finish (DiapasonDesk *desk,
                                              GAsyncResult *result,
                                              GError **error);

/* The history of @person, newest first: a DiapasonWindowedList of DiapasonRowItem with
 * DiapasonEventRecord. Returns: (transfer full). */
GListModel *diapason_desk_history (DiapasonDesk *desk, gint64 person);

/* The same, of @channel only (nullable: any; as interactions have it, or "survey", "review",
 * "promise"), of the moment of truth in that place only (-1: any), and with all of @words in it
 * (nullable: any). Returns: (transfer full). */
GListModel *diapason_desk_history_filtered (DiapasonDesk *desk,
                                            gint64 person,
                                            const char *channel,
                                            int moment,
                                            const char *words);

/* What the moments of truth are called, in order. Returns: (transfer full). */
char **diapason_desk_moment_labels (DiapasonDesk *desk);

/* The messages of an interaction, oldest first, at most @limit. */
void diapason_desk_messages_async (DiapasonDesk *desk,
                                   gint64 interaction,
                                   guint limit,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* Returns: (transfer container) (element-type DiapasonMessageRecord). */
GPtrArray *diapason_desk_messages_finish (DiapasonDesk *desk, GAsyncResult *result, GError **error);

/* The criteria of a verbatim, in the order in which its source tells them, at most @limit. */
void diapason_desk_answers_async (DiapasonDesk *desk,
                                  gint64 verbatim,
                                  guint limit,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* Returns: (transfer container) (element-type DiapasonAnswerRecord). */
GPtrArray *diapason_desk_answers_finish (DiapasonDesk *desk, GAsyncResult *result, GError **error);

/* read-article.c: one article of the company's knowledge. */
void diapason_desk_read_article_async (DiapasonDesk *desk,
                                       gint64 article,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
DiapasonArticleRecord *diapason_desk_read_article_finish (DiapasonDesk *desk,
                                                          GAsyncResult *result,
                                                          GError **error);

/* identity.c: a person's word on who is who. It is kept in work.db, outlives the cache, and wins
 * over rules.
 * @a and @b are two members of a person (or of two). Finish gives the key that undoes it, (transfer
 * full). */
void diapason_desk_judge_identity_async (DiapasonDesk *desk,
                                         const DiapasonMemberRecord *a,
                                         const DiapasonMemberRecord *b,
                                         gboolean same,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
char *diapason_desk_judge_identity_finish (DiapasonDesk *desk,
                                           GAsyncResult *result,
                                           GError **error);

/* @customer: either of the two. */
void diapason_desk_undo_identity_async (DiapasonDesk *desk,
                                        const char *key,
                                        gint64 customer,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean diapason_desk_undo_identity_finish (DiapasonDesk *desk,
                                             GAsyncResult *result,
                                             GError **error);

/* my-figures.c: the figures of experience of whoever is signed in, of the @days days that end
 * today. */
void diapason_desk_my_figures_async (DiapasonDesk *desk,
                                     guint days,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
DiapasonBoardRecord *diapason_desk_my_figures_finish (DiapasonDesk *desk,
                                                      GAsyncResult *result,
                                                      GError **error);

/* my-presence.c: whether whoever is signed in is there. "presence-changed" says when to ask again.
 */
void diapason_desk_my_presence_async (DiapasonDesk *desk,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
DiapasonPresenceRecord *diapason_desk_my_presence_finish (DiapasonDesk *desk,
                                                          GAsyncResult *result,
                                                          GError **error);

/* The rows that one of them is made of, newest first: a DiapasonWindowedList of DiapasonRowItem
 * with DiapasonEventRecord, as many as its n. Returns: (transfer full). */
GListModel *diapason_desk_figure_rows (DiapasonDesk *desk, DiapasonKpi kpi, guint days);

/* worklist.c: who is on the line, what waits to be treated, what was promised; made when it is
 * asked for first. Borrowed. */
DiapasonWork *diapason_desk_get_work (DiapasonDesk *desk);

/* sources.c: how each source is doing: a list of DiapasonSourceStatus. Borrowed. */
GListModel *diapason_desk_get_sources (DiapasonDesk *desk);

/* The one called @name (nullable). Returns: (transfer full) (nullable). */
DiapasonSourceStatus *diapason_desk_find_source (DiapasonDesk *desk, const char *name);

/* What its login consists of: names like "user", "password". NULL for an unknown source.
 * Returns: (transfer full) (nullable). */
char **diapason_desk_login_fields (DiapasonDesk *desk, const char *source);

/* Signs in with @login (field name to secret) and goes on fetching. A login that is kept for this
 * session only, because there is no Secret Service, ends well and sets *@notice. */
void diapason_desk_sign_in_async (DiapasonDesk *desk,
                                  const char *source,
                                  GHashTable *login,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* @notice: (out) (transfer full) (nullable): a sentence for the person. */
gboolean diapason_desk_sign_in_finish (DiapasonDesk *desk,
                                       GAsyncResult *result,
                                       char **notice,
                                       GError **error);

/* Whether much may be missing yet: a source is fetched for the first time, or what was fetched is
 * not in its place. */
gboolean diapason_desk_is_filling (DiapasonDesk *desk);

/* Whether there are sources, and none of them answers. */
gboolean diapason_desk_is_cut_off (DiapasonDesk *desk);

/* Asks a source (NULL: all) again now. */
void diapason_desk_sync_now (DiapasonDesk *desk, const char *source);

/* Where it answers; NULL for an unknown one. Returns: (transfer full) (nullable). */
char *diapason_desk_source_address (DiapasonDesk *desk, const char *source);

/* Why sources cannot be removed: a sentence; NULL where they can. Borrowed. */
const char *diapason_desk_sources_stay (DiapasonDesk *desk);

/* Deletes its file, its login and, in slices, the rows that were fetched from it: it is out of the
 * list at once, and finished when the last row is gone. What a person wrote stays. Killed on the
 * way, it goes on at the next start. */
void diapason_desk_remove_source_async (DiapasonDesk *desk,
                                        const char *source,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
/* On failure with a sentence the source is as it was, or its rows go at the next start. @notice:
 * (out) (transfer full) (nullable): a sentence for the person. */
gboolean diapason_desk_remove_source_finish (DiapasonDesk *desk,
                                             GAsyncResult *result,
                                             char **notice,
                                             GError **error);

G_END_DECLS
