import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../core/errors';
import { processWide } from '../core/process-wide';
import { isPublic } from './settings';

// Without accounts, whoever started the server may write: who that is shows a token that only the
// terminal has shown. It is good for once, and gives the browser a cookie for as long as the server runs.

/** By which `serve` hands the key of a run to the process that answers. */
export const ownerKeyVariable = 'VARIORUM_OWNER_KEY';

/**
 * By which `serve` names a folder to its processes, where there are several: each token that one of
 * them has taken is a file there, so that none takes it again.
 */
export const usedTokensVariable = 'VARIORUM_USED_TOKENS';

/** Shorter tokens of the host's own can be guessed. */
const shortest = 24;

/** Whether there is an owner at all: not where people have accounts, or nobody may write. */
export const hasOwner = (): boolean => !isPublic();

const run = processWide('owner of the library', () => ({
  key: process.env[ownerKeyVariable] || randomBytes(32).toString('base64url'),
  /** How many tokens have been used. */
  used: 0,
}));

export const newOwnerKey = (): string => randomBytes(32).toString('base64url');

const sign = (key: string, what: string): string =>
  createHmac('sha256', key).update(what).digest('base64url');

/** The first token of a run with a key. */
export const firstToken = (key: string): string => process.env.VARIORUM_TOKEN || tokenOf(key, 0);

const tokenOf = (key: string, used: number): string => sign(key, `token ${used}`).slice(0, 32);

/** The token that is good now: the host's own, `VARIORUM_TOKEN`, always; else each for once. */
export const currentToken = (): string => process.env.VARIORUM_TOKEN || tokenOf(run.key, used());

function used(): number {
  const shared = process.env[usedTokensVariable];
  return shared ? readdirSync(shared).length : run.used;
}

/** Notes that the current token is used. @returns false where another process was first. */
function use(): boolean {
  const shared = process.env[usedTokensVariable];
  if (!shared) {
    run.used++;
    return true;
  }
  try {
    writeFileSync(path.join(shared, String(used())), '', { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

/** @throws InputError for a token of the host's own that can be guessed. */
export function checkOwnToken(): void {
  const own = process.env.VARIORUM_TOKEN;
  if (!own || own.length >= shortest) return;
  throw new InputError(`VARIORUM_TOKEN is shorter than ${shortest} characters`, {
    remedy: 'make one with “openssl rand -base64 32”, or leave it out',
  });
}

/** The cookie of this run. Cookies do not tell ports apart, so its name does. */
export function ownerCookie(): { name: string; value: string } {
  const name = `variorum_owner_${sign(run.key, 'name').slice(0, 12).replace(/[^\w]/g, '0')}`;
  return { name, value: sign(run.key, 'cookie') };
}

/** Takes a token. @returns whether it was good; one of a run is not good again. */
export function takeToken(token: string): boolean {
  if (!hasOwner() || !same(token, currentToken())) return false;
  return Boolean(process.env.VARIORUM_TOKEN) || use();
}

/** Whether the headers of a request are the owner's: the cookie of this run, or the host's own token. */
export function isOwner(headers: Headers): boolean {
  if (!hasOwner()) return false;
  const { name, value } = ownerCookie();
  const [, sent] = new RegExp(`(?:^|;\\s*)${name}=([^;]*)`).exec(headers.get('cookie') ?? '') ?? [];
  if (sent !== undefined && same(sent, value)) return true;
  const [, bearer] = /^Bearer (.+)$/i.exec(headers.get('authorization') ?? '') ?? [];
  const own = process.env.VARIORUM_TOKEN;
  return own !== undefined && own !== '' && bearer !== undefined && same(bearer, own);
}

/** Compares in a time that says nothing of where two texts differ. */
function same(one: string, other: string): boolean {
  const [x, y] = [one, other].map((text) => createHmac('sha256', 'length').update(text).digest());
  return timingSafeEqual(x, y);
}

/** The address that makes a browser the owner's. */
export const ownerAddress = (origin: string, token: string): string =>
  `${origin}/?token=${encodeURIComponent(token)}`;
