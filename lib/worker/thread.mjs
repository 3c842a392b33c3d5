// The thread that runs long jobs, off the path of requests. It is outside the bundle of the
// pages.
import { parentPort } from 'node:worker_threads';
import { importBuilt } from '../built.mjs';

const { runOf } = await importBuilt('worker/registry');
parentPort.on('message', async ({ id, name, input }) => {
  try {
    const result = await runOf(name)(input, (share) => parentPort.postMessage({ id, share }));
    parentPort.postMessage({ id, result });
  } catch (error) {
    parentPort.postMessage({ id, error: String(error?.stack ?? error) });
  }
});
