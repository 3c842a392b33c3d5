import type { Element } from 'xast';
import { InputError, inFile } from '../../core/errors';
import type { EditionDraft } from '../../edition/read';
import { unpack } from '../archive';
import { type GivenFile, type IngestedDocument, Losses } from '../document';
import { metadataFrom } from '../metadata';
import { distinct, nameOfColumn, siglumFrom } from '../parallel';
import { allOf, attribute, childrenOf, localName, parseXml } from '../xml/read';
import { xmlRoot } from '../xml/root';
import { type InterTextText, readInterTextText } from './read-text';

/** Elements of two texts that correspond: of `toDoc`, and of `fromDoc`. */
interface Link {
  ids: [string[], string[]];
  confirmed: boolean;
  line?: number;
}

/** What an alignment file says: names of two texts, and links between them. */
interface Alignment {
  name: string;
  /** `toDoc` and `fromDoc`. */
  texts: [string, string];
  links: Link[];
}

const headLength = 16 * 1024;

/** Whether a file is an alignment of InterText, or one of the same form (cesAlign, as OPUS has it). */
export function isAlignment({ bytes }: Pick<GivenFile, 'bytes'>): boolean {
  const head = Buffer.from(bytes.subarray(0, headLength)).toString('utf8').replaceAll('\0', '');
  return /^(?:linkGrp|cesAlign)$/.test(xmlRoot(head)?.name ?? '');
}

/**
 * Reads one text of InterText, or an archive of texts with the alignments between them.
 * @throws InputError for an alignment, which needs its texts.
 */
export async function readInterText({ bytes, name }: GivenFile): Promise<IngestedDocument> {
  if (Buffer.from(bytes.subarray(0, 2)).toString('latin1') === 'PK') {
    const parts = await unpack(bytes, (entry) => /\.xml$/i.test(entry));
    const files = [...parts].map(([entry, content]) => ({ name: entry, bytes: content }));
    if (files.some(isAlignment)) return readAlignedTexts(files);
    throw new InputError('the archive holds no alignment of InterText', {
      file: name,
      remedy: 'unpack it, and give the files in it',
    });
  }
  if (isAlignment({ bytes })) {
    const { texts } = readAlignment({ bytes, name });
    throw new InputError('an alignment of InterText is not a text', {
      file: name,
      remedy: `give it together with its texts, ${texts.join(' and ')}; on the page “Add a text”, in one ZIP file`,
    });
  }
  const losses = new Losses();
  const { segments, language, title } = readInterTextText(bytes, name, losses);
  return {
    editions: [{ ...metadataFrom({ language, title }), segments, warnings: losses.warnings() }],
  };
}

/**
 * Reads texts of InterText with the alignments between them: an edition for each text, whose segments
 * are the elements that are aligned, and as rows what a person has confirmed (`status="man"`, or no
 * status at all). The first edition is the one with which most others are aligned.
 *
 * @throws InputError for texts that are not given, or files that are not XML.
 */
export function readAlignedTexts(files: readonly GivenFile[]): IngestedDocument {
  const alignments = files.filter(isAlignment).map(readAlignment);
  const texts = files.filter((file) => !isAlignment(file));
  const pairs = alignments.map((alignment) => pairOf(alignment, texts));
  const order = inOrder(texts.length, pairs);
  const losses = new Losses();
  const ids = texts.map(
    (_, text) =>
      new Set(
        alignments.flatMap(({ links }, k) =>
          pairs[k].flatMap((each, side) =>
            each === text ? links.flatMap((link) => link.ids[side]) : [],
          ),
        ),
      ),
  );
  const read = order.map((text, k) => {
    const { bytes, name } = texts[text];
    const own = k === 0 ? losses : new Losses();
    return { ...inFile(name, () => readInterTextText(bytes, name, own, ids[text])), own };
  });
  const rows = alignments.flatMap((alignment, k) =>
    rowsOf(
      alignment,
      pairs[k].map((text) => order.indexOf(text)) as [number, number],
      read,
      losses,
    ),
  );
  const names = order.map((text) => versionName(texts[text].name));
  const sigla = distinct(names.map((name, k) => siglumFrom(name, `text-${k + 1}`)));
  return {
    editions: read.map(
      ({ segments, language, title, own }, k): EditionDraft => ({
        ...metadataFrom({ title, language: language ?? nameOfColumn(names[k]).language }),
        siglum: sigla[k],
        segments,
        warnings: own.warnings(),
      }),
    ),
    rows,
  };
}

function readAlignment({ bytes, name }: GivenFile): Alignment {
  const tree = inFile(name, () => parseXml(bytes, name));
  const groups = [...allOf(tree, 'linkGrp')];
  const [group] = groups;
  const [to, from] = ['toDoc', 'fromDoc'].map((each) => group && attribute(group, each));
  if (!to || !from || groups.length > 1) {
    throw new InputError(
      groups.length > 1
        ? 'the alignment joins more than two texts'
        : 'the alignment does not say which texts it joins',
      {
        file: name,
        line: group?.position?.start.line,
        remedy: 'give one linkGrp with the attributes toDoc and fromDoc',
      },
    );
  }
  // InterText names the elements of `toDoc` first, the Corpus Encoding Standard those of `fromDoc`.
  const isCes = childrenOf(tree).some((root) => localName(root) === 'cesAlign');
  const links = childrenOf(group, 'link').map((link) => linkOf(link, isCes));
  return { name, texts: [to, from], links };
}

function linkOf(link: Element, isCes: boolean): Link {
  const sides = (attribute(link, 'xtargets') ?? '').split(';');
  const idsOf = (side: number) => (sides[side] ?? '').split(/\s+/).filter((id) => id !== '');
  const status = attribute(link, 'status');
  return {
    ids: isCes ? [idsOf(1), idsOf(0)] : [idsOf(0), idsOf(1)],
    confirmed: status === undefined || status === 'man',
    line: link.position?.start.line,
  };
}

/** A file's name without its folders, its ending and that of its archive. */
const plainName = (name: string): string =>
  name
    .replace(/^.*[\\/]/, '')
    .replace(/\.gz$/i, '')
    .replace(/\.xml$/i, '')
    .toLowerCase();

/** What InterText calls a version of a text: `cs` of `babicka.cs.xml`. */
const versionName = (name: string): string =>
  name
    .replace(/^.*[\\/]/, '')
    .replace(/\.xml$/i, '')
    .replace(/^.*\./, '');

/** Which of the texts given an alignment joins, `toDoc` first. */
function pairOf({ name, texts: named }: Alignment, texts: readonly GivenFile[]): [number, number] {
  const found = named.map((each) => {
    const at = texts.findIndex((text) => plainName(text.name) === plainName(each));
    if (at >= 0) return at;
    throw new InputError(`the alignment joins “${each}”, which is not given`, {
      file: name,
      remedy: 'give that file, too, under that name',
    });
  });
  if (found[0] !== found[1]) return found as [number, number];
  throw new InputError('the alignment joins a text with itself', {
    file: name,
    remedy: 'give toDoc and fromDoc the names of two files',
  });
}

/** The texts in the order of their editions: the one that is in most alignments first. */
function inOrder(count: number, pairs: readonly (readonly number[])[]): number[] {
  const all = Array.from({ length: count }, (_, k) => k);
  const times = (text: number) => pairs.filter((pair) => pair.includes(text)).length;
  const most = Math.max(...all.map(times));
  // Of two alike, the one from which InterText aligns.
  const from = pairs[0]?.find((text, side) => side === 1 && times(text) === most);
  const first = from ?? all.find((text) => times(text) === most) ?? 0;
  return [first, ...all.filter((text) => text !== first)];
}

function rowsOf(
  { links, texts }: Alignment,
  [to, from]: [number, number],
  read: readonly InterTextText[],
  losses: Losses,
): (number[] | null)[][] {
  return links.flatMap(({ ids, confirmed, line }): (number[] | null)[][] => {
    if (ids.every(({ length }) => length === 0)) return [];
    if (to !== 0 && from !== 0) {
      losses.add(
        `links between ${texts[1]} and ${texts[0]}, which are not of the first text`,
        line,
      );
      return [];
    }
    if (!confirmed) {
      losses.add('links that nobody has confirmed', line);
      return [];
    }
    const cells = [to, from].map((edition, side) =>
      ids[side].map((id) => read[edition].byId.get(id) ?? -1),
    );
    if (cells.some((cell) => cell.includes(-1))) {
      losses.add('links to elements that the texts do not have', line);
      return [];
    }
    return [read.map((_, k) => (k === to ? cells[0] : k === from ? cells[1] : null))];
  });
}
