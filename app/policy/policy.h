/* policy.h: what the company has decided: what it is there for, its challenges, its moments of
 * truth, and how sure one has to be of who somebody is.
 *
 * Each comes along with the program and can be replaced by a file of the same name. A file with a
 * mistake is not used at all: what came along stays, and there is a sentence that says where and
 * what. Time and cost are never a target: a file that makes one of them is refused.
 *
 * A policy is immutable and refcounted: any thread. Loading reads files.
 */
#pragma once

#include "vocabulary.h"

G_BEGIN_DECLS

#define DIAPASON_POLICY_FORMAT 1

/* A text in English, and maybe in other languages. */
typedef struct
{
  char *en; /* (owned) */
  char *fr; /* (owned) (nullable) */
  char *it; /* (owned) (nullable) */
} DiapasonPolicyText;

/* Where a part is from: every rank and label names the version it was made by. */
typedef struct
{
  gint64 version;
  char *path; /* (owned) (nullable: it came with the program) */
} DiapasonPolicyOrigin;

/* A named set of reasons that ranks verbatims. */
typedef struct
{
  char *id; /* (owned) */
  DiapasonPolicyText label;
  GArray *weights; /* (owned) (element-type DiapasonWeight) each fact once, points above 0 */
} DiapasonChallenge;

typedef struct
{
  char *id; /* (owned) */
  DiapasonPolicyText label;
} DiapasonMoment;

/* What is asked to reach a level. */
typedef struct
{
  GArray *ask; /* (owned) (element-type DiapasonCheck) in order */
  guint needs; /* how many of these have to fit, at least one; 0 for level 0 */
} DiapasonIdentityLevel;

typedef struct
{
  DiapasonPolicyOrigin origin;
  GPtrArray *all; /* (owned) (element-type DiapasonChallenge) at least one */
} DiapasonChallenges;

typedef struct
{
  DiapasonPolicyOrigin origin;
  GPtrArray *all; /* (owned) (element-type DiapasonMoment) in order, at least one */
  GArray *rules;  /* (owned) (element-type DiapasonMomentRule) the first that fits wins */
} DiapasonMoments;

typedef struct
{
  DiapasonPolicyOrigin origin;
  guint8 acts[DIAPASON_N_ACTS]; /* the level each needs; the highest where none is said */
  DiapasonIdentityLevel levels[DIAPASON_N_LEVELS];
} DiapasonIdentity;

/* What the company is there for, in its own words. */
typedef struct
{
  DiapasonPolicyOrigin origin;
  DiapasonPolicyText text;
} DiapasonMission;

typedef struct _DiapasonPolicy DiapasonPolicy;
struct _DiapasonPolicy
{
  DiapasonChallenges challenges;
  DiapasonMoments moments;
  DiapasonIdentity identity;
  DiapasonMission mission;
  GPtrArray *complaints; /* (owned) (element-type utf8) of files that are not used, for people */
};

/* Loads what came along, with challenges.json, moments.json, identity.json and mission.json of
 * @folder (nullable) in its place where they are there and right. Returns: (transfer full). */
DiapasonPolicy *diapason_policy_load (const char *folder);

DiapasonPolicy *diapason_policy_ref (DiapasonPolicy *policy);
void diapason_policy_unref (DiapasonPolicy *policy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiapasonPolicy, diapason_policy_unref)

/* @text in the first of @languages it is there in (as g_get_language_names() has them), else in
 * English. Borrowed from @text. */
const char *diapason_policy_text_in (const DiapasonPolicyText *text, const char *const *languages);

/* The challenge called @id, or the first one. Borrowed from @policy. */
const DiapasonChallenge *diapason_policy_challenge (const DiapasonPolicy *policy, const char *id);

/* The level that is reached when the checks @fitting (1 << DiapasonCheck, …) fit: the highest of
 * which enough do, and of all below it, too. */
guint diapason_policy_level (const DiapasonPolicy *policy, guint fitting);

G_END_DECLS
