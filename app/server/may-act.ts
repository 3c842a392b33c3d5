import { headers } from 'next/headers';
import type { Act } from '../../lib/accounts/roles';
import { allowAct, writerOf } from '../api/guard';

/** Whether who asks may do something to a work: pages show what they can use. */
export async function mayAct(act: Act, work: string): Promise<boolean> {
  try {
    await allowAct(await writerOf(await headers()), act, work);
    return true;
  } catch {
    // Refused, or the accounts cannot be read: the server decides again when something is saved.
    return false;
  }
}
