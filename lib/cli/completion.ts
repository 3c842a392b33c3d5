import tab from '@bomb.sh/tab/commander';
import type { Command } from 'commander';
import { libraryFolder } from '../core/config';

/** The name of the command that prints a shell’s script, and completes for it. */
export const completionName = 'completion';

/**
 * Adds completion for zsh, bash, fish and PowerShell: commands, options and their values, works.
 *
 * @param called the command that is being typed; the others have no options yet.
 */
export async function addCompletion(program: Command, called: string): Promise<void> {
  const completion = tab(program, { completionCommandName: completionName });
  const command = completion.commands.get(called);
  const places = [command?.options.get('work'), command?.arguments.get('work')];
  if (!places.some(Boolean)) return;
  const slugs = await works();
  for (const place of places) {
    if (!place) continue;
    place.handler = (complete) => {
      for (const slug of slugs) complete(slug, '');
    };
  }
}

async function works(): Promise<readonly string[]> {
  try {
    return (await import('../works/load')).listWorks(libraryFolder());
  } catch {
    return [];
  }
}
