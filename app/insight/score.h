/* score.h: what a score says of whoever gave it. Pure functions; any thread. */
#pragma once

#include "records.h"

G_BEGIN_DECLS

typedef enum
{
  DIAPASON_SCORE_UNKNOWN, /* none, or on a scale that says nothing of the kind */
  DIAPASON_SCORE_VERY_LOW,
  DIAPASON_SCORE_LOW,
  DIAPASON_SCORE_MIDDLE,
  DIAPASON_SCORE_HIGH,
} DiapasonScoreClass;

/* Of 10, would they recommend: 0 to 6 are detractors, 7 and 8 passive, 9 and 10 promoters
 * (Reichheld 2003, Harvard Business Review 81/12, 46-54); here 0 to 3 are very low. Of 5 stars the
 * same by their place between the ends: 1 is very low, 2 and 3 are low, 4 is in the middle, 5 is
 * high. */
DiapasonScoreClass diapason_score_class (const DiapasonScore *score);

/* Whether @effort, where the highest says that it was easy, says that it was hard: below the middle
 * of the scale. */
gboolean diapason_score_says_hard (const DiapasonScore *effort);

G_END_DECLS
