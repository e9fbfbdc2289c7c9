/* score.c: see score.h. */
#include "score.h"

static DiapasonScoreClass
class_of_ten (gint64 score)
{
  if (score < 0 || score > 10)
    return DIAPASON_SCORE_UNKNOWN;
  if (score <= 3)
    return DIAPASON_SCORE_VERY_LOW;
  if (score <= 6)
    return DIAPASON_SCORE_LOW;
  return score <= 8 ? DIAPASON_SCORE_MIDDLE : DIAPASON_SCORE_HIGH;
}

static DiapasonScoreClass
class_of_stars (gint64 score)
{
  static const DiapasonScoreClass classes[] = { DIAPASON_SCORE_UNKNOWN, DIAPASON_SCORE_VERY_LOW,
                                                DIAPASON_SCORE_LOW,     DIAPASON_SCORE_LOW,
                                                DIAPASON_SCORE_MIDDLE,  DIAPASON_SCORE_HIGH };

  return score >= 1 && score <= 5 ? classes[score] : DIAPASON_SCORE_UNKNOWN;
}

DiapasonScoreClass
diapason_score_class (const DiapasonScore *score)
{
  if (!score->known)
    return DIAPASON_SCORE_UNKNOWN;
  if (score->scale == 10)
    return class_of_ten (score->score);
  return score->scale == 5 ? class_of_stars (score->score) : DIAPASON_SCORE_UNKNOWN;
}

gboolean
diapason_score_says_hard (const DiapasonScore *effort)
{
  return effort->known && effort->scale > 1 && effort->score >= 0 &&
         effort->score <= (effort->scale - 1) / 2;
}
