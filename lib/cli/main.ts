import { Command, CommanderError } from 'commander';
import { InputError } from '../core/errors';

/** Commands by name, each loaded when it is asked for: none waits for what another needs. */
const commands: Record<string, () => Promise<Command>> = {
  align: async () => (await import('./align')).alignCommand(),
  check: async () => (await import('./check')).checkCommand(),
  collate: async () => (await import('./collate')).collateCommand(),
  export: async () => (await import('./export')).exportCommand(),
  history: async () => (await import('./history')).historyCommand(),
  import: async () => (await import('./import')).importCommand(),
  init: async () => (await import('./init')).initCommand(),
  diff: async () => (await import('./diff')).diffCommand(),
  pull: async () => (await import('./move')).moveCommand('pull'),
  push: async () => (await import('./move')).moveCommand('push'),
  restore: async () => (await import('./history')).restoreCommand(),
  score: async () => (await import('./score')).scoreCommand(),
  search: async () => (await import('./search')).searchCommand(),
  serve: async () => (await import('./serve')).serveCommand(),
  site: async () => (await import('./site')).siteCommand(),
  stats: async () => (await import('./stats')).statsCommand(),
  user: async () => (await import('./user')).userCommand(),
  watch: async () => (await import('./watch')).watchCommand(),
  worker: async () => (await import('./worker')).workerCommand(),
};

/** The command line. Exits 0 on success, 2 with one line on standard error for bad input. */
export async function main(argv: string[]): Promise<void> {
  // A reader such as `head` may close the pipe early; that is its right, not an error.
  if (!process.stdout.listeners('error').includes(endWithReader)) {
    process.stdout.on('error', endWithReader);
  }
  const program = new Command('variorum')
    .description('Read one work in many editions: aligned by paragraph, compared by word.')
    .version('0.1.0')
    .showHelpAfterError(false)
    .exitOverride()
    .configureOutput({ outputError: () => {} });
  // Without a command that is known, all are loaded, so that help and errors can name them.
  const asked = commands[argv[2]];
  for (const load of asked ? [asked] : Object.values(commands)) {
    program.addCommand((await load()).exitOverride().configureOutput({ outputError: () => {} }));
  }
  // The script of a shell, and what it asks while one types.
  if (!asked) (await import('./completion')).addCompletion(program);
  program.hook('preAction', (_, command) => bringUpToDate(command));
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
  } finally {
    if (process.env.DATABASE_URL) await (await import('../store/open')).closeLibrary();
  }
}

function endWithReader(error: NodeJS.ErrnoException): never {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
}

/** A command on a library that is kept in a database reads this machine's copy, as it is now. */
async function bringUpToDate(command: Command): Promise<void> {
  if (!process.env.DATABASE_URL || ['push', 'pull', 'serve'].includes(command.name())) return;
  const onLibrary = command.options.some(({ long }) => long === '--library');
  if (!onLibrary || command.opts().library !== undefined) return;
  await (await import('../store/open')).refreshLibrary();
}

function fail(message: string): void {
  process.stderr.write(`variorum: ${message.replace(/\s+/g, ' ')}\n`);
  process.exitCode = 2;
}
