import { addressOf } from './address';

/** The address of what follows an answer: the same question, from another place on. */
export function nextPage(request: Request, from: number): { next: string } {
  const address = addressOf(request);
  address.searchParams.set('from', String(from));
  return { next: address.href };
}
