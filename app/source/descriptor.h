/* descriptor.h: what a back end is, read from a JSON file.
 *
 * A source is described, not programmed. resources/sources/README.md says how a descriptor is
 * written; what is wrong in one is told with its JSON path ("$.streams[2].map.began_at: …"). A
 * descriptor is immutable and refcounted: any thread.
 *
 * A whole descriptor, in short (unknown members are refused everywhere):
 *
 *   format          1
 *   name, label     "crm" (a-z, 0-9 and "-"), "CRM"
 *   base_url        where all paths below start; may be left out of a preset
 *   authentication  {"kind": "none"}
 *                   {"kind": "header", "name": "Authorization", "template": "Bearer {token}"}
 *                   {"kind": "basic", "user": "{user}", "password": "{password}"}
 *                   {"kind": "oauth2", "token_path", "grant", "scope"}
 *   headers         sent with every request: {"Accept": "application/json"}
 *   poll_seconds    how often to look for changes (60)
 *   limits          {"remaining", "reset", "reset_unit", "retry"}: names of headers
 *   events          {"path", "stream", "heartbeat_seconds"}: where it tells what changes
 *   whoami          {"path", "id"} or {"id_template": "{user}"}
 *   defaults        what streams have in common
 *   streams         [{"name", "entity", "request", "items" or "item", "count", "total",
 *                     "paging", "incremental", "etag", "for_each", "keep", "unique", "when",
 *                     "map", "also"}]
 */
#pragma once

#include <gio/gio.h>

#include "authentication.h"
#include "source-errors.h"

G_BEGIN_DECLS

#define DIAPASON_DESCRIPTOR_FORMAT 1

typedef struct _DiapasonDescriptor DiapasonDescriptor;

DiapasonDescriptor *diapason_descriptor_ref (DiapasonDescriptor *descriptor);
void diapason_descriptor_unref (DiapasonDescriptor *descriptor);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonDescriptor, diapason_descriptor_unref)

/* Reads a whole descriptor. Errors: DIAPASON_SOURCE_ERROR_DESCRIPTOR, with the JSON path.
 * Returns: (transfer full). */
DiapasonDescriptor *diapason_descriptor_parse (const char *bytes, gsize length, GError **error);

/* One of the descriptors the program brings along, at @base_url. @name (nullable: the preset's) and
 * @label (nullable: the preset's) let one preset be used twice. Errors:
 * DIAPASON_SOURCE_ERROR_DESCRIPTOR. Returns: (transfer full). */
DiapasonDescriptor *diapason_descriptor_new_from_preset (const char *preset,
                                                         const char *base_url,
                                                         const char *name,
                                                         const char *label,
                                                         GError **error);

/* The names of the presets, sorted. Returns: (transfer full) NULL-terminated. */
char **diapason_descriptor_presets (void);

/* One file of the configuration folder: exactly one of the two is set. */
typedef struct
{
  char *path;                     /* (owned) */
  DiapasonDescriptor *descriptor; /* (owned) (nullable) */
  GError *error; /* (owned) (nullable) a sentence naming the file and the JSON path */
} DiapasonDescriptorFile;

void diapason_descriptor_file_free (DiapasonDescriptorFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonDescriptorFile, diapason_descriptor_file_free)

/* Reads every NAME.json in @folder, sorted by name. A file is a whole descriptor or an instance of
 * a preset:
 * {"preset": "request-tracker", "base_url": "https://…", "label": "…"}; the source is called NAME
 * either way. A bad file does not stop the others; a folder that is not there gives an empty list.
 * Blocking: once, at start. Returns: (transfer full) (element-type DiapasonDescriptorFile). */
GPtrArray *diapason_descriptor_load_folder (const char *folder);

/* The source's name: unique, and what work.db, URIs and logins know it by. Borrowed. */
const char *diapason_descriptor_get_name (DiapasonDescriptor *descriptor);
/* For people. Borrowed. */
const char *diapason_descriptor_get_label (DiapasonDescriptor *descriptor);
/* Without a slash at the end. Borrowed. */
const char *diapason_descriptor_get_base_url (DiapasonDescriptor *descriptor);
/* How it is told who asks; its fields are diapason_authentication_plan_fields(). Borrowed. */
const DiapasonAuthenticationPlan *diapason_descriptor_get_authentication (
    DiapasonDescriptor *descriptor);

G_END_DECLS
