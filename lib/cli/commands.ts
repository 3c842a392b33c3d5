import { Command } from 'commander';

interface CommandEntry {
  description: string;
  load: () => Promise<Command>;
}

/** Commands by name. Each is loaded when it is called: none waits for what another needs. */
const commands: Record<string, CommandEntry> = {
  align: {
    description: 'Align two files: which segments of A correspond to which of B.',
    load: async () => (await import('./align')).alignCommand(),
  },
  backup: {
    description: 'Copy the library with its history, and accounts where it has them, as a backup.',
    load: async () => (await import('./backup')).backupCommand(),
  },
  cache: {
    description: 'Show where computed results are kept and how large they are, or clear them.',
    load: async () => (await import('./cache')).cacheCommand(),
  },
  check: {
    description: 'Validate a library, or one work of it, and name file and line of what is wrong.',
    load: async () => (await import('./check')).checkCommand(),
  },
  checklist: {
    description: 'List likely slips of translations, or write them as CSV.',
    load: async () => (await import('./checklist')).checklistCommand(),
  },
  collate: {
    description: 'Collate witnesses word by word: which words of each stand in one place.',
    load: async () => (await import('./collate')).collateCommand(),
  },
  dictionaries: {
    description: 'List the bilingual dictionaries that are found, and for which languages.',
    load: async () => (await import('./dictionaries')).dictionariesCommand(),
  },
  export: {
    description: 'Write a work, with its alignment, in another format.',
    load: async () => (await import('./export')).exportCommand(),
  },
  history: {
    description: 'List what saves have replaced in a work, the latest first.',
    load: async () => (await import('./history')).historyCommand(),
  },
  images: {
    description: 'List the pictures of an edition’s pages, or take them from a IIIF manifest.',
    load: async () => (await import('./images')).imagesCommand(),
  },
  import: {
    description: 'Add a text to the library as an edition; several files are its parts, in order.',
    load: async () => (await import('./import')).importCommand(),
  },
  init: {
    description: 'Make a folder for a library, with a small work to begin from.',
    load: async () => (await import('./init')).initCommand(),
  },
  diff: {
    description: 'Show where two texts differ, word by word. Texts are compared to the letter.',
    load: async () => (await import('./diff')).diffCommand(),
  },
  pull: {
    description:
      'Bring what changed in the database into the library folder. DATABASE_URL names it.',
    load: async () => (await import('./move')).moveCommand('pull'),
  },
  push: {
    description:
      'Bring what changed in the library folder into the database. DATABASE_URL names it.',
    load: async () => (await import('./move')).moveCommand('push'),
  },
  restore: {
    description: 'Put back what saves have replaced or removed; what is there now is kept.',
    load: async () => (await import('./history')).restoreCommand(),
  },
  score: {
    description: 'Score an alignment against gold: strict and lax precision, recall and F1.',
    load: async () => (await import('./score')).scoreCommand(),
  },
  search: {
    description: 'Search the library: each hit beside what the other editions have there.',
    load: async () => (await import('./search')).searchCommand(),
  },
  serve: {
    description: 'Serve the library as a web site; builds it first if need be.',
    load: async () => (await import('./serve')).serveCommand(),
  },
  site: {
    description: 'Write the library as static pages that any web server can serve.',
    load: async () => (await import('./site')).siteCommand(),
  },
  stats: {
    description: 'Count and compare the editions of a work.',
    load: async () => (await import('./stats')).statsCommand(),
  },
  terms: {
    description: 'List the terms of a work; bring terms in, or write them as TBX or CSV.',
    load: async () => (await import('./terms')).termsCommand(),
  },
  user: {
    description: 'Manage who may sign in to a library in a database, and what they may do.',
    load: async () => (await import('./user')).userCommand(),
  },
  watch: {
    description: 'Check and align each work again whenever its files change, until stopped.',
    load: async () => (await import('./watch')).watchCommand(),
  },
  worker: {
    description: 'Run the long jobs of a library in a database, one after another, until stopped.',
    load: async () => (await import('./worker')).workerCommand(),
  },
};

export const isCommand = (name: string): boolean => Object.hasOwn(commands, name);

/**
 * All commands in order: the one that is called with its options, the others with name and
 * description alone, as help and completion list them.
 */
export async function listCommands(called: string): Promise<Command[]> {
  const listed: Command[] = [];
  for (const [name, { description, load }] of Object.entries(commands)) {
    const command = name === called ? await load() : new Command(name);
    listed.push(command.description(description));
  }
  return listed;
}
