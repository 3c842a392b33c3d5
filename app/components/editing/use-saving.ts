import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ChangedFile } from '../../../lib/works/undo';
import { offerUndo } from './undo';

/**
 * Saves changes of a work from a page: each can be undone, and the page follows.
 *
 * @param failed what is said where one fails, with the reason.
 */
export function useSaving(
  work: string,
  failed: (reason: string) => string,
): {
  /** What the last one failed with; empty where it did not. */
  error: string;
  /** @returns whether it is saved. */
  save: (said: string, change: () => Promise<{ changed: ChangedFile[] }>) => Promise<boolean>;
} {
  const router = useRouter();
  const [error, setError] = useState('');
  const save = async (said: string, change: () => Promise<{ changed: ChangedFile[] }>) => {
    setError('');
    try {
      const { changed } = await change();
      offerUndo({ work, said, changed });
      router.refresh();
      return true;
    } catch (reason) {
      setError(failed(reason instanceof Error ? reason.message : String(reason)));
      return false;
    }
  };
  return { error, save };
}
