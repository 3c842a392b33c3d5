/** How long a section is waited for, in milliseconds. */
const timeoutMs = 8000;

/**
 * Opens the section that follows an element of the text (or comes before it), where it is not in
 * the page yet.
 * @returns whether there was one.
 */
export async function openBeside(from: Element, step: 1 | -1): Promise<boolean> {
  const waiting = [...document.querySelectorAll<HTMLElement>('.section-waiting')];
  const follows = (each: HTMLElement) =>
    (from.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const next = step === 1 ? waiting.find(follows) : waiting.findLast((each) => !follows(each));
  if (!next) return false;
  next.scrollIntoView({ block: step === 1 ? 'start' : 'end', behavior: 'instant' });
  const until = Date.now() + timeoutMs;
  while (next.isConnected && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return !next.isConnected;
}
