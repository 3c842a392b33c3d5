import { getDictionaryWords } from '../../../lib/api/operations/reading';
import { dictionaryWords } from '../../../lib/compare/dictionary-words';
import { serve } from '../serve';

export const dynamic = 'force-dynamic';

/** What CC-CEDICT has of Chinese words: `?text=政治`. */
export const GET = serve(getDictionaryWords, ({ query }) =>
  Response.json({ words: dictionaryWords(query.text) }),
);
