/** How much the editions differ, place by place: a strip of links, darker where they differ more. */
export function Minimap({
  places,
}: {
  places: readonly { number: number; variance: number | null }[];
}) {
  if (places.length < 2 || places.every(({ variance }) => variance === null)) return null;
  return (
    <nav className="minimap" aria-label="Where the editions differ">
      {places.map(({ number, variance }) => {
        const percent = variance === null ? null : Math.round(variance * 100);
        return (
          <a
            key={number}
            href={`#row-${number}`}
            title={percent === null ? `Place ${number}` : `Place ${number}: ${percent} % differs`}
            style={{ '--differs': `${percent ?? 0}%` } as React.CSSProperties}
          >
            <span className="visually-hidden">
              {`Place ${number}${percent === null ? '' : `, ${percent} % differs`}`}
            </span>
          </a>
        );
      })}
    </nav>
  );
}
