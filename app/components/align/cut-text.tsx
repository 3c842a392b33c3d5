'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef } from 'react';
import { languageAttributes } from '../../../lib/edition/language-attributes';

/** Marks that do not begin a sentence. */
const neverFirst = /^[\s\p{Pe}\p{Pf}.,;:!?、，。；：！？…—–-]+$/u;

/** A word, and where in the text it begins. */
interface Word {
  at: number;
  text: string;
}

/** The words of a sentence, each but the first a button that begins a new sentence there. */
export function CutText({
  text,
  language,
  onCut,
  onClose,
}: {
  text: string;
  language: string;
  /** @param at UTF-16 offset in the text. */
  onCut: (at: number) => void;
  onClose: () => void;
}) {
  const t = useTranslations('align');
  const words = useMemo(() => wordsOf(text, language), [text, language]);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('button')?.focus();
  }, []);
  const press = (event: React.KeyboardEvent) => {
    // The keys of the list are not meant here.
    event.stopPropagation();
    const buttons = [...(box.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const isLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    const step = { ArrowRight: isLeft ? -1 : 1, ArrowLeft: isLeft ? 1 : -1 }[event.key];
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Home') buttons[0]?.focus();
    else if (event.key === 'End') buttons.at(-1)?.focus();
    else if (step) buttons[at + step]?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={box}
      className="cut-text"
      role="toolbar"
      aria-label={t('cut-where')}
      {...languageAttributes(language)}
      onKeyDown={press}
    >
      {words.map(({ at, text: word }, k) =>
        k === 0 ? (
          <span key={at}>{word}</span>
        ) : (
          <button
            key={at}
            type="button"
            tabIndex={k === 1 ? 0 : -1}
            className="cut-word"
            aria-label={t('cut-before', { word: word.trim() })}
            onClick={() => onCut(at)}
          >
            {word}
          </button>
        ),
      )}
    </div>
  );
}

/** Words with the marks and spaces that follow them; they cover the text. */
function wordsOf(text: string, language: string): Word[] {
  const segmenter = new Intl.Segmenter(language === 'und' ? undefined : language, {
    granularity: 'word',
  });
  const words: Word[] = [];
  let opens = false;
  for (const { segment, index } of segmenter.segment(text)) {
    const last = words.at(-1);
    // An opening mark takes the word after it along.
    if (last && (opens || neverFirst.test(segment))) last.text += segment;
    else words.push({ at: index, text: segment });
    opens = /^[\p{Ps}\p{Pi}]+$/u.test(segment);
  }
  return words;
}
