import { direction, type Edition } from '../../lib/edition/model';
import { dateName, kindNames, languageName } from './names';

/** The head of a column: which edition this is, by whom, and how near it is to the base. */
export function EditionHeading({
  edition,
  isBase,
  similarity,
}: {
  edition: Edition;
  isBase: boolean;
  similarity: number | null;
}) {
  const { siglum, title, language, kind, translator, author, date } = edition;
  return (
    <div className="edition-heading">
      <div className="edition-line">
        <span className="siglum">{siglum}</span>
        {isBase && <span className="badge">base</span>}
        {similarity !== null && (
          <span className="quiet" title="Share of words in common with the base">
            {Math.round(similarity * 100)} % of words shared
          </span>
        )}
      </div>
      <cite className="edition-title" lang={language} dir={direction(language)}>
        {title}
      </cite>
      <div className="quiet edition-facts">
        {languageName(language)}, {kindNames[kind]}
        {translator ? ` by ${translator}` : author ? `, ${author}` : ''}
        {date && `, ${dateName(date)}`}
      </div>
    </div>
  );
}
