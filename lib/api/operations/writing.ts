import { z } from 'zod';
import { collationEditSchema } from '../../edition/collation-edits';
import { cutSchema } from '../../edition/corrections';
import { dismissalSchema } from '../../edition/dismissals';
import { frontMatterSchema, workSchema } from '../../edition/metadata';
import { noteSchema } from '../../edition/notes';
import { pronunciationDraftSchema } from '../../edition/pronunciations';
import { libraryRuleSchema, ruleSchema, ruleSets } from '../../edition/regularisation';
import { correctedUnits } from '../../edition/sentence-ids';
import { termSchema } from '../../edition/terms';
import { listOf, named, object, orNull, text, whole } from '../json-schema';
import { json as answer, changes } from '../operation';
import { choiceParameter, type Parameter, required, textParameter } from '../parameters';

// The bodies of requests that change the library. Routes check what they are sent by these, and
// OpenAPI describes them.

const changed = answer(named('Changed'));
const fileName = textParameter('Name of the file: its ending says what it is.', { maxLength: 200 });

/** What adds an entry to a list, and what takes one out by its id: both answer with what undoes them. */
const adds = <Body extends z.ZodType>(name: string, summary: string, json: Body) =>
  changes(name, { summary, body: { json }, answers: changed }, 201);
const takesOut = (name: string, summary: string) => changes(name, { summary, answers: changed });

const revision = z.string().min(1).max(64);

const { title, author, date, description, base, order, apparatus } = workSchema.shape;
export const workEdit = z
  .object({
    title: title.optional(),
    author: author.nullable(),
    date: date.nullable(),
    description: description.nullable(),
    base,
    order,
    apparatus,
  })
  .partial();

export const editWork = changes('editWork', {
  summary: 'Changes what is known of a work; null takes a field out',
  body: { json: workEdit },
  answers: changed,
});

export const removeWork = takesOut('removeWork', 'Takes a work out of the library');

export const editionEdit = z.object({
  /** Fields to set; null takes one out. A siglum renames the edition. */
  metadata: z.partialRecord(frontMatterSchema.keyof(), z.string().max(5000).nullable()),
  revision: z.string().max(64).optional(),
});

export const editEdition = changes('editEdition', {
  summary: 'Changes what is known of an edition; null takes a field out, a siglum renames it',
  body: { json: editionEdit },
  answers: changed,
});

export const removeEdition = changes('removeEdition', {
  summary: 'Takes an edition out of a work',
  parameters: { revision: textParameter('Of its file, as the writer has seen it.') },
  answers: changed,
});

export const paragraphEdit = z.object({
  /** Markdown; blank takes the paragraph out. */
  source: z.string().max(200_000),
  revision,
});

export const editParagraph = changes('editParagraph', {
  summary: 'Corrects a paragraph; 409 where someone has changed the edition since',
  body: { json: paragraphEdit },
  answers: answer({ type: 'object' }),
});

const ids = z.array(z.string().max(80)).max(1000);
export const correctionsToSave = z.object({
  a: z.string(),
  b: z.string(),
  /** What the writer read: see `revision` of the corrections. */
  revision: z.string().max(64),
  unit: z.enum(correctedUnits).default('paragraph'),
  /** All that is confirmed between the two, in place of what was. */
  beads: z.array(z.object({ a: ids, b: ids })).max(200_000),
  /** Where sentences are the unit: all cuts of both editions, in place of those there were. */
  cuts: z.array(cutSchema).max(200_000).default([]),
});

export const saveCorrections = changes('saveCorrections', {
  summary:
    'Confirms beads, and answers with the alignment that follows; 409 if someone saved meanwhile',
  body: { json: correctionsToSave },
  answers: answer(named('Correcting')),
});

export const changesToUndo = z.object({
  /** What a save has changed, as its answer says. */
  files: z
    .array(z.object({ path: z.string().max(300), before: revision, after: revision }))
    .min(1)
    .max(1000),
});

export const undo = changes('undo', {
  summary: 'Undoes a save; 409 where someone has saved since',
  body: { json: changesToUndo },
  answers: changed,
});

export const noteDraft = z.object({
  targets: noteSchema.shape.targets,
  text: noteSchema.shape.text,
});

export const createNote = changes(
  'addNote',
  { summary: 'Adds a note', body: { json: noteDraft }, answers: answer(named('Note')) },
  201,
);

export const noteChange = z.object({ text: z.string().nullable(), modified: z.string().max(40) });

export const editNote = changes('changeNote', {
  summary:
    'Changes a note, or takes it out where its text is null; 409 with theirs where it has changed',
  body: { json: noteChange },
  answers: answer(object({ note: orNull(named('Note')) })),
});

export const createRule = adds(
  'addRule',
  'Adds a rule of regularisation, in place of one for the same words in the same scope',
  ruleSchema,
);

export const ruleSetsChoice = z.strictObject({ sets: z.array(z.enum(ruleSets)).max(100) });

export const chooseRuleSets = changes('chooseRuleSets', {
  summary: 'Chooses the ready sets of rules that hold for the collations of a work',
  body: { json: ruleSetsChoice },
  answers: changed,
});

export const removeRule = takesOut('removeRule', 'Takes a rule of regularisation out');

export const createLibraryRule = adds(
  'addLibraryRule',
  'Adds a rule of regularisation that holds in all works, in place of one for the same words',
  libraryRuleSchema,
);

export const removeLibraryRule = takesOut(
  'removeLibraryRule',
  'Takes a rule of regularisation that holds in all works out',
);

export const createTerm = adds(
  'addTerm',
  'Adds a term, or renderings to one that the work has',
  termSchema,
);

export const importTerms = changes(
  'importTerms',
  {
    summary: 'Adds the terms of a TBX file or of a table (CSV) with a column a language',
    parameters: { name: fileName },
    body: { file: true },
    answers: answer(object({ terms: whole, changed: listOf(named('ChangedFile')) })),
  },
  201,
);

export const removeTerm = takesOut('removeTerm', 'Takes a term out');

export const createDismissal = adds(
  'addDismissal',
  'Dismisses a finding of the check list, with the reason why it is not a slip',
  dismissalSchema,
);

export const removeDismissal = takesOut('removeDismissal', 'Takes a dismissal back');

export const createCollationEdit = adds(
  'addCollationEdit',
  'Puts words of a collation together or apart by hand',
  collationEditSchema,
);

export const removeCollationEdit = takesOut(
  'removeCollationEdit',
  'Takes a change of a collation by hand out',
);

export const createPronunciation = adds(
  'addPronunciation',
  'Says how Chinese characters are read, at a place or in all of an edition',
  pronunciationDraftSchema,
);

export const removePronunciation = takesOut('removePronunciation', 'Takes a pronunciation out');

export const textToImport = z.object({
  source: z.string(),
  name: z.string().max(200),
  work: z.string().max(100),
  workTitle: z.string().max(500).optional(),
  siglum: z.string().max(100),
  metadata: frontMatterSchema,
  replace: z.boolean().optional(),
  /** Of the edition that is replaced, as the writer has seen it. */
  revision: z.string().max(64).optional(),
});

const encoding = textParameter('Encoding of a text, where it is known; found out by default.', {
  maxLength: 40,
});

export const importText = changes(
  'importText',
  {
    summary: 'Saves a text as an edition; 409 where there is one that was not to be replaced',
    body: { json: textToImport },
    answers: answer(named('Saved')),
  },
  201,
);

/** As it is given, commas and all. */
const repeated = (what: string, most: number): Parameter<string[]> => ({
  description: what,
  schema: { type: 'array', items: { type: 'string', maxLength: most } },
  required: false,
  read: (given) => given.slice(0, 1000).map((value) => value.slice(0, most)),
});

export const importFile = changes(
  'importFile',
  {
    summary: 'Saves all editions of a file, and which of their passages correspond',
    parameters: {
      name: fileName,
      encoding,
      work: required(textParameter('Slug of the work.', { maxLength: 100 })),
      workTitle: textParameter('Title of a new work.', { maxLength: 500 }),
      siglum: repeated('The siglum of each edition, in the order of the file.', 100),
      replace: choiceParameter('Whether editions of those sigla are replaced.', ['yes', 'no']),
      revision: repeated('The revisions of the editions that are replaced, in that order.', 64),
    },
    body: { file: true },
    answers: answer(named('Saved')),
  },
  201,
);

export const readFile = changes('readFile', {
  summary: 'What is understood of a file, with an entry for each edition in it; nothing is saved',
  parameters: { name: fileName, encoding },
  body: { file: true },
  answers: answer(
    object(
      { editions: listOf({ type: 'object' }), corresponding: { type: 'boolean' }, title: text },
      ['editions', 'corresponding'],
    ),
  ),
});

export const grantRole = changes(
  'grantRole',
  {
    summary: 'Gives an account a role in a work, or takes it; leads on to the page of its people',
    body: { form: object({ email: text, role: text }) },
  },
  303,
);

export const signIn = changes(
  'signIn',
  {
    summary: 'Signs in, and leads on to a page',
    body: { form: object({ email: text, password: text, back: text }, ['email', 'password']) },
  },
  303,
);

export const signOut = changes('signOut', { summary: 'Ends the session of who asks' }, 303);
