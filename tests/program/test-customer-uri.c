/* test-customer-uri.c: what names a customer from outside, and what does not. */
#include "customer-uri.h"

#include <string.h>

#include "program.h"

typedef DiapasonCustomerName *(*Read) (const char *, GError **);

static void
check (Read from, const char *text, const char *source, const char *remote_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DiapasonCustomerName) name = from (text, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (name->source, ==, source);
  g_assert_cmpstr (name->remote_id, ==, remote_id);
}

static void
check_refused (Read from, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (from (text, &error));
  g_assert_error (error, DIAPASON_PROGRAM_ERROR, DIAPASON_PROGRAM_ERROR_USAGE);
  /* Nothing of what was given is told again. */
  g_assert_null (strstr (error->message, "crm"));
}

static void
test_links (void)
{
  Read from = diapason_customer_name_from_uri;

  check (from, "diapason:customer/crm/c-1", "crm", "c-1");
  check (from, "DIAPASON:customer/web-shop/7", "web-shop", "7");
  check (from, "diapason:///customer/crm/c-1", "crm", "c-1");
  check (from, "diapason:customer/crm/a%2Fb%20%C3%A9%3F", "crm", "a/b é?");
  check (from, "diapason:customer/crm/../../etc", "crm", "../../etc");
  check (from, "diapason:customer/crm/c%0A%1B%E2%80%AE1", "crm", "c1");
  check (from, "diapason:customer/crm/<b>&$(id)", "crm", "<b>&$(id)");
}

static void
test_no_links (void)
{
  static const char *const texts[] = {
    "",
    "crm:c-1",
    "http:customer/crm/c-1",
    "diapason:",
    "diapason:customer",
    "diapason:customer/",
    "diapason:customer/crm",
    "diapason:customer/crm/",
    "diapason:customer//c-1",
    "diapason:customer/CRM/c-1",
    "diapason:customer/cr%6D/c-1",
    "diapason:customers/crm/c-1",
    "diapason:customer/crm/c-1?act=call",
    "diapason:customer/crm/c-1#top",
    "diapason:customer/crm/c%00",
    "diapason:customer/crm/c%4",
    "diapason:customer/crm/%0A",
    "diapason:customer/crm/%C3",
    "diapason:customer/crm/\xff",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    check_refused (diapason_customer_name_from_uri, texts[i]);
}

static void
test_words (void)
{
  Read from = diapason_customer_name_from_words;

  check (from, "crm:c-1", "crm", "c-1");
  check (from, "crm:a:b%20c\n", "crm", "a:b%20c");
  check_refused (from, "");
  check_refused (from, "crm");
  check_refused (from, "crm:");
  check_refused (from, ":c-1");
  check_refused (from, "Ada Quill");
  check_refused (from, "crm:\xff");
}

/* As long as an id may be, and one longer; and so long that it should not even be copied. */
static void
test_length (void)
{
  g_autofree char *most = g_strnfill (256, 'i');
  g_autofree char *much = g_strnfill (1 << 20, 'i');
  g_autofree char *good = g_strconcat ("crm:", most, NULL);
  g_autofree char *longer = g_strconcat (good, "i", NULL);
  g_autofree char *huge = g_strconcat ("diapason:customer/crm/", much, NULL);
  g_autofree char *source = g_strconcat ("diapason:customer/", most, "/c-1", NULL);

  check (diapason_customer_name_from_words, good, "crm", most);
  check_refused (diapason_customer_name_from_words, longer);
  check_refused (diapason_customer_name_from_words, much);
  check_refused (diapason_customer_name_from_uri, huge);
  check_refused (diapason_customer_name_from_uri, source);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/program/customer-uri/links", test_links);
  g_test_add_func ("/program/customer-uri/no-links", test_no_links);
  g_test_add_func ("/program/customer-uri/words", test_words);
  g_test_add_func ("/program/customer-uri/length", test_length);
  return g_test_run ();
}
