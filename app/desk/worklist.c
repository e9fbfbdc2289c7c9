/* worklist.c: what waits, and who leads while nobody is on the line. See desk.h and work.h. */
#include "desk-private.h"
#include "row-item.h"
#include "work-private.h"

#define MOST_LEADERS 8 /* looked at for one who has a history to show */

static void check_lead (DiapasonDesk *self);

/* Nobody is waited for any more. Returns: (transfer full): who was; what nobody holds is read anew.
 */
static GPtrArray *
forget_leaders (DiapasonDesk *self)
{
  GPtrArray *leaders = self->leaders;

  for (guint i = 0; i < leaders->len; i++)
    g_signal_handlers_disconnect_by_func (g_ptr_array_index (leaders, i), check_lead, self);
  self->leaders = g_ptr_array_new_with_free_func (g_object_unref);
  return leaders;
}

/* The first who has a history: 0 when there is none, or when their record is still on its way. */
static gint64
find_leader (DiapasonDesk *self, GListModel *list)
{
  GPtrArray *former = forget_leaders (self);
  gint64 leader = 0;

  for (guint i = 0; leader == 0 && i < MIN (g_list_model_get_n_items (list), MOST_LEADERS); i++)
    {
      DiapasonRowItem *item = g_list_model_get_item (list, i);
      const DiapasonWorkRecord *record = diapason_row_item_get_record (item);

      g_ptr_array_add (self->leaders, item);
      if (record == NULL)
        {
          g_signal_connect_object (item, "notify::record", G_CALLBACK (check_lead), self,
                                   G_CONNECT_SWAPPED);
          break;
        }
      leader = record->person;
    }
  g_ptr_array_unref (former);
  return leader;
}

static void
end_leading (DiapasonDesk *self)
{
  self->has_led = TRUE;
  g_ptr_array_unref (forget_leaders (self));
}

/* Whoever is on the line leads; else whose verbatim is the first of all. */
static void
check_lead (DiapasonDesk *self)
{
  GListModel *to_treat = diapason_work_get_to_treat (self->work);
  gint64 leader;

  if (self->has_led || to_treat == NULL || !diapason_work_knows_contacts (self->work))
    return;
  if (g_list_model_get_n_items (diapason_work_get_contacts (self->work)) > 0)
    {
      end_leading (self);
      return;
    }
  leader = diapason_desk_is_filling (self) ? 0 : find_leader (self, to_treat);
  if (leader == 0)
    return;
  end_leading (self);
  diapason_work_lead (self->work, leader);
}

static void
work_ready_cb (DiapasonDesk *self)
{
  g_signal_connect_object (diapason_work_get_to_treat (self->work), "items-changed",
                           G_CALLBACK (check_lead), self, G_CONNECT_SWAPPED);
  check_lead (self);
}

static void
sources_changed_cb (DiapasonDesk *self, guint position, guint removed, guint added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (DiapasonSourceStatus) status = g_list_model_get_item (self->sources, i);

      g_signal_connect_object (status, "notify::state", G_CALLBACK (check_lead), self,
                               G_CONNECT_SWAPPED);
    }
}

/* What a lead waits for. */
static void
watch (DiapasonDesk *self)
{
  g_signal_connect_object (self->work, "notify::ready", G_CALLBACK (work_ready_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->work, "notify::knows-contacts", G_CALLBACK (check_lead), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (diapason_work_get_contacts (self->work), "items-changed",
                           G_CALLBACK (check_lead), self, G_CONNECT_SWAPPED);
  if (self->derive != NULL)
    g_signal_connect_object (self->derive, "notify::idle", G_CALLBACK (check_lead), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sources, "items-changed", G_CALLBACK (sources_changed_cb), self,
                           G_CONNECT_SWAPPED);
  sources_changed_cb (self, 0, 0, g_list_model_get_n_items (self->sources));
}

DiapasonWork *
diapason_desk_get_work (DiapasonDesk *self)
{
  g_return_val_if_fail (DIAPASON_IS_DESK (self), NULL);

  if (self->work == NULL)
    {
      self->work = diapason_work_new (self->store, diapason_desk_get_policy (self));
      watch (self);
    }
  return self->work;
}

void
diapason_desk_end_work (DiapasonDesk *self)
{
  end_leading (self);
  if (self->work != NULL)
    g_object_run_dispose (G_OBJECT (self->work));
  g_clear_object (&self->work);
}
