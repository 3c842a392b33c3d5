import type { Work } from '../../lib/edition/model';
import type { Comparison } from '../../lib/library/comparison';
import { languageName } from './names';

/** Chooses editions, base and marks. A plain form: it works before, and without, any script. */
export function EditionPicker({
  work,
  comparison,
  marks,
}: {
  work: Work;
  comparison: Comparison;
  marks: boolean;
}) {
  const shown = new Set(comparison.editions.map(({ siglum }) => siglum));
  return (
    <details className="picker">
      <summary>Choose editions</summary>
      <form method="get" action={`/works/${work.slug}`}>
        <fieldset>
          <legend>Editions shown, two to five</legend>
          {work.editions.map(({ siglum, title, language }) => (
            <label key={siglum}>
              <input
                type="checkbox"
                name="editions"
                value={siglum}
                defaultChecked={shown.has(siglum)}
              />
              <span className="siglum">{siglum}</span> <cite lang={language}>{title}</cite>{' '}
              <span className="quiet">{languageName(language)}</span>
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>Compare with (the base)</legend>
          {work.editions.map(({ siglum }) => (
            <label key={siglum}>
              <input
                type="radio"
                name="base"
                value={siglum}
                defaultChecked={comparison.base.siglum === siglum}
              />
              <span className="siglum">{siglum}</span>
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>Differences</legend>
          <label>
            <input type="radio" name="marks" value="on" defaultChecked={marks} /> marked
          </label>
          <label>
            <input type="radio" name="marks" value="off" defaultChecked={!marks} /> not marked
          </label>
        </fieldset>
        <button type="submit">Show</button>
      </form>
    </details>
  );
}
