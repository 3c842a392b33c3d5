import { Command } from 'commander';
import { databaseUrl } from '../core/config';
import { InputError } from '../core/errors';
import { print, printJson } from './output';

export function workerCommand(): Command {
  return new Command('worker')
    .option('--json', 'print a line of JSON for each job')
    .action(async ({ json }: { json?: boolean }) => {
      if (!databaseUrl()) {
        throw new InputError('no database is named', {
          remedy: 'set DATABASE_URL to the address of the library’s database',
        });
      }
      const report = (message: string, more: Record<string, unknown> = {}) => {
        if (json) printJson({ message, ...more });
        else
          print(
            [message, ...Object.entries(more).map(([key, value]) => `${key} ${value}`)].join(', '),
          );
      };
      const { startWorker } = await import('../jobs/worker');
      const { closeQueues } = await import('../jobs/queue');
      const stop = await startWorker(report);
      report('waiting for jobs');
      await new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
      });
      await stop();
      await closeQueues();
      // The job under way is left: its lock ends with this process, and another takes it.
      process.exit(0);
    });
}
