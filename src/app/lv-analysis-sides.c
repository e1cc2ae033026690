/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-analysis-sides.h"

#include "lv-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* One thing that can be compared. Its values are computed when somebody asks for them. */
typedef struct
{
  LvSession *session; /* borrowed */
  char *id;           /* (owned) (nullable): of the scenario */
  char *key;          /* (owned): the same after an edit */
  char *title;        /* (owned) */
  LvState *state;     /* (owned) (nullable) */
  LvScenario *scenario; /* (owned) (nullable) */
} Choice;

struct _LvAnalysisSides
{
  GObject parent_instance;

  /* owned */
  LvSession *session;
  GPtrArray *files;   /* LvSession, one for each file */
  GPtrArray *places;  /* GFile, where they are */
  GPtrArray *choices; /* Choice */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LvAnalysisSides, lv_analysis_sides, G_TYPE_OBJECT)

static void
choice_free (gpointer data)
{
  Choice *self = data;

  g_free (self->id);
  g_free (self->key);
  g_free (self->title);
  lv_state_free (self->state);
  if (self->scenario != NULL)
    lv_scenario_free (self->scenario);
  g_free (self);
}

static void
lv_analysis_sides_finalize (GObject *object)
{
  LvAnalysisSides *self = LV_ANALYSIS_SIDES (object);

  g_ptr_array_unref (self->choices);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->places);
  g_object_unref (self->session);
  G_OBJECT_CLASS (lv_analysis_sides_parent_class)->finalize (object);
}

static void
lv_analysis_sides_class_init (LvAnalysisSidesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lv_analysis_sides_finalize;
  signals[CHANGED] = g_signal_new ("changed", LV_TYPE_ANALYSIS_SIDES, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
lv_analysis_sides_init (LvAnalysisSides *self)
{
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->places = g_ptr_array_new_with_free_func (g_object_unref);
  self->choices = g_ptr_array_new_with_free_func (choice_free);
}

/* @file: (nullable): where the session is from; two files may have one name, so its place is the key */
static char *
dup_key (GFile *file, const char *id)
{
  g_autofree char *place = file != NULL ? g_file_get_uri (file) : g_strdup ("");

  return g_strdup_printf ("%s:%s", place, id != NULL ? id : "");
}

/* "Plan.ligevaegt", or "juni/Plan.ligevaegt" where another file has that name too. */
static char *
dup_name (LvAnalysisSides *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *folder = parent != NULL ? g_file_get_basename (parent) : NULL;

  for (guint i = 0; i < self->places->len; i++)
    {
      GFile *other = g_ptr_array_index (self->places, i);
      g_autofree char *own = g_file_get_basename (other);

      if (folder != NULL && !g_file_equal (other, file) && strcmp (own, name) == 0)
        return g_build_filename (folder, name, NULL);
    }
  return g_steal_pointer (&name);
}

static void
add_choice (LvAnalysisSides *self, LvSession *session, GFile *file, const char *id, const char *title)
{
  Choice *choice = g_new0 (Choice, 1);
  g_autofree char *name = file != NULL ? dup_name (self, file) : NULL;

  choice->session = session;
  choice->id = g_strdup (id);
  choice->key = dup_key (file, id);
  choice->title = file != NULL ? g_strdup_printf ("%s (%s)", title, name) : g_strdup (title);
  g_ptr_array_add (self->choices, choice);
}

static void
add_session (LvAnalysisSides *self, LvSession *session, GFile *file)
{
  g_autoptr (GPtrArray) scenarios = lv_session_scenarios (session);

  add_choice (self, session, file, NULL,
              lv_text_word (lv_session_pack (session), "chart-baseline", _ ("Baseline")));
  for (guint i = 0; i < scenarios->len; i++)
    {
      const LvSessionScenario *scenario = g_ptr_array_index (scenarios, i);

      /* The pack's own are in the list already. */
      if (file != NULL && !scenario->own)
        continue;
      add_choice (self, session, file, scenario->id, scenario->title);
    }
}

static void
collect (LvAnalysisSides *self)
{
  g_ptr_array_set_size (self->choices, 0);
  add_session (self, self->session, NULL);
  for (guint i = 0; i < self->files->len; i++)
    add_session (self, g_ptr_array_index (self->files, i), g_ptr_array_index (self->places, i));
}

static void
changed_cb (LvAnalysisSides *self)
{
  collect (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * lv_analysis_sides_new:
 * @session: whose scenarios are compared
 *
 * Returns: (transfer full): what can be compared
 */
LvAnalysisSides *
lv_analysis_sides_new (LvSession *session)
{
  LvAnalysisSides *self = g_object_new (LV_TYPE_ANALYSIS_SIDES, NULL);

  self->session = g_object_ref (session);
  collect (self);
  g_signal_connect_object (session, "rebuilt", G_CALLBACK (collect), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/** Returns: (transfer none): the session whose window this is in */
LvSession *
lv_analysis_sides_session (LvAnalysisSides *self)
{
  g_return_val_if_fail (LV_IS_ANALYSIS_SIDES (self), NULL);
  return self->session;
}

/** Returns: how many there are; the first is the grundprognose */
guint
lv_analysis_sides_n (LvAnalysisSides *self)
{
  g_return_val_if_fail (LV_IS_ANALYSIS_SIDES (self), 0);
  return self->choices->len;
}

static Choice *
choice_at (LvAnalysisSides *self, guint index)
{
  g_assert (index < self->choices->len);
  return g_ptr_array_index (self->choices, index);
}

/** Returns: (transfer none): what it is called */
const char *
lv_analysis_sides_title (LvAnalysisSides *self, guint index)
{
  return choice_at (self, index)->title;
}

/** Returns: (transfer none): what it is known by after an edit */
const char *
lv_analysis_sides_key (LvAnalysisSides *self, guint index)
{
  return choice_at (self, index)->key;
}

/** Returns: the index of what lv_analysis_sides_key() gave @key for, -1 when it is gone */
int
lv_analysis_sides_find (LvAnalysisSides *self, const char *key)
{
  for (guint i = 0; i < self->choices->len; i++)
    if (g_strcmp0 (choice_at (self, i)->key, key) == 0)
      return (int) i;
  return -1;
}

/** Returns: the index of the scenario that the window shows */
int
lv_analysis_sides_shown (LvAnalysisSides *self)
{
  g_autofree char *key = NULL;
  const char *shown = lv_session_shown (self->session);

  key = g_strconcat (":", shown, NULL);
  return MAX (lv_analysis_sides_find (self, key), 0);
}

/** Returns: the values of one; nothing in it is the caller's, and it lasts until "changed" */
LvSide
lv_analysis_sides_get (LvAnalysisSides *self, guint index)
{
  Choice *choice = choice_at (self, index);

  if (choice->state == NULL)
    {
      choice->state = lv_session_state_of (choice->session, choice->id);
      choice->scenario = lv_session_flatten (choice->session, choice->id);
    }
  return (LvSide){ choice->title, choice->state, choice->scenario };
}

static char *
first_problem (LvProblems *problems)
{
  lv_problems_sort (problems);
  return lv_problems_kept (problems) > 0 ? lv_problem_to_string (lv_problems_get (problems, 0))
                                         : g_strdup (_ ("The pack can't be opened"));
}

static int
find_file (LvAnalysisSides *self, GFile *file)
{
  for (guint i = 0; i < self->places->len; i++)
    if (g_file_equal (g_ptr_array_index (self->places, i), file))
      return (int) i;
  return -1;
}

/* A file that was added before is read again. */
static void
take_session (LvAnalysisSides *self, GFile *file, LvSession *session)
{
  int before = find_file (self, file);

  if (before >= 0)
    {
      g_ptr_array_set_size (self->choices, 0);
      g_ptr_array_remove_index (self->files, (guint) before);
      g_ptr_array_remove_index (self->places, (guint) before);
    }
  g_ptr_array_add (self->files, session);
  g_ptr_array_add (self->places, g_object_ref (file));
}

/** Returns: the index of the scenario that @file shows, which was added; -1 when it was not */
int
lv_analysis_sides_shown_of (LvAnalysisSides *self, GFile *file)
{
  int index = find_file (self, file);
  g_autofree char *key = NULL;

  if (index < 0)
    return -1;
  key = dup_key (file, lv_session_shown (g_ptr_array_index (self->files, (guint) index)));
  return lv_analysis_sides_find (self, key);
}

/**
 * lv_analysis_sides_add_file:
 * @file: a document over the same pack
 *
 * Reads another file, so that its scenarios can be compared with these. It is only looked at.
 *
 * Returns: %FALSE with @error set when it can't be read; nothing is added then
 */
gboolean
lv_analysis_sides_add_file (LvAnalysisSides *self, GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autoptr (LvDocument) document = NULL;
  g_autoptr (LvSession) session = NULL;
  LvModel *model;

  if (bytes == NULL)
    return FALSE;
  document = lv_document_read (lv_session_pack (self->session), bytes, error);
  if (document == NULL)
    return FALSE;
  model = lv_model_load (lv_pack_folder (lv_session_pack (self->session)), NULL, problems);
  if (model == NULL)
    {
      g_autofree char *problem = first_problem (problems);

      g_set_error_literal (error, LV_DOCUMENT_ERROR, LV_DOCUMENT_ERROR_PACK, problem);
      return FALSE;
    }
  session = lv_session_new (model);
  lv_session_set_document (session, document, NULL);
  take_session (self, file, g_steal_pointer (&session));
  changed_cb (self);
  return TRUE;
}
