import { languageFamily, primaryLanguage } from '../../../lib/edition/model';

/** What a voice is known by, as `SpeechSynthesisVoice` has it. */
export interface Voice {
  /** BCP 47; some systems write it with an underscore. */
  lang: string;
  localService: boolean;
  default: boolean;
}

/**
 * The voice that reads a language best: of the language itself before a relative (Cantonese before
 * Mandarin for `yue`), then of its script and region, then one of this machine.
 *
 * @param language BCP 47.
 */
export function voiceFor<V extends Voice>(voices: readonly V[], language: string): V | null {
  const wanted = widest(language);
  const rank = (voice: V): number => {
    const own = widest(tagOf(voice));
    return (
      (primaryLanguage(tagOf(voice)) === primaryLanguage(language) ? 8 : 0) +
      (own.script === wanted.script ? 4 : 0) +
      (own.region === wanted.region ? 2 : 0) +
      (voice.localService ? 1 : 0) +
      (voice.default ? 0.5 : 0)
    );
  };
  const family = languageFamily(language);
  return voices
    .filter((voice) => languageFamily(tagOf(voice)) === family)
    .reduce<V | null>((best, each) => (best && rank(best) >= rank(each) ? best : each), null);
}

const tagOf = ({ lang }: Voice): string => lang.replaceAll('_', '-');

/** A tag with the script and region that it most likely has. */
function widest(tag: string): { script?: string; region?: string } {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return {};
  }
}

/** How long the browser is given to name its voices, in milliseconds: some do so only when asked. */
const voicesMs = 1500;

/** The voices of this browser; none where it cannot speak. */
export function knownVoices(): Promise<SpeechSynthesisVoice[]> {
  const { speechSynthesis } = window;
  if (!speechSynthesis) return Promise.resolve([]);
  const found = speechSynthesis.getVoices();
  if (found.length > 0) return Promise.resolve(found);
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      speechSynthesis.removeEventListener('voiceschanged', done);
      resolve(speechSynthesis.getVoices());
    };
    const timer = setTimeout(done, voicesMs);
    speechSynthesis.addEventListener('voiceschanged', done);
  });
}
