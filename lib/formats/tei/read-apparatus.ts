import type { PhrasingContent } from 'mdast';
import type { Element, Nodes } from 'xast';
import { childrenOf, localName, textOf } from '../xml/read';
import type { TeiContext } from './context';
import { lineEnd } from './lines';
import { type Witnesses, witnessesOf } from './read-witnesses';

/** Where witnesses begin, end and have gaps. */
const attestation = /^(witStart|witEnd|lacunaStart|lacunaEnd)$/;

/** Whether an element says where a witness begins, ends or has a gap: the witnesses it names, if any. */
export function attests(
  element: Element,
  witness: string,
  witnesses: Pick<Witnesses, 'members'>,
): boolean {
  if (!attestation.test(localName(element))) return false;
  const named = witnessesOf(element, witnesses);
  return named.length === 0 || named.includes(witness);
}

/**
 * Reads what an apparatus entry gives the witness that is read. Where a reading names the witness,
 * the witness has its words, also within what is said to be a gap.
 */
export function readEntry<T>(
  app: Element,
  context: TeiContext,
  read: (nodes: readonly Nodes[]) => T,
): T {
  const { nodes: own, named } = readingOf(app, context);
  const nodes = [...own, ...saidElsewhere(app, own, context)];
  if (!named) return read(nodes);
  const { attested, ownReading } = context;
  const marks = nodes.some((node) => marksAttestation(node, context));
  context.attested = true;
  context.ownReading = true;
  const found = read(nodes);
  context.ownReading = ownReading;
  if (!marks) context.attested = attested;
  return found;
}

/**
 * Follows where the witness that is read begins and ends. A gap in it is shown as one; what it
 * lacks at its ends is not.
 */
export function markAttestation(element: Element, context: TeiContext): PhrasingContent[] {
  const { witness, witnesses } = context;
  if (witness === null || !attests(element, witness, witnesses)) return [];
  const name = localName(element);
  const had = context.attested;
  context.attested = name === 'witStart' || name === 'lacunaEnd';
  const missing = (had && name === 'lacunaStart') || (name === 'witStart' && context.ended);
  context.ended = name === 'witEnd';
  return missing ? [{ type: 'text', value: `${lineEnd}[…]${lineEnd}` }] : [];
}

/** Where readings of others say, by name, that the witness begins, ends or has a gap. */
function saidElsewhere(
  app: Element,
  own: readonly Nodes[],
  { witness, witnesses }: TeiContext,
): Element[] {
  if (witness === null) return [];
  const look = (node: Element): Element[] =>
    childrenOf(node).flatMap((child) => {
      if (own.includes(child)) return [];
      const named = witnessesOf(child, witnesses).includes(witness);
      return attestation.test(localName(child)) && named ? [child] : look(child);
    });
  return look(app);
}

function marksAttestation(node: Nodes, context: TeiContext): boolean {
  if (node.type !== 'element') return false;
  const { witness, witnesses } = context;
  return (
    (witness !== null && attests(node, witness, witnesses)) ||
    node.children.some((child) => marksAttestation(child, context))
  );
}

/** The reading of the witness, or else the lemma; and whether it is one that names the witness. */
function readingOf(app: Element, context: TeiContext): { nodes: Nodes[]; named: boolean } {
  const { witness, witnesses, losses } = context;
  const lemma = childrenOf(app, 'lem')[0];
  const readings = readingsIn(app);
  if (context.reports) reportBeside(app, context);
  if (witness === null) {
    const [chosen, ...others] = lemma
      ? [lemma, ...readings.filter((each) => each !== lemma)]
      : readings;
    for (const other of others) {
      losses.add('readings beside the lemma', other.position?.start.line, textOf(other));
    }
    return { nodes: chosen?.children ?? [], named: false };
  }
  const own = readings.filter((reading) => witnessesOf(reading, witnesses).includes(witness));
  for (const other of own.slice(1)) {
    losses.add('readings of other hands', other.position?.start.line, textOf(other));
  }
  if (own.length > 0) return { nodes: own[0].children, named: true };
  // A lemma without witnesses is the text of all that no reading names.
  if (lemma && witnessesOf(lemma, witnesses).length === 0)
    return { nodes: lemma.children, named: false };
  if (context.attested)
    losses.add('entries that say nothing of this witness', app.position?.start.line);
  return { nodes: [], named: false };
}

/** Readings of an entry, those of groups among them. */
function readingsIn(element: Element): Element[] {
  return childrenOf(element).flatMap((child) => {
    const name = localName(child);
    if (name === 'lem' || name === 'rdg') return [child];
    return name === 'rdgGrp' ? readingsIn(child) : [];
  });
}

/** What an entry says beside the readings of witnesses: notes, and what no witness has. */
function reportBeside(element: Element, context: TeiContext): void {
  const { losses, witness, witnesses } = context;
  for (const child of childrenOf(element)) {
    const name = localName(child);
    const line = child.position?.start.line;
    if (name === 'rdgGrp') reportBeside(child, context);
    else if (name === 'rdg') {
      if (witness !== null && witnessesOf(child, witnesses).length === 0)
        losses.add('readings of no witness', line, textOf(child));
    } else if (name !== 'lem' && textOf(child).trim() !== '')
      losses.add('notes within the apparatus', line, textOf(child));
  }
}
