import cluster from 'node:cluster';
import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  AggregatorRegistry,
  Counter,
  collectDefaultMetrics,
  Gauge,
  Histogram,
  Registry,
} from 'prom-client';
import { processWide } from '../../lib/core/process-wide';
import { followingState } from '../../lib/store/following';
import { log } from './log';

/** What Node reports of each request that its servers answer. */
interface Answered {
  request: IncomingMessage;
  response: ServerResponse;
}

/** When each request began, in milliseconds of `performance.now()`. */
const begun = new WeakMap<IncomingMessage, number>();

/** Requests are measured by the kind of page, never by address: those are without number. */
export function routeOf(url: string): string {
  const [path] = url.split('?');
  if (path.startsWith('/_next/')) return 'assets';
  const parts = path.split('/').filter(Boolean);
  if (parts[0] === 'works') return ['/works/:work', ...parts.slice(2, 3)].join('/');
  if (parts[0] !== 'api') return parts.length === 0 ? '/' : `/${parts[0].slice(0, 20)}`;
  return parts[1] === 'works'
    ? ['/api/works', ...(parts.length > 2 ? [':work'] : []), ...parts.slice(3, 4)].join('/')
    : `/${parts.slice(0, 2).join('/')}`;
}

/** Routes there are; others are one. Addresses that robots make up fill no memory. */
const routes =
  /^(assets|\/|\/(search|import|sign-in)|\/works\/:work(\/(align|collation|renderings|statistics|people))?|\/api\/(health|ready|search|import|dts|account|openapi\.json|works(\/:work(\/(alignment|annotations|citation|collation|corrections|editions|export|notes|passage|rows|statistics|words))?)?))$/;

const named = (route: string) => (routes.test(route) ? route : 'other');

/** Measures what this process does. @returns the measurements, in the text that Prometheus reads. */
export function measure(): () => Promise<string> {
  return processWide('metrics', () => {
    const register = new Registry();
    collectDefaultMetrics({ register, prefix: 'variorum_' });
    const seconds = new Histogram({
      name: 'variorum_http_request_seconds',
      help: 'How long requests took, in seconds.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers: [register],
    });
    const underWay = new Gauge({
      name: 'variorum_http_requests_under_way',
      help: 'Requests that are being answered.',
      registers: [register],
    });
    const jobs = new Counter({
      name: 'variorum_jobs_total',
      help: 'Long jobs done by this process.',
      labelNames: ['kind'],
      registers: [register],
    });
    jobCounter.count = (kind) => jobs.inc({ kind });
    new Gauge({
      name: 'variorum_database_behind_seconds',
      help: 'For how long the library’s database has not answered; 0 while all is well.',
      registers: [register],
      aggregator: 'max',
      collect() {
        const { behindSince } = followingState();
        this.set(behindSince === null ? 0 : (Date.now() - behindSince) / 1000);
      },
    });
    channel('http.server.request.start').subscribe((message) => {
      const { request, response } = message as Answered;
      begun.set(request, performance.now());
      underWay.inc();
      response.once('close', () => {
        underWay.dec();
        finish(request, response, seconds);
      });
    });
    if (cluster.isWorker) {
      // The process that started this one asks for them, and offers the sum.
      new AggregatorRegistry();
      AggregatorRegistry.setRegistries([register]);
    }
    return () => register.metrics();
  });
}

/** Counts what workers of this process have done, once anything is measured. */
export const jobCounter = processWide('job counter', () => ({ count: (_kind: string) => {} }));

function finish(
  request: IncomingMessage,
  response: ServerResponse,
  seconds: Histogram<'method' | 'route' | 'status'>,
): void {
  const took = (performance.now() - (begun.get(request) ?? 0)) / 1000;
  const route = named(routeOf(request.url ?? '/'));
  const method = request.method ?? 'GET';
  // A reader who left before the end got no answer.
  const status = response.writableFinished ? response.statusCode : 499;
  seconds.observe({ method, route, status }, took);
  if (route === 'assets') return;
  const facts = { method, url: request.url, status, ms: Math.round(took * 1000) };
  if (status >= 500) log.error(facts, 'request failed');
  else log.info(facts, 'request');
}
