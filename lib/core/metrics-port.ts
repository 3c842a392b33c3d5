import { createServer } from 'node:http';

/**
 * Offers measurements at a port of their own, which need not be open to the world.
 *
 * @param host this machine alone by default.
 * @param read the measurements, in the text that Prometheus reads.
 * @param report is called once they are offered, or with why they are not.
 */
export function offerMetrics(
  port: number,
  host = '127.0.0.1',
  read: () => Promise<string>,
  report: (message: string, error?: Error) => void,
): void {
  const server = createServer(async (request, response) => {
    if (request.url?.split('?')[0] !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    try {
      const text = await read();
      response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
      response.end(text);
    } catch {
      // A process that is busy or has just ended did not say: the next look finds it.
      response.writeHead(503).end();
    }
  });
  server.on('error', (error) => report('metrics not offered', error));
  server.listen(port, host, () => report('metrics offered'));
  server.unref();
}
