import {
  asWork,
  type ComparedTexts,
  compareTexts,
  type GivenText,
} from '../../../lib/compare/compare-texts';
import { provideData } from '../../../lib/core/data';
import { InputError } from '../../../lib/core/errors';
import { type ExportLabels, englishLabels } from '../../../lib/formats/labels';
import { refusalLine } from '../../i18n/refusals';

/** What the page asks of the worker. Texts stay in the browser. */
export interface WorkerRequest {
  id: number;
  /** The language of the interface. */
  locale: string;
  texts: GivenText[];
  /** The comparison itself, or it as a file. */
  want: 'comparison' | 'html' | 'json';
  slug?: string;
  title?: string;
  /** What a file says in words of its own. */
  labels?: ExportLabels;
}

export type WorkerAnswer =
  | { id: number; state: 'progress'; share: number }
  | { id: number; state: 'comparison'; comparison: ComparedTexts }
  | { id: number; state: 'file'; content: string }
  | { id: number; state: 'refused'; detail: string };

/** British and American spellings, by which the server compares, too; some 15 kB, once. */
let spellings: Promise<void> | undefined;
const loadSpellings = async (): Promise<void> => {
  const { default: words } = await import(
    'american-british-english-translator/data/british_spellings.json'
  );
  provideData('american-british-english-translator/data/british_spellings.json', words);
};

const answer = (message: WorkerAnswer) => self.postMessage(message);

self.addEventListener('message', async ({ data }: MessageEvent<WorkerRequest>) => {
  const { id, locale, texts, want, slug = 'comparison', title = '', labels = englishLabels } = data;
  try {
    spellings ??= loadSpellings();
    await spellings;
    const comparison = compareTexts(texts, {
      progress: (share) => answer({ id, state: 'progress', share }),
    });
    if (want === 'comparison') return answer({ id, state: 'comparison', comparison });
    const work = asWork(comparison, { slug, title, labels });
    const content =
      want === 'html'
        ? (await import('../../../lib/formats/html/write')).workHtml(work)
        : (await import('../../../lib/formats/json/write')).workJson(work);
    answer({ id, state: 'file', content });
  } catch (error) {
    const detail = error instanceof InputError ? refusalLine(locale, error) : String(error);
    answer({ id, state: 'refused', detail });
  }
});
