// Population by year: a small line chart, and the same as a table.

import { useText } from '../../text';
import type { MunicipalityData } from './data';

const WIDTH = 400;
const HEIGHT = 170;
const LEFT = 62;
const BOTTOM = 24;

export function Series({ of }: { of: MunicipalityData }) {
  const { t, number } = useText();
  const known = of.observations.nodes.flatMap(({ periodFrom, value }) =>
    value == null ? [] : [{ year: Number(periodFrom.slice(0, 4)), value: Number(value) }],
  );
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return <p className="note">{t.municipality.noPopulation}</p>;
  const values = known.map((each) => each.value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = Math.max((high - low) * 0.1, high * 0.01, 1);
  const x = (year: number) => LEFT + ((year - first.year) / Math.max(last.year - first.year, 1)) * (WIDTH - LEFT - 16);
  const y = (value: number) => 8 + ((high + room - value) / (high - low + 2 * room)) * (HEIGHT - BOTTOM - 16);
  const division = of.observations.nodes.find((each) => each.divisionYear)?.divisionYear;
  return (
    <figure className="series">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t.municipality.seriesLabel(first.year, last.year)}>
        {[low, high].map((value) => (
          <g key={value}>
            <line x1={LEFT} x2={WIDTH - 8} y1={y(value)} y2={y(value)} className="grid" />
            <text x={LEFT - 8} y={y(value) + 4} textAnchor="end">
              {number(value)}
            </text>
          </g>
        ))}
        {[first, last].map(({ year }, index) => (
          <text key={year} x={x(year)} y={HEIGHT - 4} textAnchor={index === 0 ? 'start' : 'end'}>
            {year}
          </text>
        ))}
        <polyline points={known.map((each) => `${x(each.year)},${y(each.value)}`).join(' ')} />
        {known.map((each) => (
          <circle key={each.year} cx={x(each.year)} cy={y(each.value)} r={2.5}>
            <title>{`${each.year}: ${number(each.value)}`}</title>
          </circle>
        ))}
      </svg>
      <figcaption className="note">
        {t.municipality.populationNote}
        {division && ` ${t.municipality.division(division)}`}
      </figcaption>
      <details>
        <summary>{t.map.table}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.municipality.year}</th>
              <th scope="col">{t.municipality.population}</th>
            </tr>
          </thead>
          <tbody>
            {known.map((each) => (
              <tr key={each.year}>
                <th scope="row">{each.year}</th>
                <td className="figure">{number(each.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
