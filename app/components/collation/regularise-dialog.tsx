'use client';

import { X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { offerUndo, send } from '../editing/undo';
import { type EntryWords, type SamePassage, samePassages } from './entry-words';
import { ReadingDecisions } from './reading-decisions';
import { RuleForm } from './rule-form';

interface Asked {
  words: EntryWords[];
  /** Index in `words` of the reading that was chosen. */
  chosen: number;
  /** What it may be one passage with. */
  passages: SamePassage[];
}

/** Makes a rule of regularisation of a reading: opened by a button with `data-regularise`. */
export function RegulariseDialog({
  work,
  lang,
  base,
  canEditAll,
}: {
  work: string;
  lang: string;
  /** Siglum of the edition that is the text. */
  base: string;
  /** Whether a rule may be made for all works of the library. */
  canEditAll: boolean;
}) {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    const click = (event: MouseEvent) => {
      const button = (event.target as Element).closest<HTMLElement>('[data-regularise]');
      const own = button?.closest<HTMLElement>('[data-words]');
      if (!button || !own) return;
      const [words, chosen] = [wordsIn(own), Number(button.dataset.regularise)];
      const others = [...(own.parentElement?.children ?? [])].filter((each) => each !== own);
      setAsked({ words, chosen, passages: samePassages(words, chosen, others.map(wordsIn), base) });
    };
    document.addEventListener('click', click);
    // The buttons are shown from now on: see collation.css.
    document.documentElement.dataset.editing = 'ready';
    return () => {
      document.removeEventListener('click', click);
      delete document.documentElement.dataset.editing;
    };
  }, [base]);
  return (
    <ModalOverlay
      isOpen={asked !== null}
      isDismissable
      onOpenChange={() => setAsked(null)}
      className="overlay"
    >
      <Modal className="modal regularise-modal">
        {asked && (
          <ReadingForm
            work={work}
            lang={lang}
            canEditAll={canEditAll}
            asked={asked}
            onClose={() => setAsked(null)}
          />
        )}
      </Modal>
    </ModalOverlay>
  );
}

const wordsIn = (entry: Element): EntryWords[] =>
  JSON.parse((entry as HTMLElement).dataset.words ?? '[]');

/** What can be decided of a reading, and a rule for it where it has words. */
function ReadingForm({
  work,
  lang,
  canEditAll,
  asked,
  onClose,
}: {
  work: string;
  lang: string;
  canEditAll: boolean;
  asked: Asked;
  onClose: () => void;
}) {
  const t = useTranslations('regularise');
  const router = useRouter();
  const [error, setError] = useState('');
  const { words, chosen, passages } = asked;
  const hasWords = words[chosen].text !== '';
  const save = async (address: string, body: unknown, said: string) => {
    try {
      const { changed } = await send(address, 'POST', body);
      offerUndo({ work, said, changed });
      onClose();
      router.refresh();
    } catch (reason) {
      setError(t('failed', { error: reason instanceof Error ? reason.message : String(reason) }));
    }
  };
  return (
    <Dialog className="dialog">
      <header className="dialog-head">
        <Heading slot="title">{t(hasWords ? 'title' : 'title-omitted')}</Heading>
        <Button slot="close" className="button quiet-button icon-button" aria-label={t('close')}>
          <X aria-hidden size={16} />
        </Button>
      </header>
      <ReadingDecisions
        words={words}
        chosen={chosen}
        passages={passages}
        lang={lang}
        onDecide={(edit, said) => save(`/api/works/${work}/collation-edits`, edit, said)}
      />
      {hasWords && (
        <RuleForm
          lang={lang}
          canEditAll={canEditAll}
          words={words}
          chosen={chosen}
          onRefuse={setError}
          onSave={(rule, everywhere) =>
            save(
              everywhere ? '/api/regularisation' : `/api/works/${work}/regularisation`,
              rule,
              t('saved', { read: rule.read, as: rule.as }),
            )
          }
        />
      )}
      {error && (
        <p className="problem" role="alert">
          {error}
        </p>
      )}
    </Dialog>
  );
}
