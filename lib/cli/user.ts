import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { allWorks, isRole, roles } from '../accounts/roles';
import { accountsOn } from '../accounts/settings';
import { InputError } from '../core/errors';
import { refreshLibrary } from '../store/open';
import { loadWork } from '../works/load';
import { print, printJson } from './output';

// Loaded when it is asked for: help needs no accounts.
const accounts = () => import('../accounts/people');

interface Options {
  json?: boolean;
}

/** `variorum user`: who may sign in to a hosted library, and what they may do there. */
export function userCommand(): Command {
  const command = new Command('user');
  const add = (name: string, description: string) =>
    command
      .command(name)
      .description(description)
      .option('--json', 'print JSON')
      .hook('preAction', needAccounts);
  add('add', 'Make an account; the password is read from standard input.')
    .argument('<email>', 'address to sign in with')
    .option('--name <name>', 'name that others see; the address by default')
    .option('--role <role>', `role in all works: ${roles.join(', ')}`)
    .action(async (email: string, { name = email, role, json }: NewUser) => {
      const given = roleOf(role);
      const { addPerson, grant } = await accounts();
      const person = await addPerson({ email, name, password: await passwordGiven() });
      if (given) await grant(person.id, allWorks, given);
      if (json) printJson(person);
      else print(`${person.email} may sign in${given ? `, as ${given} of all works` : ''}`);
    });
  add('password', 'Give an account another password, read from standard input.')
    .argument('<email>')
    .action(async (email: string, { json }: Options) => {
      const { setPassword } = await accounts();
      await setPassword(email, await passwordGiven());
      if (json) printJson({ email });
      else print(`${email} signs in with the new password from now on`);
    });
  add('list', 'List accounts and roles.').action(async ({ json }: Options) => {
    const { listPeople, members } = await accounts();
    const [people, held] = [await listPeople(), await members(null)];
    const listed = people.map((person) => ({
      ...person,
      roles: held.filter(({ id }) => id === person.id).map(({ work, role }) => ({ work, role })),
    }));
    if (json) {
      printJson({ users: listed });
      return;
    }
    for (const { email, name, roles: its } of listed) {
      const roles = its.map(({ work, role }) => `${role} of ${work === allWorks ? 'all' : work}`);
      print(`${email}  ${name}${roles.length > 0 ? `  (${roles.join(', ')})` : ''}`);
    }
    if (listed.length === 0) print('no accounts yet');
  });
  add('remove', 'Take an account away; what was written with it stays.')
    .argument('<email>')
    .action(async (email: string, { json }: Options) => {
      const { removePerson } = await accounts();
      await removePerson(email);
      if (json) printJson({ removed: email });
      else print(`${email} may not sign in any more`);
    });
  add('grant', 'Give someone a role in a work, or in all; “none” takes it away.')
    .argument('<email>')
    .argument('<role>', [...roles, 'none'].join(', '))
    .argument('[work]', 'slug of a work; all works otherwise')
    .option('--work <slug>', 'the same, as an option')
    .action(async (email: string, role: string, named: string | undefined, options: Grant) => {
      const { json } = options;
      const work = named ?? options.work;
      if (named && options.work && named !== options.work) {
        throw new InputError(`two works are named, “${named}” and “${options.work}”`, {
          remedy: 'grant a role in one work at a time',
        });
      }
      const given = role === 'none' ? null : roleOf(role);
      if (work) {
        await refreshLibrary();
        await loadWork(work);
      }
      const { findPerson, grant } = await accounts();
      const { id } = await findPerson(email);
      await grant(id, work ?? allWorks, given ?? null);
      if (json) printJson({ email, role: given, work: work ?? null });
      else print(`${email} is ${given ?? 'nothing more'} of ${work ?? 'all works'}`);
    });
  for (const each of command.commands) {
    each.exitOverride().configureOutput({ outputError: () => {} });
  }
  return command;
}

interface Grant extends Options {
  work?: string;
}

interface NewUser extends Options {
  name?: string;
  role?: string;
}

async function passwordGiven(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('Password, then Enter and Ctrl-D:\n');
  return (await text(process.stdin)).replace(/\r?\n$/, '');
}

function needAccounts(): void {
  if (accountsOn()) return;
  throw new InputError('no accounts are configured', {
    remedy: 'set DATABASE_URL, and VARIORUM_SECRET to what “openssl rand -base64 32” prints',
  });
}

function roleOf(text: string | undefined) {
  if (text === undefined || isRole(text)) return text;
  throw new InputError(`“${text}” is not a role`, { remedy: `choose one of ${roles.join(', ')}` });
}
