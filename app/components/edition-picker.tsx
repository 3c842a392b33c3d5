import { BookOpen } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { differenceKinds } from '../../lib/collate/kinds';
import { rubyScripts } from '../../lib/compare/ruby-scripts';
import { type Edition, languageFamily, type Work } from '../../lib/edition/model';
import { fewestEditions, maxEditions } from '../../lib/works/choose';
import { EditionChoice } from './edition-choice';
import { languageName } from './names';
import { rubyNames, type ViewState } from './view-state';

/** Chooses editions, base and marks. A plain form: it works before, and without, any script. */
export function EditionPicker({
  work,
  action,
  shown,
  base,
  state,
  choices = work.editions,
  hidden = {},
  reading = true,
}: {
  work: Work;
  /** The page the form leads to. */
  action: string;
  shown: readonly Edition[];
  base: Edition;
  state: ViewState;
  /** The editions there are to choose from. */
  choices?: readonly Edition[];
  /** What else the address must keep. */
  hidden?: Record<string, string | undefined>;
  /** Whether marks can be turned off on this page, and the text set in other ways. */
  reading?: boolean;
}) {
  const t = useTranslations('editions');
  const kinds = useTranslations('kinds');
  const locale = useLocale();
  // In the order of their columns; those not shown after them.
  const ordered = [...shown, ...choices.filter((edition) => !shown.includes(edition))];
  const chinese = choices.some(({ language }) => languageFamily(language) === 'zh');
  return (
    <details className="menu picker" name="view-bar">
      <summary data-does="choose" className="button" title={t('choose')}>
        <BookOpen aria-hidden size={15} /> <span>{t('choose')}</span>
      </summary>
      <form
        method="get"
        action={action}
        className="menu-body"
        data-place="stay"
        data-min={fewestEditions}
        data-max={maxEditions}
      >
        {Object.entries(hidden).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <fieldset>
          <legend>{t('shown')}</legend>
          <EditionChoice
            editions={ordered.map(({ siglum, title, language }) => ({
              siglum,
              title,
              language,
              name: languageName(language, locale),
              shown: shown.some((edition) => edition.siglum === siglum),
              base: base.siglum === siglum,
            }))}
          />
        </fieldset>
        <fieldset>
          <legend>{t('differences')}</legend>
          <label>
            <input type="checkbox" name="only" value="differences" defaultChecked={state.only} />{' '}
            {t('only')}
          </label>
          {reading && (
            <label>
              <input type="checkbox" name="faint" value="on" defaultChecked={state.faint} />{' '}
              {t('faint')}
            </label>
          )}
        </fieldset>
        {reading && chinese && (
          <fieldset>
            <legend>{t('chinese')}</legend>
            {(['off', ...rubyScripts] as const).map((script) => (
              <label key={script}>
                <input
                  type="radio"
                  name="ruby"
                  value={script === 'off' ? '' : rubyNames[script]}
                  defaultChecked={state.ruby === script}
                />{' '}
                {t(`ruby-${script}`)}
              </label>
            ))}
            <label>
              <input type="checkbox" name="vertical" value="on" defaultChecked={state.vertical} />{' '}
              {t('vertical')}
            </label>
          </fieldset>
        )}
        <fieldset className="kinds">
          <legend>{t('left-out')}</legend>
          {differenceKinds.map((kind) => (
            <label key={kind}>
              <input
                type="checkbox"
                name="ignore"
                value={kind}
                defaultChecked={state.ignore.includes(kind)}
              />{' '}
              {kinds(kind)}
            </label>
          ))}
        </fieldset>
        <noscript>
          <button type="submit" className="button">
            {t('show')}
          </button>
        </noscript>
      </form>
    </details>
  );
}
