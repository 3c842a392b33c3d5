import type { ChangedFile } from '../../../lib/works/undo';

/** A save that can be undone, as its notice describes it. */
export interface Undoable {
  work: string;
  /** What was done, in words. */
  said: string;
  changed: ChangedFile[];
  /** ISO 8601. */
  at: string;
  /** The path of the page that offers it: that of the work, or one that belongs to none. */
  page: string;
}

const kept = 'variorum:undo';
export const undoEvent = 'variorum:undo';
/** How long undoing is offered, in milliseconds; the work's history offers it longer. */
export const offeredMs = 60_000;

/** Offers to undo a save, on a page and on those of its work. */
export function offerUndo(
  save: Omit<Undoable, 'at' | 'page'>,
  page = window.location.pathname,
): void {
  keep({ ...save, at: new Date().toISOString(), page });
}

export function keep(save: Undoable | null): void {
  if (save) sessionStorage.setItem(kept, JSON.stringify(save));
  else forget();
  window.dispatchEvent(new Event(undoEvent));
}

export function forget(): void {
  sessionStorage.removeItem(kept);
}

/** The save that can be undone now on a page, where there is one. */
export function undoable(path: string): Undoable | null {
  try {
    const save: Undoable | null = JSON.parse(sessionStorage.getItem(kept) ?? 'null');
    if (!save || Date.now() - Date.parse(save.at) >= offeredMs) return null;
    const ofWork = `/works/${save.work}`;
    const isHere = path === save.page || path === ofWork || path.startsWith(`${ofWork}/`);
    return isHere ? save : null;
  } catch {
    return null;
  }
}

/** Undoes a save. @returns what undoes that in turn. @throws Error with what the server says. */
export async function undo({ work, changed }: Pick<Undoable, 'work' | 'changed'>) {
  return send(`/api/works/${work}/history`, 'POST', { files: changed });
}

/** Sends a change. @returns what undoes it. @throws Error with what the server says. */
export async function send(
  address: string,
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  body?: unknown,
): Promise<{ changed: ChangedFile[]; segment?: string | null }> {
  const response = await fetch(address, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail);
  return answer;
}
