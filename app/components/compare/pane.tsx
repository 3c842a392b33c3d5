import { FileUp, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import type { GivenText } from '../../../lib/compare/compare-texts';
import { direction } from '../../../lib/edition/model';
import { languageName } from '../names';
import type { Example } from './examples';

/** Languages that a reader can correct the guess to; others come with a file that names them. */
const languages =
  'ang ar bg bn cs cy da de el en es et eu fa fi fr ga grc hak he hi hr hu hy id is it ja ka ko la lt lv lzh nan nl no pl pt ro ru sa sk sl sr sv sw th tr uk ur vi wuu yue zh-Hans zh-Hant'.split(
    ' ',
  );

/** One text of a comparison: pasted, dropped, chosen from a file or from the library. */
export function Pane({
  letter,
  text,
  guessed,
  examples,
  onChange,
  onFiles,
  onExample,
  onRemove,
}: {
  letter: string;
  text: GivenText;
  /** The language that was guessed of the text, once it has been compared. */
  guessed: string | null;
  examples: readonly Example[];
  onChange: (change: Partial<GivenText>) => void;
  onFiles: (files: File[]) => void;
  onExample: (example: Example) => void;
  onRemove?: () => void;
}) {
  const t = useTranslations('compare');
  const locale = useLocale();
  const id = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const language = text.language ?? guessed ?? '';
  // Names of languages are the browser's: the server's may be spelled otherwise.
  const [names, setNames] = useState<{ tag: string; name: string }[]>([]);
  useEffect(() => {
    const known = [...new Set([...languages, ...(language ? [language] : [])])];
    setNames(
      known
        .map((tag) => ({ tag, name: languageName(tag, locale) }))
        .sort((x, y) => x.name.localeCompare(y.name, locale)),
    );
  }, [language, locale]);
  return (
    <section
      className="pane"
      aria-labelledby={`${id}-name`}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <div className="pane-head">
        <h2 id={`${id}-name`}>{t('text', { letter })}</h2>
        <label className="visually-hidden" htmlFor={`${id}-language`}>
          {t('language', { letter })}
        </label>
        <select
          id={`${id}-language`}
          value={language}
          onChange={({ target }) => onChange({ language: target.value || undefined })}
        >
          <option value="">{t('guess')}</option>
          {names.map(({ tag, name }) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </select>
        {onRemove && (
          <button
            type="button"
            className="button quiet-button icon-button"
            title={t('remove', { letter })}
            aria-label={t('remove', { letter })}
            onClick={onRemove}
          >
            <X aria-hidden size={16} />
          </button>
        )}
      </div>
      <textarea
        rows={7}
        aria-label={t('paste', { letter })}
        placeholder={t('placeholder')}
        value={text.source}
        lang={language || undefined}
        dir={language ? direction(language) : 'auto'}
        spellCheck={false}
        onChange={({ target }) => onChange({ source: target.value })}
      />
      <div className="pane-tools">
        <button type="button" className="button" onClick={() => chooser.current?.click()}>
          <FileUp aria-hidden size={15} /> {t('file')}
        </button>
        <input
          ref={chooser}
          type="file"
          hidden
          multiple
          onChange={({ target }) => {
            onFiles([...(target.files ?? [])]);
            target.value = '';
          }}
        />
        {examples.length > 0 && (
          <select
            aria-label={t('example-for', { letter })}
            value=""
            onChange={({ target }) => {
              const example = examples.find(({ id: each }) => each === target.value);
              if (example) onExample(example);
            }}
          >
            <option value="">{t('choose-example')}</option>
            {examples.map(({ id: each, label }) => (
              <option key={each} value={each}>
                {label}
              </option>
            ))}
          </select>
        )}
      </div>
    </section>
  );
}
