/**
 * Keeps what is typed until what it is meant for has the keyboard: a dialog that is still loading.
 *
 * @param onEscape what Escape does meanwhile.
 * @returns ends that, and gives what was typed.
 */
export function collectKeys(onEscape: () => void): () => string {
  let typed = '';
  const early = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Escape') onEscape();
    else if (event.key === 'Backspace') typed = typed.slice(0, -1);
    else if ([...event.key].length === 1) typed += event.key;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener('keydown', early, true);
  return () => {
    document.removeEventListener('keydown', early, true);
    const found = typed;
    typed = '';
    return found;
  };
}
