// Municipalities as of a day, coloured by an indicator, with service points on them.

import { useCallback, useMemo, useState } from 'react';
import { useQuery } from '../api';
import { validDay } from '../parts/day';
import { State } from '../parts/State';
import { setParams, to, useRoute } from '../route';
import { useText } from '../text';
import './map/Map.css';
import { FACTS, indicators, periodOn, type Successor, successors, useDay } from './map/data';
import { Legend } from './map/Legend';
import { Picture } from './map/Picture';
import { FIRST, LAST, Slider } from './map/Slider';
import { path, project, type Shape, shapes } from './map/shapes';

/** Before the first day of the data, and the newest day that the slider reaches. */
const START = '2025-01-01';

function valid(given: string | null): string {
  const day = validDay(given);
  return day && day >= FIRST && day <= LAST ? day : START;
}

export default function MapPage() {
  const { t, number, day: written } = useText();
  const { params } = useRoute();
  const day = valid(params.get('day'));
  const facts = useQuery(FACTS, { late: '2020-06-01' });
  const choices = useMemo(() => (facts.answer ? indicators(facts.answer) : []), [facts.answer]);
  const places = useMemo(
    () => (facts.answer ? successors(facts.answer) : new Map<string, Successor>()),
    [facts.answer],
  );
  const changes = useMemo(
    () => [...new Set(facts.answer?.municipalityChanges.nodes.map((change) => change.effectiveOn))].sort(),
    [facts.answer],
  );
  const indicator = choices.find((each) => each.code === params.get('indicator')) ?? choices[0] ?? null;
  const period = indicator && periodOn(indicator, day);
  const asked = useDay(indicator && period ? { day, indicator: indicator.code, period } : null);
  const drawing = useMemo(() => asked.answer && shapes(asked.answer, places), [asked.answer, places]);
  const outline = useMemo(
    () => facts.answer?.outline.nodes.map((each) => path(each.boundary)).join('') ?? '',
    [facts.answer],
  );
  const points = useMemo(() => asked.answer?.servicePoints.nodes.flatMap(located) ?? [], [asked.answer]);
  const [shown, setShown] = useState<string | null>(null);
  const choose = useCallback((next: string) => setParams({ day: next }), []);
  const total = asked.of === day ? asked.answer?.municipalities.totalCount : null;
  const count = total == null ? t.frame.loading : t.map.inForce(total);
  const chosen = drawing?.drawn.find((shape) => shape.code === shown);
  const figure = (shape: Shape) => (shape.value === null ? t.map.noFigure : number(Number(shape.value)));

  return (
    <>
      <h1>{t.map.title}</h1>
      <div className="map-controls">
        <Slider day={day} count={count} changes={changes} choose={choose} />
        <label className="map-indicator">
          <span>{t.map.indicator}</span>
          <select value={indicator?.code} onChange={(event) => setParams({ indicator: event.target.value })}>
            {choices.map((each) => (
              <option key={each.code} value={each.code}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="map-count" role="status">
        <strong>{written(day)}</strong> <span>{count}</span>
      </p>
      <State asked={facts.error ? facts : asked.error ? asked : facts.loading ? facts : asked} />
      {asked.answer && drawing && (
        <>
          <div className="map-body">
            <div className="map-side">
              <Picture
                shapes={drawing.drawn}
                outline={outline}
                points={points}
                day={day}
                label={t.map.label(written(day))}
                shown={shown}
                show={setShown}
              />
              <p className="map-tip" aria-live="polite">
                {chosen ? (
                  <>
                    <a href={to('municipality', chosen.code, { day })}>{chosen.name}</a> {figure(chosen)}
                    {chosen.successor && <span className="note"> {t.map.besideOf(chosen.successor.name)}</span>}
                  </>
                ) : (
                  <span className="note">{t.map.hint}</span>
                )}
              </p>
            </div>
            <Legend
              data={asked.answer}
              shapes={drawing.drawn}
              lost={drawing.lost}
              period={period}
              points={points.length}
            />
          </div>
          <details className="map-table">
            <summary>{t.map.table}</summary>
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
            <section className="scroll" tabIndex={0} aria-label={t.map.table}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{t.map.code}</th>
                    <th scope="col">{t.municipality.title}</th>
                    <th scope="col">{asked.answer.indicator?.name}</th>
                    <th scope="col">{t.map.place}</th>
                  </tr>
                </thead>
                <tbody>
                  {[...drawing.drawn, ...drawing.lost].sort(byCode).map((shape) => (
                    <tr key={shape.code}>
                      <td>{shape.code}</td>
                      <th scope="row">
                        <a href={to('municipality', shape.code, { day })}>{shape.name}</a>
                      </th>
                      <td className="figure">{figure(shape)}</td>
                      <td>{shape.successor ? t.map.besideOf(shape.successor.name) : t.map.how[shape.how]}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </details>
        </>
      )}
    </>
  );
}

function byCode(a: Shape, b: Shape): number {
  return a.code < b.code ? -1 : 1;
}

function located(point: { id: string; name?: string | null; location?: { lon: number; lat: number } | null }) {
  const at = point.location && project(point.location);
  return at ? [{ id: point.id, name: point.name ?? '', x: at[0], y: at[1] }] : [];
}
