/** A siglum names an edition in its work, a file on disk and a place in a URL. */
export const siglumPattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u;
/** The folder of a library that holds dictionaries; no work is called so. */
export const dictionariesFolder = 'dictionaries';

const slugPattern = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

/** Whether a name can be a work's: lower case, so that it is one folder on every file system. */
export const isSlug = (name: string): boolean =>
  slugPattern.test(name) && name !== dictionariesFolder;
