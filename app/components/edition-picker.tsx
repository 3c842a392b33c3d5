import { differenceKinds } from '../../lib/collate/kinds';
import type { Edition, Work } from '../../lib/edition/model';
import { languageName } from './names';
import type { ViewState } from './view-state';

/** Chooses editions, base and marks. A plain form: it works before, and without, any script. */
export function EditionPicker({
  work,
  action,
  shown,
  base,
  state,
  choices = work.editions,
  hidden = {},
  marks = true,
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
  /** Whether marks can be turned off on this page. */
  marks?: boolean;
}) {
  return (
    <details className="picker">
      <summary>Choose editions and differences</summary>
      <form method="get" action={action}>
        {Object.entries(hidden).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <fieldset>
          <legend>Editions shown, two to five</legend>
          {choices.map(({ siglum, title, language }) => (
            <label key={siglum}>
              <input
                type="checkbox"
                name="editions"
                value={siglum}
                defaultChecked={shown.some((edition) => edition.siglum === siglum)}
              />
              <span className="siglum">{siglum}</span> <cite lang={language}>{title}</cite>{' '}
              <span className="quiet">{languageName(language)}</span>
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>Compare with (the base)</legend>
          {choices.map(({ siglum }) => (
            <label key={siglum}>
              <input
                type="radio"
                name="base"
                value={siglum}
                defaultChecked={base.siglum === siglum}
              />
              <span className="siglum">{siglum}</span>
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>Differences</legend>
          {marks && (
            <>
              <label>
                <input type="radio" name="marks" value="on" defaultChecked={state.marks} /> marked
              </label>
              <label>
                <input type="radio" name="marks" value="off" defaultChecked={!state.marks} /> not
                marked
              </label>
            </>
          )}
          <label>
            <input type="checkbox" name="only" value="differences" defaultChecked={state.only} />{' '}
            only places that differ
          </label>
          {marks && (
            <label>
              <input type="checkbox" name="faint" value="on" defaultChecked={state.faint} /> show
              faintly what is left out of account
            </label>
          )}
        </fieldset>
        <fieldset className="kinds">
          <legend>Left out of account</legend>
          {differenceKinds.map((kind) => (
            <label key={kind}>
              <input
                type="checkbox"
                name="ignore"
                value={kind}
                defaultChecked={state.ignore.includes(kind)}
              />{' '}
              {kind}
            </label>
          ))}
        </fieldset>
        <button type="submit">Show</button>
      </form>
    </details>
  );
}
