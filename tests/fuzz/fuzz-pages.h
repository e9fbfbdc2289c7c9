/* fuzz-pages.h: an answer's bytes on their way to rows, as the engine takes them, without a store.
 */
#pragma once

#include "descriptor-plan.h"
#include "fuzz-target.h"

/* Adds @plans and their children to @out. */
void fuzz_pages_collect (GPtrArray *out, GPtrArray *plans);

/* Reads @body as a page of @stream: its elements, their rows, where it goes on, the next question.
 */
void fuzz_pages_read (DiapasonDescriptor *descriptor,
                      const DiapasonStreamPlan *stream,
                      const FuzzPart *body);
