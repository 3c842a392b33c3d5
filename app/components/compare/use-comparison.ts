import { useLocale } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ComparedTexts, GivenText } from '../../../lib/compare/compare-texts';
import { exportLabels } from '../../i18n/export-labels';
import type { WorkerAnswer, WorkerRequest } from './worker';

export type ComparisonState =
  | { kind: 'empty' }
  | { kind: 'computing'; share: number; before: ComparedTexts | null }
  | { kind: 'shown'; comparison: ComparedTexts; number: number }
  | { kind: 'refused'; detail: string };

/** After the last key, in milliseconds. */
const pause = 350;

function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}

/**
 * Compares texts in a worker of the browser whenever they change. A comparison that is under way
 * when they change again is ended, not waited for.
 */
export function useComparison(texts: readonly GivenText[]): ComparisonState {
  const [state, setState] = useState<ComparisonState>({ kind: 'empty' });
  const worker = useRef<Worker | null>(null);
  const busy = useRef(false);
  const number = useRef(0);
  const key = JSON.stringify(texts);

  useEffect(() => {
    const given: GivenText[] = JSON.parse(key);
    if (given.length < 2 || given.some(({ source }) => source.trim() === '')) {
      setState({ kind: 'empty' });
      return;
    }
    const timer = setTimeout(() => {
      if (busy.current) {
        worker.current?.terminate();
        worker.current = null;
      }
      worker.current ??= startWorker();
      const id = ++number.current;
      busy.current = true;
      setState((now) => ({
        kind: 'computing',
        share: 0,
        before:
          now.kind === 'shown' ? now.comparison : now.kind === 'computing' ? now.before : null,
      }));
      worker.current.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
        if (data.id !== id) return;
        if (data.state === 'progress') {
          setState((now) => (now.kind === 'computing' ? { ...now, share: data.share } : now));
          return;
        }
        busy.current = false;
        if (data.state === 'comparison') {
          setState({ kind: 'shown', comparison: data.comparison, number: id });
        } else if (data.state === 'refused') setState({ kind: 'refused', detail: data.detail });
      };
      worker.current.onerror = ({ message }) => {
        busy.current = false;
        setState({ kind: 'refused', detail: message });
      };
      worker.current.postMessage({
        id,
        locale: document.documentElement.lang,
        texts: given,
        want: 'comparison',
      } satisfies WorkerRequest);
    }, pause);
    return () => clearTimeout(timer);
  }, [key]);
  useEffect(() => () => worker.current?.terminate(), []);
  return state;
}

/** Asks for the comparison as a file, computed in a worker of its own. */
export function useFile(): (
  request: Omit<WorkerRequest, 'id' | 'locale' | 'labels'>,
) => Promise<string> {
  const locale = useLocale();
  return useCallback(
    (request) =>
      new Promise((resolve, reject) => {
        const worker = startWorker();
        worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
          if (data.state === 'progress') return;
          worker.terminate();
          if (data.state === 'file') resolve(data.content);
          else reject(new Error(data.state === 'refused' ? data.detail : 'no file'));
        };
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage({
          id: 0,
          locale: document.documentElement.lang,
          labels: exportLabels(locale),
          ...request,
        } satisfies WorkerRequest);
      }),
    [locale],
  );
}
