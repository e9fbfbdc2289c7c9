/* company-shop.h: what the customers of the invented company do in its web shop and its stores:
 * look for help by themselves, order, come by, review what they bought.
 *
 * Draws from a stream of its own for each person, so that what is said to the house is the same
 * with the shop and without. One thread at a time; a shopper is a plain value that lives as long as
 * its caller.
 */
#pragma once

#include "company-scene.h"

G_BEGIN_DECLS

typedef struct
{
  DiapasonCompany *company;
  const DiapasonCompanyCaller *caller;
  GArray *contacts; /* (not owned) gint64: when they turned to the house */
  DiapasonCompanyRandom random;
  char account[16]; /* "": none */
  gint64 opened;    /* the account, or the history if that is later */
} DiapasonCompanyShopper;

/* Opens an account for some; @contacts is emptied and used while the shopper is. */
void diapason_company_shopper_init (DiapasonCompanyShopper *shopper,
                                    DiapasonCompany *company,
                                    const DiapasonCompanyCaller *caller,
                                    GArray *contacts);

/* The story that @scene has been cast for begins on @day: what it is about was ordered before, and
 * they know the order's number. */
void diapason_company_shopper_ordered (DiapasonCompanyShopper *shopper,
                                       DiapasonCompanyScene *scene,
                                       int day);

/* They turn to the house at @began as @scene says; some have looked for help before. */
void diapason_company_shopper_turns (DiapasonCompanyShopper *shopper,
                                     const DiapasonCompanyScene *scene,
                                     gint64 began);

/* All else they did, when all their stories have been told. */
void diapason_company_shopper_stroll (DiapasonCompanyShopper *shopper);

G_END_DECLS
