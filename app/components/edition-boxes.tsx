import { useTranslations } from 'next-intl';
import { languageAttributes } from '../../lib/edition/language-attributes';

export interface EditionOption {
  siglum: string;
  title: string;
  language: string;
  /** The language's name. */
  name: string;
  shown: boolean;
  base: boolean;
}

/** Whether an edition is shown, and whether the others are compared with it. */
export function EditionBoxes({ edition }: { edition: EditionOption }) {
  const t = useTranslations('editions');
  const { siglum, title, language, name, shown, base } = edition;
  return (
    <>
      <label>
        <input type="checkbox" name="editions" value={siglum} defaultChecked={shown} />
        <span className="siglum">{siglum}</span>{' '}
        <cite {...languageAttributes(language)}>{title}</cite> <span className="quiet">{name}</span>
      </label>
      <label className="base-choice">
        <input type="radio" name="base" value={siglum} defaultChecked={base} />
        <span className="visually-hidden">{siglum} </span>
        {t('base')}
      </label>
    </>
  );
}
