import Negotiator from 'negotiator';
import { RefusedError } from '../api/guard';

/**
 * The media type that a request likes best of those there are.
 *
 * @throws RefusedError (406) where it accepts none of them.
 */
export function accepted<Type extends string>(request: Request, types: readonly Type[]): Type {
  const asked = new Negotiator({ headers: Object.fromEntries(request.headers) });
  const found = asked.mediaType([...types]);
  if (found) return found as Type;
  throw new RefusedError(406, `this comes as ${types.join(', ')}; ask for one of them in Accept`);
}
