import type { PrintedDocument } from '../formats/pdf/printed';
import { boundedKind, runBounded } from '../jobs/bounded';
import { printLimits } from '../jobs/limits';

/** Runs in a process of its own: setting a book takes seconds and much memory. */
export const printJob = boundedKind<PrintedDocument, never, Uint8Array>('print-pdf', 'print', {
  limits: printLimits,
  does: 'setting its pages',
  remedy: 'print fewer editions, or one at a time',
});

/**
 * The pages of a document as PDF.
 *
 * @throws InputError where they exceed a limit, or no font has some character of them.
 */
export const printPdf = (document: PrintedDocument, signal?: AbortSignal): Promise<Uint8Array> =>
  runBounded(printJob, document, { signal });
