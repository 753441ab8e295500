// Names over time: asked on the first day and on the days of renames, and shown where they differ.

import { useQuery } from '../../api';
import { State } from '../../parts/State';
import { useText } from '../../text';
import { type MunicipalityData, NAMES } from './data';

export function Names({ of }: { of: MunicipalityData }) {
  const { t, day } = useText();
  const start = of.validity.from ?? '2005-01-01';
  const renames = of.changes.filter((change) => change.kind === 'RENAME' && change.effectiveOn > start);
  const days = [start, ...new Set(renames.map((change) => change.effectiveOn))].slice(0, 3);
  const last = days.at(-1) ?? start;
  const asked = useQuery(NAMES, { id: of.id, first: start, second: days[1] ?? last, third: last });
  const answers = asked.answer ? [asked.answer.first, asked.answer.second, asked.answer.third] : [];
  const rows = days.map((from, index) => ({
    from,
    to: days[index + 1] ?? of.validity.to,
    names: answers[index]?.names ?? [],
  }));
  return (
    <>
      <State asked={asked} />
      {asked.answer && (
        <table>
          <tbody>
            {rows.map(({ from, to, names }) => (
              <tr key={from}>
                <th scope="row">
                  {day(from)} – {to && day(to)}
                </th>
                <td>
                  {names.map((name) => (
                    <span key={name.lang} className="name-in">
                      <abbr title={t.municipality.languages[name.lang as 'fi'] ?? name.lang}>{name.lang}</abbr>{' '}
                      <span lang={name.lang}>{name.value}</span>
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
