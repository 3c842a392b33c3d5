import { direction, type Work } from '../../lib/edition/model';
import { kindNames, languageName } from './names';

/** The editions of a work as a list of names. */
export function EditionNames({ work }: { work: Work }) {
  return (
    <ul className="edition-names" aria-label={`Editions of ${work.title}`}>
      {work.editions.map(({ siglum, title, language, kind }) => (
        <li key={siglum}>
          <span className="siglum">{siglum}</span>
          <cite lang={language} dir={direction(language)}>
            {title}
          </cite>
          <span className="quiet">
            {languageName(language)}, {kindNames[kind]}
          </span>
        </li>
      ))}
    </ul>
  );
}
