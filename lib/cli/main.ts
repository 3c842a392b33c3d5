import { Command, CommanderError } from 'commander';
import { InputError } from '../edition/errors';
import { alignCommand } from './align';
import { checkCommand } from './check';
import { collateCommand } from './collate';
import { diffCommand } from './diff';
import { scoreCommand } from './score';
import { serveCommand } from './serve';
import { statsCommand } from './stats';

/** The command line. Exits 0 on success, 2 with one line on standard error for bad input. */
export async function main(argv: string[]): Promise<void> {
  // A reader such as `head` may close the pipe early; that is its right, not an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const program = new Command('variorum')
    .description('Read one work in many editions: aligned by paragraph, compared by word.')
    .version('0.1.0')
    .showHelpAfterError(false)
    .exitOverride()
    .configureOutput({ outputError: () => {} });
  const commands = [
    alignCommand(),
    checkCommand(),
    collateCommand(),
    diffCommand(),
    scoreCommand(),
    serveCommand(),
    statsCommand(),
  ];
  for (const command of commands) {
    program.addCommand(command.exitOverride().configureOutput({ outputError: () => {} }));
  }
  try {
    await program.parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return;
      // With no command given, commander has printed the help.
      if (error.code === 'commander.help') process.exitCode = 2;
      else fail(`${error.message.replace(/^error: /, '')}; see “variorum --help”`);
    } else if (error instanceof InputError) fail(error.oneLine);
    else throw error;
  }
}

function fail(message: string): void {
  process.stderr.write(`variorum: ${message.replace(/\s+/g, ' ')}\n`);
  process.exitCode = 2;
}
