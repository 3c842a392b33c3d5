/** What the marks mean. */
export function Legend({ base, several }: { base: string; several: boolean }) {
  return (
    <p className="legend">
      <span className="visually-hidden">Key to the marks: </span>
      <span>
        <ins className="difference">only here</ins> words that {base} does not have
      </span>
      <span>
        <mark className="difference">other words</mark> in place of those of {base}
      </span>
      <span>
        <del className="difference">absent</del> in {base}:{' '}
        {several ? 'some other edition lacks it' : 'the other edition lacks it'}
      </span>
      <span>
        <span className="omission">‸</span> words left out here
      </span>
      <span>
        <span className="difference kind-transposition">moved</span> stands in another place there
      </span>
    </p>
  );
}
