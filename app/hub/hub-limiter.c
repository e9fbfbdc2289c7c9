/* hub-limiter.c: how many requests a login may still make this minute. See the header. */
#include "hub-limiter.h"

struct _DiapasonHubLimiter
{
  GHashTable *minutes; /* (owned) (element-type utf8 Minute) */
};

typedef struct
{
  gint64 since;
  guint count;
} Minute;

DiapasonHubLimiter *
diapason_hub_limiter_new (void)
{
  DiapasonHubLimiter *self = g_new0 (DiapasonHubLimiter, 1);

  self->minutes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
diapason_hub_limiter_free (DiapasonHubLimiter *self)
{
  g_hash_table_unref (self->minutes);
  g_free (self);
}

static Minute *
find_minute (DiapasonHubLimiter *self, const char *who, gint64 now)
{
  Minute *minute = g_hash_table_lookup (self->minutes, who);

  if (minute == NULL)
    {
      minute = g_new0 (Minute, 1);
      minute->since = now;
      g_hash_table_insert (self->minutes, g_strdup (who), minute);
    }
  if (now - minute->since >= G_TIME_SPAN_MINUTE)
    *minute = (Minute){ .since = now };
  return minute;
}

guint
diapason_hub_limiter_count (DiapasonHubLimiter *self, const char *who, guint most, gint64 now)
{
  if (most == 0)
    return 0;

  Minute *minute = find_minute (self, who, now);
  if (minute->count < most)
    {
      minute->count++;
      return 0;
    }
  gint64 left = minute->since + G_TIME_SPAN_MINUTE - now;
  return (left + G_TIME_SPAN_SECOND - 1) / G_TIME_SPAN_SECOND;
}
