import type { Instrumentation } from 'next';

/** Called by Next once in each serving process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { start } = await import('./app/server/start');
  await start();
}

/** Called by Next for each fault of ours that a request met. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('./app/server/log');
  const { forgetPage } = await import('./app/server/kept-pages');
  forgetPage(request.headers['x-variorum-page']);
  const { message, stack, digest } = error as Error & { digest?: string };
  log.error(
    { method: request.method, url: request.path, route: context.routePath, digest, stack },
    message,
  );
};
