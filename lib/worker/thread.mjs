// The thread that runs long jobs, off the path of requests. It is outside the bundle, and runs the
// same TypeScript as the command line does.
import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { runOf } = await import('./registry.ts');
parentPort.on('message', async ({ id, name, input }) => {
  try {
    const result = await runOf(name)(input, (share) => parentPort.postMessage({ id, share }));
    parentPort.postMessage({ id, result });
  } catch (error) {
    parentPort.postMessage({ id, error: String(error?.stack ?? error) });
  }
});
