/** What someone may be in a work, or in all of them. */
export const roles = ['reader', 'editor', 'owner'] as const;
export type Role = (typeof roles)[number];

export const isRole = (text: unknown): text is Role => roles.includes(text as Role);

/**
 * What can be done to a work. Reading it is open to all.
 *
 * - `note`: add notes, and change one's own.
 * - `edit`: confirm correspondences, add and replace editions, change anyone's notes.
 * - `manage`: say who may do what.
 * - `create`: add works; asked of all works, not of one.
 */
export type Act = 'note' | 'edit' | 'manage' | 'create';

const least: Record<Act, Role> = {
  note: 'reader',
  edit: 'editor',
  create: 'editor',
  manage: 'owner',
};

/** Whether a role, or the higher of two, suffices for an act. */
export function may(act: Act, ...held: readonly (Role | null)[]): boolean {
  const needed = roles.indexOf(least[act]);
  return held.some((role) => role !== null && roles.indexOf(role) >= needed);
}

/** In place of a work's slug: all works, also those to come. */
export const allWorks = '*';
