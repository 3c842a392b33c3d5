import { z } from 'zod';
import { InputError } from '../core/errors';
import { check } from '../core/json';
import { askDatabase, type Database, libraryDatabase } from '../store/database';
import { accounts, shortestPassword } from './auth';
import { allWorks, type Role } from './roles';

/** Someone with an account. */
export interface Person {
  id: string;
  email: string;
  name: string;
}

export interface Member extends Person {
  work: string;
  role: Role;
}

const newPerson = z.object({
  email: z.email('must be an e-mail address').max(200),
  name: z.string().trim().min(1, 'must not be empty').max(200),
  password: z
    .string()
    .min(shortestPassword, `must have at least ${shortestPassword} characters`)
    .max(128, 'must have at most 128 characters'),
});

const ask = <T>(question: (tables: Database['tables']) => Promise<T>): Promise<T> =>
  askDatabase(libraryDatabase(), ({ tables }) => question(tables));

/** Makes an account. @throws InputError for what it cannot be made of, or where there is one. */
export async function addPerson(given: z.input<typeof newPerson>): Promise<Person> {
  const { email, name, password } = check(newPerson, given);
  const { internalAdapter, password: passwords } = await (await accounts()).$context;
  if (await internalAdapter.findUserByEmail(email.toLowerCase())) {
    throw new InputError(`there is an account for ${email} already`, {
      remedy: 'grant it a role, or remove it first',
    });
  }
  const user = await internalAdapter.createUser(
    { email: email.toLowerCase(), name },
    { method: 'admin' },
  );
  await internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: await passwords.hash(password),
  });
  return { id: user.id, email: user.email, name: user.name };
}

/** Everyone with an account, by address. */
export async function listPeople(): Promise<Person[]> {
  const { internalAdapter } = await (await accounts()).$context;
  const users = await internalAdapter.listUsers(10_000, 0, { field: 'email', direction: 'asc' });
  return users.map(({ id, email, name }) => ({ id, email, name }));
}

/** @throws InputError where there is no such account. */
export async function findPerson(email: string): Promise<Person> {
  const { internalAdapter } = await (await accounts()).$context;
  const found = await internalAdapter.findUserByEmail(email.trim().toLowerCase());
  if (found) return { id: found.user.id, email: found.user.email, name: found.user.name };
  throw new InputError(`there is no account for ${email.slice(0, 200)}`, {
    remedy: 'make one with “variorum user add”',
  });
}

/** Takes an account away, with its sessions and roles. What was written stays. */
export async function removePerson(email: string): Promise<void> {
  const { id } = await findPerson(email);
  const { internalAdapter } = await (await accounts()).$context;
  await internalAdapter.deleteUserSessions(id);
  await internalAdapter.deleteUser(id);
  await ask((tables) => tables.deleteFrom('library_member').where('user_id', '=', id).execute());
}

/** Gives an account another password; who is signed in with the old one is signed out. */
export async function setPassword(email: string, password: string): Promise<void> {
  const { password: checked } = check(newPerson.pick({ password: true }), { password });
  const { id } = await findPerson(email);
  const { internalAdapter, password: passwords } = await (await accounts()).$context;
  await internalAdapter.updatePassword(id, await passwords.hash(checked));
  await internalAdapter.deleteUserSessions(id);
}

/** Gives someone a role in a work, in place of what they had; null takes it away. */
export async function grant(userId: string, work: string, role: Role | null): Promise<void> {
  await ask(async (tables): Promise<unknown> => {
    if (role === null) {
      return tables
        .deleteFrom('library_member')
        .where('user_id', '=', userId)
        .where('work', '=', work)
        .execute();
    }
    return tables
      .insertInto('library_member')
      .values({ user_id: userId, work, role })
      .onConflict((conflict) => conflict.columns(['user_id', 'work']).doUpdateSet({ role }))
      .execute();
  });
}

/** The roles of someone that bear on a work: in it, and in all works. */
export async function rolesOf(userId: string, work: string): Promise<Role[]> {
  const found = await ask((tables) =>
    tables
      .selectFrom('library_member')
      .select('role')
      .where('user_id', '=', userId)
      .where('work', 'in', [work, allWorks])
      .execute(),
  );
  return found.map(({ role }) => role);
}

/** All roles of someone, in whatever work. */
export async function rolesAnywhere(userId: string): Promise<Role[]> {
  const found = await ask((tables) =>
    tables.selectFrom('library_member').select('role').where('user_id', '=', userId).execute(),
  );
  return found.map(({ role }) => role);
}

/** Who has a role in a work, or in all; `work` null for every role there is. */
export async function members(work: string | null): Promise<Member[]> {
  const people = new Map((await listPeople()).map((person) => [person.id, person]));
  const held = await ask((tables) => {
    const all = tables.selectFrom('library_member').selectAll().orderBy('work').orderBy('role');
    return (work === null ? all : all.where('work', 'in', [work, allWorks])).execute();
  });
  return held.flatMap(({ user_id, work: where, role }) => {
    const person = people.get(user_id);
    return person ? [{ ...person, work: where, role }] : [];
  });
}
