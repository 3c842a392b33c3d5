'use client';

import { Pause, Play, SkipBack, SkipForward, Square } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { languageName } from '../names';
import { firstSpoken, spokenBeside, spokenText } from './spoken-sentences';
import { knownVoices, voiceFor } from './voices';

/** How fast it is read, as a multiple of the voice's own pace. */
const rates = [0.75, 1, 1.25, 1.5, 2] as const;
const rateKept = 'variorum:speech-rate';

type State =
  | { kind: 'starting' | 'speaking' | 'paused' }
  | { kind: 'no-voice' }
  | { kind: 'failed'; error: string };

/** Asks the player to pause, or to go on. */
export const pauseEvent = 'variorum:pause-speech';

/** Reads an edition aloud, sentence by sentence from the place that is read, and lights what is said. */
export function AloudPlayer({
  siglum,
  language,
  onClose,
}: {
  siglum: string;
  language: string;
  onClose: () => void;
}) {
  const t = useTranslations('aloud');
  const locale = useLocale();
  const { state, rate, setRate, pause, resume, skip } = useSpeech(siglum, language, onClose);
  const isSpeaking = state.kind === 'speaking' || state.kind === 'starting';
  useEffect(() => {
    const toggle = () => (isSpeaking ? pause() : resume());
    window.addEventListener(pauseEvent, toggle);
    return () => window.removeEventListener(pauseEvent, toggle);
  }, [isSpeaking, pause, resume]);
  const name = languageName(language, locale);
  // At the foot of the window, whatever the bar is within.
  return createPortal(
    <section
      className="aloud-player"
      aria-label={t('title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      {state.kind === 'no-voice' || state.kind === 'failed' ? (
        <p role="alert">
          {state.kind === 'no-voice'
            ? t('no-voice', { language: name })
            : t('failed', { error: state.error })}
        </p>
      ) : (
        <>
          <span className="aloud-edition">
            <span className="siglum" lang="en">
              {siglum}
            </span>{' '}
            {name}
          </span>
          <button
            type="button"
            className="button icon-button"
            aria-label={t('previous')}
            title={t('previous')}
            onClick={() => skip(-1)}
          >
            <SkipBack aria-hidden size={16} />
          </button>
          <button
            type="button"
            className="button icon-button primary-button"
            aria-label={t(isSpeaking ? 'pause' : 'resume')}
            title={t(isSpeaking ? 'pause' : 'resume')}
            onClick={isSpeaking ? pause : resume}
          >
            {isSpeaking ? <Pause aria-hidden size={16} /> : <Play aria-hidden size={16} />}
          </button>
          <button
            type="button"
            className="button icon-button"
            aria-label={t('next')}
            title={t('next')}
            onClick={() => skip(1)}
          >
            <SkipForward aria-hidden size={16} />
          </button>
          <label>
            <span className="visually-hidden">{t('rate')}</span>
            <select value={rate} onChange={({ target }) => setRate(Number(target.value))}>
              {rates.map((each) => (
                <option key={each} value={each}>
                  {t('times', { rate: each })}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
      <button
        type="button"
        className="button icon-button"
        aria-label={t('stop')}
        title={t('stop')}
        onClick={onClose}
      >
        <Square aria-hidden size={16} />
      </button>
    </section>,
    document.body,
  );
}

/** The sentence that is being said, and what says the next. */
function useSpeech(siglum: string, language: string, onEnd: () => void) {
  const [state, setState] = useState<State>({ kind: 'starting' });
  const [rate, setRateShown] = useState(keptRate);
  const pace = useRef(rate);
  const voice = useRef<SpeechSynthesisVoice | null>(null);
  const sentence = useRef<HTMLElement | null>(null);
  /** Rises with each thing that is asked for, so that what is late is not heeded. */
  const turn = useRef(0);
  const end = useRef(onEnd);
  end.current = onEnd;

  const speak = useCallback(
    async (next: HTMLElement | null): Promise<void> => {
      const mine = ++turn.current;
      const { speechSynthesis } = window;
      speechSynthesis.cancel();
      sentence.current?.classList.remove('spoken');
      if (!next || !voice.current) return end.current();
      sentence.current = next;
      next.classList.add('spoken');
      next.scrollIntoView({ block: 'center', inline: 'nearest' });
      const goOn = async () => {
        if (mine !== turn.current) return;
        const following = await spokenBeside(siglum, next, 1);
        if (mine === turn.current) speak(following);
      };
      const text = spokenText(next);
      if (!/[\p{L}\p{N}]/u.test(text)) return goOn();
      const said = new SpeechSynthesisUtterance(text);
      said.voice = voice.current;
      said.lang = voice.current.lang;
      said.rate = pace.current;
      said.onend = goOn;
      said.onerror = ({ error }) => {
        if (mine === turn.current && error !== 'canceled' && error !== 'interrupted') {
          setState({ kind: 'failed', error });
        }
      };
      setState({ kind: 'speaking' });
      speechSynthesis.speak(said);
    },
    [siglum],
  );
  useEffect(() => {
    let isOver = false;
    knownVoices().then((voices) => {
      if (isOver) return;
      voice.current = voiceFor(voices, language);
      if (voice.current) speak(firstSpoken(siglum));
      else setState({ kind: 'no-voice' });
    });
    const quiet = () => window.speechSynthesis?.cancel();
    window.addEventListener('pagehide', quiet);
    return () => {
      isOver = true;
      turn.current++;
      quiet();
      sentence.current?.classList.remove('spoken');
      window.removeEventListener('pagehide', quiet);
    };
  }, [siglum, language, speak]);

  // Some browsers never come back from a pause of their own: the sentence is begun anew instead.
  const pause = useCallback(() => {
    turn.current++;
    window.speechSynthesis.cancel();
    setState({ kind: 'paused' });
  }, []);
  const resume = useCallback(() => {
    speak(sentence.current);
  }, [speak]);
  return {
    state,
    rate,
    setRate: (next: number) => {
      setRateShown(next);
      pace.current = next;
      try {
        localStorage.setItem(rateKept, String(next));
      } catch {
        // Then it holds for this page.
      }
      if (state.kind === 'speaking') resume();
    },
    pause,
    resume,
    skip: async (step: 1 | -1) => {
      const from = sentence.current;
      if (!from) return;
      const next = await spokenBeside(siglum, from, step);
      if (next) speak(next);
    },
  };
}

function keptRate(): number {
  const kept = Number(localStorage.getItem(rateKept));
  return rates.find((each) => each === kept) ?? 1;
}
