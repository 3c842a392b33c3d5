import 'server-only';
import { cache } from 'react';
import { loadWork } from '../../lib/works/load';

/** A work, loaded once for a request, whichever of its parts ask. */
export const loadedWork = cache((slug: string) => loadWork(slug));
