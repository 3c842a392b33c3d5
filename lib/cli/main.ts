import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { InputError } from '../core/errors';
import { installationFolder } from '../core/installed';
import { isCommand, listCommands } from './commands';

/** The command line. Exits 0 on success, 2 with one line on standard error for bad input. */
export async function main(argv: string[]): Promise<void> {
  // A reader such as `head` may close the pipe early; that is its right, not an error.
  if (!process.stdout.listeners('error').includes(endWithReader)) {
    process.stdout.on('error', endWithReader);
  }
  const program = new Command('variorum')
    .description('Read one work in many editions: aligned by paragraph, compared by word.')
    .version(version(), '-V, --version')
    .showHelpAfterError(false)
    .exitOverride()
    .configureOutput({ outputError: () => {} });
  const called = calledCommand(argv);
  for (const command of await listCommands(called)) {
    program.addCommand(command.exitOverride().configureOutput({ outputError: () => {} }));
  }
  // The script of a shell, and what it asks while one types.
  if (called !== argv[2]) await (await import('./completion')).addCompletion(program, called);
  program.hook('preAction', (_, command) => bringUpToDate(command));
  try {
    await program.parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return;
      // With no command given, commander has printed the help.
      if (error.code === 'commander.help') process.exitCode = 2;
      else fail(usageError(error, called), argv);
    } else if (error instanceof InputError) fail(error, argv);
    else throw error;
  } finally {
    if (process.env.DATABASE_URL) await (await import('../store/open')).closeLibrary();
  }
}

/**
 * The name of the command that runs, or that a shell completes: its request is
 * `complete -- <words so far>`. Any other word is not the name of one.
 */
function calledCommand(argv: readonly string[]): string {
  const first = argv[2] ?? '';
  const completes = first === 'complete' && argv[3] === '--';
  const name = (completes ? argv[4] : first) ?? '';
  return isCommand(name) ? name : '';
}

function version(): string {
  const manifest = path.join(installationFolder(), 'package.json');
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
}

function usageError({ message }: CommanderError, called: string): InputError {
  const name = called ? `variorum ${called}` : 'variorum';
  return new InputError(message.replace(/^error: |\.$/g, ''), { remedy: `see “${name} --help”` });
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

/** One line on standard error: JSON where JSON is asked for. */
function fail(error: InputError, argv: readonly string[]): void {
  const { code, message, file, line, remedy, oneLine } = error;
  process.stderr.write(
    argv.includes('--json')
      ? `${JSON.stringify({ error: { code, message, file, line, remedy } })}\n`
      : `variorum: ${oneLine}\n`,
  );
  process.exitCode = 2;
}
