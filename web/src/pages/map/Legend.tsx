// What colours and marks mean, how many there are of each, and where the figures come from.

import { useText } from '../../text';
import type { DayData } from './data';
import type { How, Shape } from './shapes';

const MARKS: How[] = ['boundary', 'center', 'successor'];

export function Legend({
  data,
  shapes,
  lost,
  period,
  points,
}: {
  data: DayData;
  shapes: Shape[];
  lost: Shape[];
  period: string | null;
  /** Service points that are drawn. */
  points: number;
}) {
  const { t, number, day } = useText();
  const { indicator } = data;
  const bound = (value: string | null | undefined) => (value == null ? '…' : number(Number(value)));
  const without = shapes.filter((shape) => shape.class === null).length;
  const sources = new Map(
    indicator?.citations.flatMap(({ document }) => (document ? [[document.name ?? '', document] as const] : [])),
  );
  return (
    <div className="map-legend">
      <h2>{indicator?.name}</h2>
      <p className="note">
        {indicator?.unit.value}
        {period && `, ${day(period)}`}
      </p>
      <ul className="plain signs">
        {indicator?.classBreaks.map((each, index) => (
          <li key={each.lower}>
            <span className={`swatch class-${index}`} />
            <span>
              {bound(each.lower)} – {bound(each.upper)}
            </span>
            <span className="note">{t.map.subjects(each.count)}</span>
          </li>
        ))}
        <li>
          <span className="swatch class-none" />
          <span>{t.map.noFigure}</span>
          <span className="note">{t.map.onMap(without)}</span>
        </li>
      </ul>
      <p className="note">{t.map.figuresNote}</p>
      <h2>{t.map.places}</h2>
      <ul className="plain signs">
        {MARKS.map((how) => (
          <li key={how}>
            <span className={`mark how-${how}`} />
            <span>{t.map.how[how]}</span>
            <span className="note">{t.map.onMap(shapes.filter((shape) => shape.how === how).length)}</span>
          </li>
        ))}
        {lost.length > 0 && (
          <li>
            <span />
            <span>{t.map.lost}</span>
            <span className="note">{lost.map((shape) => shape.name).join(', ')}</span>
          </li>
        )}
        <li>
          <span className="mark outline" />
          <span>{t.map.outline}</span>
        </li>
        <li>
          <span className="mark service" />
          <span>{t.map.servicePoints}</span>
          <span className="note">
            {data.servicePoints.totalCount === 0
              ? t.map.noServicePoints
              : t.map.pointsOf(points, data.servicePoints.totalCount ?? points)}
          </span>
        </li>
      </ul>
      <h2>{t.map.sources}</h2>
      <ul className="plain note">
        {[...sources.values()].map((document) => (
          <li key={document.name}>{document.attribution ?? document.publisher ?? document.name}</li>
        ))}
        {data.boundaries && 'attribution' in data.boundaries && <li>{data.boundaries.attribution}</li>}
      </ul>
    </div>
  );
}
