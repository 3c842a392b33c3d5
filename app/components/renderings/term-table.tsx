import { useLocale, useTranslations } from 'next-intl';
import type { Edition, Work } from '../../../lib/edition/model';
import type { Context, Rendering, renderingsOf } from '../../../lib/studies/renderings';
import { languageAttributes } from '../language-attributes';
import { languageName } from '../names';

type Found = Awaited<ReturnType<typeof renderingsOf>>;

/** How each translation renders a term: its renderings with counts, each with its contexts. */
export function TermTable({
  work,
  source,
  term,
  found: { places, translations },
}: {
  work: Work;
  source: Edition;
  term: string;
  found: Found;
}) {
  const t = useTranslations('renderings');
  const locale = useLocale();
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
              {languageName(language, locale)}
              {renderings.some(({ unusual }) => unusual) && `, ${t('several')}`}
            </span>
          </h3>
          {renderings.map((rendering) => (
            <RenderingView
              key={rendering.text}
              work={work}
              source={source}
              siglum={siglum}
              language={language}
              rendering={rendering}
            />
          ))}
        </section>
      ))}
    </section>
  );
}

function RenderingView({
  work,
  source,
  siglum,
  language,
  rendering: { text, occurrences, unusual },
}: {
  work: Work;
  source: Edition;
  siglum: string;
  language: string;
  rendering: Rendering;
}) {
  const t = useTranslations('renderings');
  const locale = useLocale();
  const address = (id: string, edition: string) =>
    `/works/${work.slug}?editions=${encodeURIComponent(source.siglum)},${encodeURIComponent(siglum)}&at=${encodeURIComponent(`${edition}.${id}`)}#${edition}-${id}`;
  return (
    <details className="rendering" open={unusual || text === ''}>
      <summary>
        <span {...languageAttributes(language)}>{text || <i lang={locale}>{t('none')}</i>}</span>{' '}
        <span className="count">× {occurrences.length}</span>
        {unusual && <span className="badge">{t('unusual')}</span>}
      </summary>
      <ul>
        {occurrences.map(({ source: here, target }) => (
          <li key={`${here.segment}-${here.before}`}>
            <a href={address(here.segment, source.siglum)} aria-label={t('to-place')}>
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
  );
}

function InContext({ context, language }: { context: Context; language: string }) {
  return (
    <span {...languageAttributes(language)}>
      …{context.before}
      <mark>{context.match}</mark>
      {context.after}…
    </span>
  );
}
