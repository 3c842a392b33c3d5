import cluster from 'node:cluster';
import {
  type RateLimiterAbstract,
  RateLimiterCluster,
  RateLimiterMemory,
} from 'rate-limiter-flexible';
import { isPublic } from '../../lib/accounts/settings';
import { isLimited, networkOf } from '../../lib/core/network';
import { processWide } from '../../lib/core/process-wide';
import { originOf } from './address';

/** Requests a minute from one address. `VARIORUM_RATE` sets that for reading; 0 for no limit. */
const perMinute = () => ({ read: Number(process.env.VARIORUM_RATE ?? 600), write: 60 });

const limiters = processWide('rate limits', () => new Map<string, RateLimiterAbstract>());

/**
 * Counts a request.
 *
 * @returns after how many seconds its sender may ask again; null where that is now. A library
 *   that only this machine reads has no limits.
 */
export async function overLimit(kind: 'read' | 'write', headers: Headers): Promise<number | null> {
  const points = perMinute()[kind];
  if (!isPublic() || !points) return null;
  const key = `${kind}:${points}`;
  let limiter = limiters.get(key);
  if (!limiter) {
    limiter = limiterOf(kind, points);
    limiters.set(key, limiter);
  }
  try {
    await limiter.consume(networkOf(originOf(headers).address));
    return null;
  } catch (error) {
    if (isLimited(error)) return Math.ceil(error.msBeforeNext / 1000);
    throw error;
  }
}

/** Where several processes serve, the one that started them counts for all. */
function limiterOf(kind: string, points: number): RateLimiterAbstract {
  const options = { points, duration: 60, keyPrefix: kind };
  const own = new RateLimiterMemory(options);
  if (!cluster.isWorker) return own;
  // Where that one does not answer, each counts for itself.
  return new RateLimiterCluster({ ...options, timeoutMs: 1000, insuranceLimiter: own });
}
