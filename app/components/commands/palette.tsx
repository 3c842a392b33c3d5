'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Button,
  Dialog,
  Header,
  Input,
  Keyboard,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
  Text,
  useFilter,
} from 'react-aria-components';
import {
  applySetting,
  command,
  linkCommands,
  type PageCommand,
  pageCommands,
  settingCommands,
} from './list';
import { useSpelling } from './spelling';

/** Everything the page can do, found by typing a few letters of it. */
export function Palette({
  takeKeys,
  onClose,
}: {
  /** What was typed while the palette loaded. */
  takeKeys: () => string;
  onClose: () => void;
}) {
  const t = useTranslations('palette');
  const keys = useTranslations('keys');
  const { contains } = useFilter({ sensitivity: 'base' });
  const [wanted, setWanted] = useState('');
  const links = useMemo(() => linkCommands(), []);
  const settings = useMemo(() => settingCommands(), []);
  const spell = useSpelling();
  // Names within the program, and in addresses, are English: they are found in every language.
  const matches = (label: string, typed: string, { key }: { key: React.Key }) =>
    contains(label, typed) || contains(spell(label), typed) || contains(wordsOf(key), typed);
  const does = useMemo(() => available(), []);
  const run = (key: React.Key) => {
    onClose();
    const [kind, name] = [String(key).slice(0, 1), String(key).slice(1)];
    // The dialog gives the focus back first, so that what the command focuses keeps it.
    setTimeout(() => {
      if (kind === '!') command(name as PageCommand);
      else if (kind === '=') {
        const [field, value] = name.split('=');
        applySetting({ field, value });
      } else window.location.assign(name);
    }, 0);
  };
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={onClose} className="overlay overlay-top">
      <Modal className="modal palette">
        <Dialog className="dialog" aria-label={t('title')}>
          {/* The field would keep the first Escape for clearing itself. */}
          <div
            className="palette-body"
            onKeyDownCapture={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              onClose();
            }}
          >
            <Autocomplete filter={matches} inputValue={wanted} onInputChange={setWanted}>
              <SearchField
                aria-label={t('search')}
                autoFocus
                onFocus={() => setWanted((value) => takeKeys() + value)}
                className="palette-search"
              >
                <Input placeholder={t('search')} />
                <Button slot={null} className="visually-hidden" onPress={onClose}>
                  {t('close')}
                </Button>
              </SearchField>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
              <div className="palette-list" tabIndex={0}>
                <Menu
                  aria-label={t('title')}
                  className="palette-menu"
                  onAction={run}
                  renderEmptyState={() => <p className="nothing">{t('nothing')}</p>}
                >
                  <MenuSection>
                    <Header>{t('show')}</Header>
                    {does.map((name) => (
                      <MenuItem key={name} id={`!${name}`} textValue={keys(name)}>
                        <Text slot="label">{keys(name)}</Text>
                        <Keyboard>{pageCommands[name].key}</Keyboard>
                      </MenuItem>
                    ))}
                  </MenuSection>
                  {[...new Set(links.map(({ group }) => group))].map((group) => (
                    <MenuSection key={group}>
                      <Header>{t(group as 'pages')}</Header>
                      {links
                        .filter((link) => link.group === group)
                        .map(({ name, href }) => (
                          <MenuItem key={href + name} id={`:${href}`} textValue={name}>
                            <Text slot="label">{name}</Text>
                          </MenuItem>
                        ))}
                    </MenuSection>
                  ))}
                  <MenuSection>
                    <Header>{t('settings')}</Header>
                    {settings.map(({ name, field, value }) => (
                      <MenuItem
                        key={`${field}=${value}`}
                        id={`=${field}=${value}`}
                        textValue={name}
                      >
                        <Text slot="label">{name}</Text>
                      </MenuItem>
                    ))}
                  </MenuSection>
                </Menu>
              </div>
            </Autocomplete>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The English words in the key of an item: of a command its name, of a link the end of its address. */
function wordsOf(key: React.Key): string {
  const [kind, name] = [String(key).slice(0, 1), String(key).slice(1)];
  const path = kind === ':' ? new URL(name).pathname.split('/').at(-1) : name;
  return (path ?? '').replace(/[-=]/g, ' ');
}

/** Commands that something on this page does. */
function available(): PageCommand[] {
  const reading = document.querySelector('.comparison') !== null;
  const differences = document.querySelector('.difference') !== null;
  return (Object.keys(pageCommands) as PageCommand[]).filter((name) => {
    if (name === 'show-keys') return true;
    if (name === 'next-difference' || name === 'previous-difference') return differences;
    if (document.querySelector(`[data-does="${name}"]`)) return true;
    const here: PageCommand[] = ['next-row', 'previous-row', 'look-up', 'note'];
    return reading && here.includes(name);
  });
}
