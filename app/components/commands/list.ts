/** What a key or the palette can do; a page's components listen for what is theirs. */
export const commandEvent = 'variorum:command';

/** Commands that act on the page as it stands, with the keys that call them. */
export const pageCommands = {
  'next-difference': { group: 'moving', key: 'n' },
  'previous-difference': { group: 'moving', key: 'p' },
  'next-row': { group: 'moving', key: 'j' },
  'previous-row': { group: 'moving', key: 'k' },
  columns: { group: 'showing', key: '1' },
  interleaved: { group: 'showing', key: '2' },
  merged: { group: 'showing', key: '3' },
  marks: { group: 'showing', key: 'm' },
  only: { group: 'showing', key: 'd' },
  ruby: { group: 'showing', key: 'r' },
  vertical: { group: 'showing', key: 'v' },
  choose: { group: 'showing', key: 'e' },
  outline: { group: 'showing', key: 'o' },
  'go-to': { group: 'moving', key: 'g' },
  bookmark: { group: 'moving', key: 'b' },
  'read-aloud': { group: 'words', key: 's' },
  'look-up': { group: 'words', key: 'Enter' },
  counterparts: { group: 'words', key: 't' },
  note: { group: 'words', key: 'a' },
  'show-keys': { group: 'general', key: '?' },
} as const;
export type PageCommand = keyof typeof pageCommands;
export type CommandGroup = (typeof pageCommands)[PageCommand]['group'];

export const groups: readonly CommandGroup[] = ['moving', 'showing', 'words', 'general'];

/** Asks the page to do something. */
export function command(name: PageCommand): void {
  window.dispatchEvent(new CustomEvent<PageCommand>(commandEvent, { detail: name }));
}

/** Does something when the page is asked to. @returns how to stop listening. */
export function onCommand(handle: (name: PageCommand) => void): () => void {
  const listen = (event: Event) => handle((event as CustomEvent<PageCommand>).detail);
  window.addEventListener(commandEvent, listen);
  return () => window.removeEventListener(commandEvent, listen);
}

/** A command that leads to another page or view: found in the page itself, as a link. */
export interface LinkCommand {
  name: string;
  group: string;
  href: string;
}

/** Links of the page that the palette offers carry their group in this attribute. */
export function linkCommands(): LinkCommand[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('a[data-command]')].map((link) => ({
    name: link.dataset.commandName ?? link.textContent?.trim() ?? '',
    group: link.dataset.command ?? '',
    href: link.href,
  }));
}

/** A choice of the interface that the palette offers: an option of a form on the page. */
export interface SettingCommand {
  /** The setting and what it would be, as the form names them. */
  name: string;
  /** The name of its field, and the value. */
  field: string;
  value: string;
}

const settingForm = (): HTMLFormElement | null =>
  document.querySelector<HTMLFormElement>('form.preferences');

/** What the form of the interface's settings could be set to, but for what is chosen. */
export function settingCommands(): SettingCommand[] {
  const fields = [...(settingForm()?.querySelectorAll('select') ?? [])];
  return fields.flatMap((field) =>
    [...field.options]
      .filter((option) => !option.defaultSelected)
      .map((option) => ({
        name: `${field.labels[0]?.firstChild?.textContent?.trim() ?? ''} ${option.text}`,
        field: field.name,
        value: option.value,
      })),
  );
}

/** Sets what a setting command says, as the form would. */
export function applySetting({ field, value }: Pick<SettingCommand, 'field' | 'value'>): void {
  const form = settingForm();
  const select = form?.elements.namedItem(field);
  if (!form || !(select instanceof HTMLSelectElement)) return;
  select.value = value;
  form.requestSubmit();
}

const singleKeys = 'variorum:single-keys';

/** Whether keys without Ctrl work; a reader can turn them off (WCAG 2.1.4). */
export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(singleKeys) !== 'off';
  } catch {
    return true;
  }
}

export function setSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(singleKeys, on ? 'on' : 'off');
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
