// A municipality on a day: names, life, regions, bodies, contracts, networks, population, sources.

import type { ReactNode } from 'react';
import { useQuery } from '../api';
import { Citations } from '../parts/Citations';
import { today, validDay } from '../parts/day';
import { State } from '../parts/State';
import { to, useRoute } from '../route';
import { useText } from '../text';
import { MUNICIPALITY, type MunicipalityData } from './municipality/data';
import './municipality/Municipality.css';
import { Names } from './municipality/Names';
import { Series } from './municipality/Series';

export default function MunicipalityPage() {
  const { t, day: written } = useText();
  const { argument: code, params } = useRoute();
  const day = validDay(params.get('day')) ?? today();
  const asked = useQuery(MUNICIPALITY, code ? { code, day } : null);
  const found = asked.answer?.municipality;
  return (
    <>
      <p className="note">
        <a href={to('map', null, { day })}>← {t.map.title}</a>
      </p>
      <h1>
        {found?.name ?? t.municipality.title} <span className="note">{code}</span>
      </h1>
      <State asked={asked} />
      {asked.answer && !found && <p>{t.municipality.none(code ?? '')}</p>}
      {found && <Page of={found} day={day} written={written} />}
    </>
  );
}

function Page({ of, day, written }: { of: MunicipalityData; day: string; written: (iso: string) => string }) {
  const { t, number } = useText();
  const { validity } = of;
  const imprecise = (precision: string) => (precision === 'UNKNOWN' ? ` (${t.municipality.unknownStart})` : '');
  const link = (each: { code: string; name?: string | null; validity?: { to?: string | null } }, on = day) => (
    <li key={each.code}>
      <a href={to('municipality', each.code, { day: on })}>{each.name}</a> <span className="note">{each.code}</span>
      {each.validity?.to && <span className="note"> – {written(each.validity.to)}</span>}
    </li>
  );
  const before = (iso: string) => new Date(Date.parse(iso) - 86_400_000).toISOString().slice(0, 10);
  return (
    <>
      <p>
        {t.municipality.asOf} <strong>{written(day)}</strong>
        {validity.to && validity.to <= day && <strong> · {t.municipality.ended(written(validity.to))}</strong>}
      </p>
      <div className="municipality">
        <Section title={t.municipality.names}>
          <Names of={of} />
        </Section>
        <Section title={t.municipality.life}>
          <dl className="facts">
            <dt>{t.municipality.from}</dt>
            <dd>
              {validity.from ? written(validity.from) + imprecise(validity.fromPrecision) : t.municipality.unknown}
            </dd>
            <dt>{t.municipality.to}</dt>
            <dd>{validity.to ? written(validity.to) : t.municipality.inForce}</dd>
            {of.center && (
              <>
                <dt>{t.map.how.center}</dt>
                <dd>
                  {number(of.center.lat, { maximumFractionDigits: 3 })} N,{' '}
                  {number(of.center.lon, { maximumFractionDigits: 3 })} E
                </dd>
              </>
            )}
          </dl>
          {of.predecessors.length > 0 && (
            <>
              <h3>{t.municipality.predecessors}</h3>
              <ul>{of.predecessors.map((each) => link(each, each.validity.to ? before(each.validity.to) : day))}</ul>
            </>
          )}
          {of.successors.length > 0 && (
            <>
              <h3>{t.municipality.successors}</h3>
              <ul>{of.successors.map((each) => link(each, validity.to ?? day))}</ul>
            </>
          )}
          {of.changes.length > 0 && (
            <>
              <h3>{t.municipality.changes}</h3>
              <ul>
                {of.changes.map((each) => (
                  <li key={each.id}>
                    {written(each.effectiveOn)}: {t.municipality.kinds[each.kind]}{' '}
                    <span className="note">{each.name}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Section>
        <Section title={t.municipality.population}>
          <Series of={of} />
        </Section>
        <Section title={t.municipality.regions}>
          {of.regions.nodes.length > 0 ? (
            <dl className="facts">
              {[...of.regions.nodes]
                .sort((a, b) => order(a.family) - order(b.family))
                .map((each) => (
                  <div key={each.id}>
                    <dt>{t.municipality.families[each.family]}</dt>
                    <dd>
                      <a href={to('region', each.id, { day })}>{each.name}</a> <span className="note">{each.code}</span>
                    </dd>
                  </div>
                ))}
            </dl>
          ) : (
            <p className="note">{t.municipality.noRegions}</p>
          )}
        </Section>
        <Section title={t.municipality.relations}>
          {of.organization && (
            <p>
              <a href={to('network', of.organization.id)}>
                {t.municipality.toNetwork}: {of.organization.name}
              </a>
            </p>
          )}
          <List title={t.municipality.committees} of={of.committees.nodes} />
          <List title={t.contracts.title} of={of.contracts.nodes} page="contracts" />
          <List title={t.municipality.networks} of={of.networks.nodes} page="network" />
          <List title={t.municipality.initiatives} of={of.initiatives.nodes} page="network" />
          <List title={t.map.servicePoints} of={of.servicePoints.nodes} />
          {!of.organization && <p className="note">{t.municipality.noOrganization}</p>}
        </Section>
        <Section title={t.map.sources}>
          <Citations of={of.citations} />
        </Section>
      </div>
    </>
  );
}

/** The best known families first. */
function order(family: string): number {
  const first = ['MAAKUNTA', 'HYVINVOINTIALUE', 'SEUTUKUNTA', 'SAIRAANHOITOPIIRI', 'ELY', 'AVI'];
  return first.includes(family) ? first.indexOf(family) : first.length;
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function List({ title, of, page }: { title: string; of: { id: string; name?: string | null }[]; page?: string }) {
  if (of.length === 0) return null;
  return (
    <>
      <h3>
        {title} <span className="note">{of.length}</span>
      </h3>
      <ul>
        {of.map((each) => (
          <li key={each.id}>{page ? <a href={to(page, each.id)}>{each.name}</a> : each.name}</li>
        ))}
      </ul>
    </>
  );
}
