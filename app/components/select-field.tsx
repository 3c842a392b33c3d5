/** A list of a form to choose from, with its label. It needs no script. */
export function SelectField({
  label,
  name,
  value,
  options,
  none,
}: {
  label: string;
  name: string;
  /** What is chosen at first. */
  value: string;
  /** Values, and what is shown for each. */
  options: readonly (readonly [value: string, shown: string])[];
  /** What is shown for choosing nothing, where that is possible: the empty value. */
  none?: string;
}) {
  return (
    <label>
      {label}{' '}
      <select name={name} defaultValue={value}>
        {none !== undefined && <option value="">{none}</option>}
        {options.map(([each, shown]) => (
          <option key={each} value={each}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  );
}
