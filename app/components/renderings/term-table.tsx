import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import { comparedLanguage, type Edition, type Work } from '../../../lib/edition/model';
import type { Term } from '../../../lib/edition/terms';
import { termFinder } from '../../../lib/language/term-places';
import type { Context, Rendering, renderingsOf } from '../../../lib/studies/renderings';
import { languageName } from '../names';
import { inOneLine } from '../separators';
import type { PlaceAddress } from './place-address';

type Found = Awaited<ReturnType<typeof renderingsOf>>;

/** How each translation renders a term: its renderings with counts, each with its contexts. */
export function TermTable({
  work,
  source,
  term,
  found: { places, translations },
  placeAddress,
  keep,
}: {
  work: Work;
  source: Edition;
  term: string;
  found: Found;
  placeAddress: PlaceAddress;
  /** What keeps a rendering as the preferred one; nothing where nobody may. */
  keep?: (term: Term) => ReactNode;
}) {
  const t = useTranslations('renderings');
  const locale = useLocale();
  const preferred = work.terms?.find(
    (each) =>
      comparedLanguage(each.language) === comparedLanguage(source.language) &&
      each.term.toLowerCase() === term.toLowerCase(),
  );
  return (
    <section>
      <h2>
        <span {...languageAttributes(source.language)}>{term}</span>{' '}
        <small className="quiet">{t('places', { count: places, siglum: source.siglum })}</small>
      </h2>
      {translations.map(({ siglum, language, renderings }) => (
        <section key={siglum} className="renderings">
          <h3>
            <span className="siglum">{siglum}</span>{' '}
            <span className="quiet">
              {inOneLine(locale, [
                languageName(language, locale),
                renderings.some(({ unusual }) => unusual) ? t('several') : null,
              ])}
            </span>
          </h3>
          {renderings.map((rendering) => {
            const kept = keptAs(source, term, language, rendering);
            return (
              <RenderingView
                key={rendering.text}
                source={source}
                language={language}
                rendering={rendering}
                preferred={preferred?.renderings[language]}
                address={(segment) => placeAddress({ siglum: source.siglum, segment }, siglum)}
                keep={kept && keep?.(kept)}
              />
            );
          })}
        </section>
      ))}
    </section>
  );
}

function RenderingView({
  source,
  language,
  rendering: { text, occurrences, unusual },
  preferred,
  address,
  keep,
}: {
  source: Edition;
  language: string;
  rendering: Rendering;
  /** What the term is to be rendered by. */
  preferred: string | undefined;
  /** The place of a segment of the source. */
  address: (segment: string) => string;
  keep: ReactNode;
}) {
  const t = useTranslations('renderings');
  const locale = useLocale();
  const isPreferred = preferred !== undefined && termFinder(preferred, language)(text).length > 0;
  return (
    <div className="rendering">
      <details open={unusual || text === ''}>
        <summary>
          <span {...languageAttributes(language)}>{text || <i lang={locale}>{t('none')}</i>}</span>{' '}
          <span className="count">× {occurrences.length}</span>
          {unusual && <span className="badge">{t('unusual')}</span>}
          {isPreferred && <span className="badge">{t('preferred')}</span>}
        </summary>
        <ul>
          {occurrences.map(({ source: here, target }) => (
            <li key={`${here.segment}-${here.before}`}>
              <a href={address(here.segment)} aria-label={t('to-place')}>
                ¶
              </a>{' '}
              <InContext context={here} language={source.language} />
              {target && (
                <>
                  <br />
                  <InContext context={target} language={language} />
                </>
              )}
            </li>
          ))}
        </ul>
      </details>
      {!isPreferred && keep}
    </div>
  );
}

/** A rendering as an entry of the work's terms; null where there is none, or where both are in one language. */
function keptAs(source: Edition, term: string, language: string, { text }: Rendering): Term | null {
  if (text === '' || comparedLanguage(language) === comparedLanguage(source.language)) return null;
  return { term, language: source.language, renderings: { [language]: text } };
}

function InContext({ context, language }: { context: Context; language: string }) {
  return (
    <span {...languageAttributes(language)}>
      {context.before && '…'}
      {context.before}
      {context.match && <mark>{context.match}</mark>}
      {context.after}…
    </span>
  );
}
