// A region on a day: its municipalities with their population, and where both come from.

import { useQuery } from '../api';
import { Citations } from '../parts/Citations';
import { today, validDay } from '../parts/day';
import { State } from '../parts/State';
import { setParams, to, useRoute } from '../route';
import { useText } from '../text';
import './map/Map.css';
import { Slider } from './map/Slider';
import { REGION } from './region/data';

export default function RegionPage() {
  const { t, day: written, number } = useText();
  const { argument: id, params } = useRoute();
  const day = validDay(params.get('day')) ?? today();
  const asked = useQuery(REGION, id ? { id, day } : null);
  const found = asked.answer?.region;
  const members = found?.municipalities;
  const count = members ? t.map.inForce(members.totalCount) : t.frame.loading;
  const changes = [...new Set(asked.answer?.municipalityChanges.nodes.map((each) => each.effectiveOn))].sort();
  const known = found?.coverage.some(({ from, to: end }) => from <= day && (end == null || day < end));
  const figures = members?.nodes.flatMap((each) => each.observations.nodes[0] ?? []) ?? [];
  const sum = figures.reduce((all, { value }) => all + Number(value ?? 0), 0);
  const citations = [...(found?.citations ?? []), ...(asked.answer?.indicator?.citations ?? [])];
  return (
    <>
      <h1>
        {found?.name ?? t.region.title}{' '}
        <span className="note">{found && `${t.municipality.families[found.family]} ${found.code}`}</span>
      </h1>
      <Slider day={day} count={count} changes={changes} choose={(next) => setParams({ day: next })} />
      <State asked={asked} />
      {asked.answer && !found && <p>{t.region.none}</p>}
      {found && members && (
        <>
          <p className="map-count" role="status">
            <strong>{written(day)}</strong> <span>{count}</span>
          </p>
          {!known && <p className="note">{t.municipality.noRegions}</p>}
          {members.nodes.length > 0 && (
            <table className="members">
              <thead>
                <tr>
                  <th scope="col">{t.municipality.title}</th>
                  <th scope="col">{t.municipality.population}</th>
                  <th scope="col">{t.region.on}</th>
                </tr>
              </thead>
              <tbody>
                {members.nodes.map((each) => {
                  const figure = each.observations.nodes[0];
                  const after = each.successors.map((other) => other.name).join(', ');
                  return (
                    <tr key={each.code}>
                      <th scope="row">
                        <a href={to('municipality', each.code, { day })}>{each.name}</a>{' '}
                        <span className="note">{each.code}</span>
                      </th>
                      <td className="figure">{figure?.value == null ? '–' : number(Number(figure.value))}</td>
                      <td>{figure ? written(figure.periodFrom) : after ? t.region.within(after) : t.map.noFigure}</td>
                    </tr>
                  );
                })}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">{t.region.sum}</th>
                  <td className="figure">{number(sum)}</td>
                  <td />
                </tr>
              </tfoot>
            </table>
          )}
          <p className="note">{t.region.note}</p>
          <h2>{t.map.sources}</h2>
          <Citations of={citations} />
        </>
      )}
    </>
  );
}
