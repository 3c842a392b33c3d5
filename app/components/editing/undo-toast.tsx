'use client';

import { Undo2, X } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { forget, keep, offeredMs, type Undoable, undo, undoable, undoEvent } from './undo';

/** What was saved last, with a button that undoes it; it stays while the reader stays with the work. */
export function UndoToast() {
  const t = useTranslations('editing');
  const [save, setSave] = useState<Undoable | null>(null);
  const [error, setError] = useState('');
  const path = usePathname();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      const found = undoable(path);
      setSave(found);
      setError('');
      // Once left, it does not come back.
      if (!found) forget();
      else timer = setTimeout(look, offeredMs - (Date.now() - Date.parse(found.at)) + 50);
    };
    look();
    window.addEventListener(undoEvent, look);
    return () => {
      clearTimeout(timer);
      window.removeEventListener(undoEvent, look);
    };
  }, [path]);
  const back = async () => {
    try {
      const isGone = save!.changed.some(
        ({ path, before }) => path.endsWith('/work.json') && before === 'none',
      );
      await undo(save!);
      keep(null);
      // A work that was new is there no more.
      if (isGone && window.location.pathname.startsWith('/works/')) window.location.assign('/');
      else window.location.reload();
    } catch (reason) {
      setError(reason instanceof Error ? reason.message : String(reason));
    }
  };
  return (
    <div role="status" className="undo-place">
      {save && (
        <div className="undo-toast">
          <span>{error ? t('not-undone', { error }) : save.said}</span>
          {!error && (
            <button type="button" className="button" onClick={back}>
              <Undo2 aria-hidden size={15} /> {t('undo')}
            </button>
          )}
          <button
            type="button"
            className="button quiet-button icon-button"
            aria-label={t('dismiss')}
            onClick={() => keep(null)}
          >
            <X aria-hidden size={15} />
          </button>
        </div>
      )}
    </div>
  );
}
