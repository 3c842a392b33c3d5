'use client';

import { ArrowLeftRight, Plus, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { GivenText } from '../../../lib/compare/compare-texts';
import { CompareActions } from './actions';
import { Compared } from './compared';
import { type Example, textOfExample } from './examples';
import { keepTexts, keptTexts, textsEvent, textsOfAddress } from './kept-texts';
import { Pane } from './pane';
import { textsOfFile } from './read-files';
import { useComparison } from './use-comparison';

const maxTexts = 3;
const letters = ['A', 'B', 'C'];
const empty = (at: number): GivenText => ({ name: letters[at], source: '' });
const fresh = () => [empty(0), empty(1)];

/** Two panes or three, and the comparison of what is in them beneath, as it is typed. */
export function ComparePanes({ examples }: { examples: readonly Example[] }) {
  const t = useTranslations('compare');
  const [texts, setTexts] = useState<GivenText[]>(fresh);
  const [said, setSaid] = useState('');
  const awake = useRef(false);
  const panes = useRef<HTMLDivElement>(null);
  const state = useComparison(texts);
  const shown =
    state.kind === 'shown' ? state.comparison : state.kind === 'computing' ? state.before : null;

  useEffect(() => {
    const take = async () => {
      const first = !awake.current;
      const kept = textsOfAddress(window.location.hash) ?? (await keptTexts());
      awake.current = true;
      if (!kept?.length) return;
      setTexts((now) => (first ? withTyped(padded(kept), now) : padded(kept)));
    };
    // The panes are shown before the page listens to them.
    const typed = [...(panes.current?.querySelectorAll('textarea') ?? [])];
    setTexts((now) =>
      withTyped(
        now,
        typed.map(({ value }, at) => ({ ...now[at], source: value })),
      ),
    );
    take();
    window.addEventListener(textsEvent, take);
    window.addEventListener('hashchange', take);
    return () => {
      window.removeEventListener(textsEvent, take);
      window.removeEventListener('hashchange', take);
    };
  }, []);
  useEffect(() => {
    if (awake.current) keepTexts(texts);
  }, [texts]);

  const change = (at: number, part: Partial<GivenText>) =>
    setTexts((now) => now.map((text, k) => (k === at ? { ...text, ...part } : text)));
  const attempt = useCallback(
    async (act: () => Promise<void>) => {
      setSaid('');
      try {
        await act();
      } catch (error) {
        setSaid(t('failed', { error: error instanceof Error ? error.message : String(error) }));
      }
    },
    [t],
  );
  const takeFiles = (at: number, files: File[]) =>
    attempt(async () => {
      const found = (await Promise.all(files.map(textsOfFile))).flat();
      setTexts((now) => filled(now, at, found));
    });
  const takeExample = (at: number, example: Example) =>
    attempt(async () => {
      const text = await textOfExample(example);
      setTexts((now) => filled(now, at, [text]));
    });
  return (
    <div className="compare">
      <div ref={panes} className="panes" data-count={texts.length}>
        {texts.map((text, at) => (
          <Pane
            // biome-ignore lint/suspicious/noArrayIndexKey: a pane is its place.
            key={at}
            letter={letters[at]}
            text={text}
            guessed={shown?.editions[at]?.language ?? null}
            examples={examples}
            onChange={(part) => change(at, part)}
            onFiles={(files) => takeFiles(at, files)}
            onExample={(example) => takeExample(at, example)}
            onRemove={
              texts.length > 2 ? () => setTexts((now) => now.filter((_, k) => k !== at)) : undefined
            }
          />
        ))}
      </div>
      <div className="compare-bar">
        <button
          type="button"
          className="button"
          onClick={() => setTexts(([a, b, ...rest]) => [b, a, ...rest])}
        >
          <ArrowLeftRight aria-hidden size={15} /> {t('swap')}
        </button>
        {texts.length < maxTexts && (
          <button
            type="button"
            className="button"
            onClick={() => setTexts((now) => [...now, empty(now.length)])}
          >
            <Plus aria-hidden size={15} /> {t('third')}
          </button>
        )}
        {texts.some(({ source }) => source !== '') && (
          <button
            type="button"
            className="button"
            onClick={() => {
              setTexts(fresh());
              if (window.location.hash) window.history.replaceState(null, '', ' ');
            }}
          >
            <RotateCcw aria-hidden size={15} /> {t('clear')}
          </button>
        )}
        <p className="quiet" role="status">
          {said ||
            (state.kind === 'computing' && state.share > 0.02
              ? t('computing', { percent: Math.round(state.share * 100) })
              : '')}
        </p>
      </div>
      {state.kind === 'refused' && (
        <p className="problem" role="alert">
          {t('failed', { error: state.detail })}
        </p>
      )}
      {shown && (
        <>
          <CompareActions texts={texts} />
          <Compared key={state.kind === 'shown' ? state.number : 'before'} comparison={shown} />
        </>
      )}
    </div>
  );
}

/** At least two panes. */
function padded(texts: readonly GivenText[]): GivenText[] {
  const found = texts.slice(0, maxTexts);
  return found.length > 1 ? found : [...found, empty(1)];
}

/** Texts, but in panes that somebody has written in already, what they wrote. */
function withTyped(texts: readonly GivenText[], typed: readonly GivenText[]): GivenText[] {
  const count = Math.max(texts.length, typed.length);
  return Array.from({ length: count }, (_, at) =>
    typed[at]?.source || !texts[at] ? typed[at] : texts[at],
  );
}

/** Puts texts into a pane and, where there are several, into those after it. */
function filled(now: readonly GivenText[], at: number, found: readonly GivenText[]): GivenText[] {
  const next = [...now];
  found.slice(0, maxTexts - at).forEach((text, k) => {
    next[at + k] = text;
  });
  return next;
}
