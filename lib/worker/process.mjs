// A process that reads files nobody vouches for; `lib/jobs/bounded.ts` ends it when one takes too
// much. Like the thread beside it, it is outside the bundle of the pages.
import { Worker } from 'node:worker_threads';
import { importBuilt } from '../built.mjs';

// Busy with a file it would not notice that its parent is gone: a thread looks for it.
new Worker(
  `const { workerData: parent } = require('node:worker_threads');
   setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL'); }, 500);`,
  { eval: true, workerData: Number(process.argv[2]) },
).unref();
process.on('disconnect', () => process.exit(0));
// A Ctrl-C is for the parent, which ends this one.
process.on('SIGINT', () => {});

const { runReader } = await importBuilt('worker/readers');
process.on('message', async ({ name, input }) => {
  process.send(await runReader(name, input, (part) => process.send({ part })));
});
process.send({ ready: true });
