/* policy-mission.c: "mission.json". Thread: any. */
#include "policy-read.h"

void
diapason_mission_clear (gpointer data)
{
  DiapasonMission *mission = data;

  diapason_policy_text_clear (&mission->text);
}

void
diapason_mission_read (DiapasonShape *shape, DiapasonJsonValue *root, gpointer out)
{
  static const char *const members[] = { "format", "version", "mission", NULL };
  DiapasonMission *mission = out;

  if (diapason_shape_object (shape, root, members))
    diapason_policy_read_text (shape, root, "mission", &mission->text);
}
