// The thread that runs long jobs, off the path of requests. It is outside the bundle of the
// pages.
import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { importBuilt } from '../built.mjs';

// Requests to a server come first. On Linux a priority belongs to the thread that sets it; elsewhere it
// would hold for the process that answers the requests, too.
if (workerData.yields && process.platform === 'linux') {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}

const { runJobHere } = await importBuilt('worker/registry');
parentPort.on('message', async ({ name, input }) => {
  const report = (share) => parentPort.postMessage({ share });
  parentPort.postMessage(await runJobHere(name, input, report));
});
