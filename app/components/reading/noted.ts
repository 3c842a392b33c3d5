import { createContext } from 'react';

/** How many notes there are on each segment, by its key. */
export const NotedContext = createContext<ReadonlyMap<string, number>>(new Map());
