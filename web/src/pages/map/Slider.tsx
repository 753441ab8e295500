// The day: a slider by months, a field for any day, steps to the days on which something changed, and a slow play.

import { type KeyboardEvent, useEffect, useState } from 'react';
import { useText } from '../../text';

export const FIRST = '2005-01-01';
export const LAST = '2026-12-31';
const FROM_YEAR = 2005;
const LAST_YEAR = 2026;
const MONTHS = 22 * 12;
const PACE = 1200;

const monthOf = (day: string) => (Number(day.slice(0, 4)) - FROM_YEAR) * 12 + Number(day.slice(5, 7)) - 1;
const dayOf = (month: number) => {
  const within = Math.min(Math.max(month, 0), MONTHS - 1);
  return `${FROM_YEAR + Math.floor(within / 12)}-${String((within % 12) + 1).padStart(2, '0')}-01`;
};

type Props = { day: string; count: string; changes: string[]; choose: (day: string) => void };

export function Slider({ day, count, changes, choose }: Props) {
  const { t, day: written } = useText();
  const [playing, setPlaying] = useState(false);
  const month = monthOf(day);

  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      const next = dayOf((Math.floor(month / 12) + 1) * 12);
      if (month >= MONTHS - 12) setPlaying(false);
      else choose(next);
    }, PACE);
    return () => clearTimeout(timer);
  }, [playing, month, choose]);

  const before = changes.findLast((each) => each < day);
  const after = changes.find((each) => each > day);

  const keys = (event: KeyboardEvent) => {
    const by = { PageUp: 12, PageDown: -12 }[event.key];
    if (by) {
      event.preventDefault();
      choose(dayOf(month + by));
    }
  };

  return (
    <div className="map-slider">
      <label className="map-range">
        <span>{t.map.day}</span>
        <input
          type="range"
          min={0}
          max={MONTHS - 1}
          value={month}
          aria-valuetext={`${written(day)}: ${count}`}
          onChange={(event) => {
            setPlaying(false);
            choose(dayOf(event.target.valueAsNumber));
          }}
          onKeyDown={keys}
        />
        <span className="map-years" aria-hidden="true">
          {[2005, 2010, 2015, 2020, 2027].map((year) => (
            <span key={year} style={{ left: `${((year - FROM_YEAR) / (LAST_YEAR + 1 - FROM_YEAR)) * 100}%` }}>
              {Math.min(year, LAST_YEAR)}
            </span>
          ))}
        </span>
      </label>
      <div className="map-steps">
        <input
          type="date"
          aria-label={t.map.exactDay}
          min={FIRST}
          max={LAST}
          value={day}
          onChange={(event) => {
            const next = event.target.value;
            if (next >= FIRST && next <= LAST) choose(next);
          }}
        />
        <button type="button" disabled={!before} onClick={() => before && choose(before)}>
          ← {t.map.before}
        </button>
        <button type="button" disabled={!after} onClick={() => after && choose(after)}>
          {t.map.after} →
        </button>
        <button type="button" aria-pressed={playing} onClick={() => setPlaying(!playing)}>
          {playing ? t.map.stop : t.map.play}
        </button>
      </div>
    </div>
  );
}
