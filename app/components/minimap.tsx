import { useTranslations } from 'next-intl';
import { MinimapMarker } from './minimap-marker';

export interface MapPlace {
  number: number;
  last: number;
  variance: number | null;
}

/**
 * How much the editions differ, place by place: a strip of links, darker where they differ more.
 * It stands beside the text where there is room, with what is in view marked.
 */
export function Minimap({
  places,
  href,
}: {
  places: readonly MapPlace[];
  href: (number: number) => string;
}) {
  const t = useTranslations('view');
  if (places.length < 2 || places.every(({ variance }) => variance === null)) return null;
  return (
    <nav className="minimap" aria-label={t('map')}>
      {places.map(({ number, last, variance }) => {
        const percent = Math.round((variance ?? 0) * 100);
        const name =
          variance === null
            ? number === last
              ? t('place', { number })
              : t('stretch', { number, last })
            : number === last
              ? t('place-differs', { number, percent })
              : t('stretch-differs', { number, last, percent });
        return (
          <a
            key={number}
            href={href(number)}
            data-place="jump"
            title={name}
            style={{ '--differs': `${percent}%` } as React.CSSProperties}
          >
            <span className="visually-hidden">{name}</span>
          </a>
        );
      })}
      <MinimapMarker from={places[0].number} to={places[places.length - 1].last} />
    </nav>
  );
}
