// The thread that aligns long works, off the path of requests. It stands outside the bundle, and
// runs the same TypeScript as the command line does.
import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { runAlignment } = await import('./alignment-job.ts');
parentPort.on('message', ({ id, job }) => {
  try {
    const result = runAlignment(job, (share) => parentPort.postMessage({ id, share }));
    parentPort.postMessage({ id, result });
  } catch (error) {
    parentPort.postMessage({ id, error: String(error?.stack ?? error) });
  }
});
