import { strToU8, zipSync } from 'fflate';
import { readDocument } from '../lib/formats/registry';

/** The editions of a file as they are read. */
export const readAll = async (name: string, content: string | Uint8Array) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return readDocument({ name, bytes });
};

export const read = async (name: string, content: string | Uint8Array) =>
  (await readAll(name, content)).editions[0];

/** The edition of an archive, whose files are given by their paths in it. */
export const readPacked = (name: string, files: Record<string, string>) =>
  read(
    name,
    zipSync(
      Object.fromEntries(Object.entries(files).map(([path, content]) => [path, strToU8(content)])),
    ),
  );

type Draft = Awaited<ReturnType<typeof read>>;

/** The texts of the segments of an edition. */
export const textsOf = ({ segments }: Pick<Draft, 'segments'>): string[] =>
  segments.map(({ text }) => text);

/** The segments of an edition, each by its kind, its number and its text. */
export const shape = ({ segments }: Pick<Draft, 'segments'>) =>
  segments.map(({ kind, label, text }) => [kind, label, text]);

/** The segments of an edition, each by its kind and its text. */
export const kindsAndTexts = ({ segments }: Pick<Draft, 'segments'>) =>
  segments.map(({ kind, text }) => [kind, text]);

/** The spans of an edition, each by its kind, its start and its target. */
export const spansOf = ({ segments }: Pick<Draft, 'segments'>) =>
  segments.flatMap(({ spans }) => spans.map(({ kind, start, target }) => [kind, start, target]));

/** What the segments of an edition say, each with its number: “2. The text”. */
export const lines = ({ segments }: Draft): string[] =>
  segments.map(
    ({ kind, label, text }) => `${kind}: ${label === undefined ? '' : `${label} `}${text}`,
  );

/** The messages about an edition. */
export const messages = ({ warnings }: Draft): string[] => warnings.map(({ message }) => message);

/** What is reported as changed, left out or kept apart, in the order of its places. */
export const reported = ({ warnings }: Draft): string[] =>
  warnings.flatMap(({ omitted: each }) => each?.what ?? []);

/** What is reported as left out or kept apart, with its words. */
export const omitted = ({ warnings }: Draft): Record<string, string[]> =>
  Object.fromEntries(
    warnings.flatMap(({ omitted: each }) =>
      each ? [[each.what, each.words.map(({ text }) => text)]] : [],
    ),
  );
