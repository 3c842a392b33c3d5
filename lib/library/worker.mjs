// The thread that does long jobs, off the path of requests. It stands outside the bundle, and
// runs the same TypeScript as the command line does.
import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { runners } = await import('./runners.ts');
parentPort.on('message', async ({ id, name, input }) => {
  try {
    const result = await runners[name](input, (share) => parentPort.postMessage({ id, share }));
    parentPort.postMessage({ id, result });
  } catch (error) {
    parentPort.postMessage({ id, error: String(error?.stack ?? error) });
  }
});
