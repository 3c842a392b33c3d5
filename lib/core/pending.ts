import { InputError } from './errors';

/** A result that may take long: there, or on its way with the share of the work that is done, 0 to 1. */
export type Pending<T> = { state: 'ready'; value: T } | { state: 'pending'; share: number };

export const ready = <T>(value: T): Pending<T> => ({ state: 'ready', value });
export const pending = (share: number): Pending<never> => ({ state: 'pending', share });

/** The result. @throws InputError `not-ready`, with `what` as its message, where it is on its way. */
export function readyValue<T>(found: Pending<T>, what: string): T {
  if (found.state === 'ready') return found.value;
  throw new InputError(what, {
    code: 'not-ready',
    share: found.share,
    remedy: 'ask again in some seconds',
  });
}
