/* net-errors.h: the error domain of net. Every message is a sentence for a person. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DIAPASON_NET_ERROR (diapason_net_error_quark ())

typedef enum
{
  DIAPASON_NET_ERROR_UNREACHABLE, /* no answer: down, refused, no route, no such host, cut */
  DIAPASON_NET_ERROR_TIMEOUT,     /* the deadline of the request passed */
  DIAPASON_NET_ERROR_CERTIFICATE, /* untrusted, expired, for another host: the sentence names the
                                     reason */
  DIAPASON_NET_ERROR_TOO_LARGE,   /* the body passed its cap */
  DIAPASON_NET_ERROR_REDIRECT,    /* to another origin or scheme, of a write, or in a circle */
  DIAPASON_NET_ERROR_PROTOCOL,    /* not HTTP as it should be */
  DIAPASON_NET_ERROR_ADDRESS,     /* not a usable address: no https (nor loopback) */
  DIAPASON_NET_ERROR_REFUSED,     /* events are not offered there, or not to this login */
  DIAPASON_NET_ERROR_LOGIN,       /* there is no valid login: a person has to sign in */
  DIAPASON_NET_ERROR_SECRETS,     /* the Secret Service is not there, locked or denied */
} DiapasonNetError;

GQuark diapason_net_error_quark (void);

G_END_DECLS
