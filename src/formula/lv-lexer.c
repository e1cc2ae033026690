/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-lexer.h"

#include <string.h>

/* An id's joint (point or hyphen) belongs to it only between letters or digits, so that "a - b" is a
 * difference and "a-b" an id. */
static guint
id_length (const char *p)
{
  guint n = 0;

  for (;;)
    {
      while (g_ascii_islower (p[n]) || g_ascii_isdigit (p[n]))
        n++;
      if ((p[n] == '.' || p[n] == '-') && n > 0
          && (g_ascii_islower (p[n + 1]) || g_ascii_isdigit (p[n + 1])))
        n++;
      else
        return n;
    }
}

static guint
number_length (const char *p)
{
  guint n = 0;

  while (g_ascii_isdigit (p[n]))
    n++;
  if (p[n] == '.' && g_ascii_isdigit (p[n + 1]))
    for (n++; g_ascii_isdigit (p[n]);)
      n++;
  if (p[n] == 'e'
      && (g_ascii_isdigit (p[n + 1])
          || ((p[n + 1] == '-' || p[n + 1] == '+') && g_ascii_isdigit (p[n + 2]))))
    for (n += 2; g_ascii_isdigit (p[n]);)
      n++;
  return n;
}

static guint
sign_length (const char *p)
{
  if (strncmp (p, "<>", 2) == 0 || strncmp (p, "<=", 2) == 0 || strncmp (p, ">=", 2) == 0)
    return 2;
  return *p != '\0' && strchr ("+-*/^=<>(),", *p) != NULL ? 1 : 0;
}

static void
classify (LvToken *token, const char *p)
{
  const char *quote;

  if (*p == '\0')
    token->kind = LV_TOKEN_END;
  else if (g_ascii_isdigit (*p))
    {
      token->kind = LV_TOKEN_NUMBER;
      token->length = number_length (p);
      if (g_ascii_isalpha (p[token->length]) || p[token->length] == '.')
        token->kind = LV_TOKEN_WRONG;
    }
  else if (g_ascii_islower (*p))
    {
      token->kind = LV_TOKEN_ID;
      token->length = id_length (p);
    }
  else if (*p == '"' && (quote = strchr (p + 1, '"')) != NULL)
    {
      token->kind = LV_TOKEN_STRING;
      token->length = (guint) (quote - p) + 1;
    }
  else if ((token->length = sign_length (p)) > 0)
    token->kind = LV_TOKEN_SIGN;
  else
    token->kind = LV_TOKEN_WRONG;
}

/** Returns: the token at or after byte @from of @text */
LvToken
lv_lexer_next (const char *text, guint from)
{
  LvToken token = { 0 };
  guint at = from;

  while (text[at] == ' ' || text[at] == '\t')
    at++;
  token.start = at;
  token.space_before = at > from || at == 0 || text[at - 1] == ' ';
  classify (&token, text + at);
  if (token.kind != LV_TOKEN_WRONG)
    token.space_after = text[at + token.length] == ' ' || text[at + token.length] == '\t';
  return token;
}
