import tab from '@bomb.sh/tab/commander';
import type { Command } from 'commander';
import { libraryFolder } from '../core/config';
import { editionKinds } from '../edition/model';
import { exportFormats } from '../studies/export-work';
import { listWorks } from '../works/load';

/** The name of the command that prints a shell’s script, and completes for it. */
export const completionName = 'completion';

/** Adds completion for zsh, bash, fish and PowerShell: commands, options, works, forms. */
export function addCompletion(program: Command): void {
  const completion = tab(program, { completionCommandName: completionName });
  const works = () => {
    try {
      return listWorks(libraryFolder());
    } catch {
      return [];
    }
  };
  const values: Record<string, () => readonly string[]> = {
    work: works,
    format: () => exportFormats,
    kind: () => editionKinds,
  };
  for (const [name, command] of completion.commands) {
    for (const [option, give] of Object.entries(values)) {
      const known = command.options.get(option);
      // A collation has forms of its own.
      if (!known || (option === 'format' && name !== 'export')) continue;
      known.handler = (complete) => {
        for (const value of give()) complete(value, '');
      };
    }
    const first = command.arguments.get('work');
    if (!first) continue;
    first.handler = (complete) => {
      for (const value of works()) complete(value, '');
    };
  }
}
