import { InputError } from '../core/errors';

/** Why a job has failed, on its way between threads or processes. */
export type SentFailure =
  | { refused: { message: string; details: ConstructorParameters<typeof InputError>[1] } }
  | { fault: string };

export function sentFailure(error: unknown): SentFailure {
  if (error instanceof InputError) {
    const { message, code, file, line, remedy } = error;
    return { refused: { message, details: { code, file, line, remedy } } };
  }
  return { fault: String((error as Error)?.stack ?? error) };
}

export const receivedError = (failure: SentFailure): Error =>
  'refused' in failure
    ? new InputError(failure.refused.message, failure.refused.details)
    : new Error(failure.fault);
