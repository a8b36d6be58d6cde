import { MAP_HEIGHT, MAP_WIDTH, type PlacedMap } from '../../lib/maps/types';
import { message } from '../../lib/platform/i18n';
import { wordWhereabouts } from '../words/whereabouts';

const DOT_RADIUS = 9;

interface LocatorMapProps {
  /** The place's entry: names the hatching's pattern apart from those of other cards in the shadow root. */
  readonly id: string;
  readonly map: PlacedMap;
  /** The place's name. */
  readonly name: string;
}

/** Where a place is: its country, or the disputed area that it lies in, and a dot. */
export function LocatorMap({ id, map: { sheet, dot, where, names }, name }: LocatorMapProps) {
  const hatching = `hatching-${id}`;
  const { land, country, borders, hatched, lines } = sheet;
  return (
    <figure class="map">
      <svg viewBox={`0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`} role="img" aria-label={wordWhereabouts(name, where)}>
        <pattern
          id={hatching}
          width="9"
          height="9"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path class="unclaimed" d="M0 0h9v9H0z" />
          <path class="line" d="M0 0v9" />
        </pattern>
        <path class="land" d={land} />
        <path class="country" d={country} />
        {hatched.map(({ path }) => (
          <path key={path} class="line" fill={`url(#${hatching})`} d={path} />
        ))}
        <path class="border" d={borders} />
        <path class="line held" d={lines} />
        {names.map(({ text, x, y }) => (
          <text key={text} x={x} y={y}>
            {text}
          </text>
        ))}
        {dot ? <circle class="dot" cx={dot.x} cy={dot.y} r={DOT_RADIUS} /> : null}
      </svg>
      {hatched.length > 0 ? <figcaption>{message('mapHatched')}</figcaption> : null}
    </figure>
  );
}
