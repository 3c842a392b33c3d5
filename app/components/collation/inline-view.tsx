import type { ApparatusPart } from '../../../lib/collate/apparatus-entry';
import { omitted } from '../../../lib/collate/editor-word';
import { languageAttributes } from '../../../lib/edition/language-attributes';

/** One text with all readings in their places. */
export function InlineView({ parts, lang }: { parts: readonly ApparatusPart[]; lang: string }) {
  return (
    <p className="inline-text" {...languageAttributes(lang)}>
      {parts.filter(hasWords).map((part, k) =>
        'shared' in part ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a fixed text never change places.
          <span key={k}>{part.shared}</span>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a fixed text never change places.
          <span key={k} className="variants difference">
            <span className="variant">
              {part.entry.lemma || '‸'}{' '}
              <small className="sigla">{part.entry.sigla.join(' ')}</small>
            </span>
            {part.entry.readings.map(({ text, sigla, kind }) => (
              <span key={sigla.join()} className={`variant kind-${kind}`}>
                {text || <i {...languageAttributes('la')}>{omitted}</i>}{' '}
                <small className="sigla">{sigla.join(' ')}</small>
              </span>
            ))}
            {part.entry.space.after}
          </span>
        ),
      )}
    </p>
  );
}

/** Where a text begins and ends is not a variant. */
const hasWords = (part: ApparatusPart): boolean => 'shared' in part || !part.entry.lacuna;
