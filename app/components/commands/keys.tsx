'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { groups, type PageCommand, pageCommands, setSingleKeys, singleKeysOn } from './list';

/** Keys that are the text's own, not commands. */
const inText = [
  ['↑ ↓', 'sentence'],
  ['← →', 'counterpart'],
  ['Shift ← →', 'step-word'],
] as const;

/** All keys, in groups, and whether single ones are wanted. */
export function Keys({ takeKeys, onClose }: { takeKeys: () => string; onClose: () => void }) {
  const t = useTranslations('keys');
  const [single, setSingle] = useState(singleKeysOn());
  // There is no field here for what was typed meanwhile.
  useEffect(() => void takeKeys(), [takeKeys]);
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={onClose} className="overlay">
      <Modal className="modal keys-modal">
        <Dialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title">{t('title')}</Heading>
            <Button
              slot="close"
              className="button quiet-button icon-button"
              aria-label={t('close')}
            >
              <X aria-hidden size={16} />
            </Button>
          </header>
          <div className="keys-columns">
            {groups.map((group) => (
              <section key={group}>
                <h3>{t(group)}</h3>
                <dl className="keys">
                  {Object.entries(pageCommands)
                    .filter(([, each]) => each.group === group)
                    .map(([name, { key }]) => (
                      <Key key={name} keys={key} name={name as PageCommand} />
                    ))}
                  {group === 'words' &&
                    inText.map(([keys, name]) => <Key key={name} keys={keys} name={name} />)}
                  {group === 'general' && <Key keys="Ctrl K" name="show-palette" />}
                  {group === 'general' && <Key keys="Esc" name="close-panel" />}
                </dl>
              </section>
            ))}
          </div>
          <label className="check">
            <input
              type="checkbox"
              checked={single}
              onChange={({ target }) => {
                setSingle(target.checked);
                setSingleKeys(target.checked);
              }}
            />{' '}
            {t('single')}
          </label>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

type KeyName = PageCommand | (typeof inText)[number][1] | 'show-palette' | 'close-panel';

function Key({ keys, name }: { keys: string; name: KeyName }) {
  const t = useTranslations('keys');
  return (
    <div>
      <dt>
        {keys.split(' ').map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{t(name)}</dd>
    </div>
  );
}
