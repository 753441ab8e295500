// The picture itself: areas, marks, service points; moved and enlarged by pointer, buttons and keys.

import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { to } from '../../route';
import { useText } from '../../text';
import { HEIGHT, type Shape, towards, WIDTH } from './shapes';

type View = { x: number; y: number; k: number };
const WHOLE: View = { x: 0, y: 0, k: 1 };
const MOST = 16;

/** Keeps the picture within its frame. */
function kept({ x, y, k }: View): View {
  const scale = Math.min(Math.max(k, 1), MOST);
  const within = (at: number, size: number) => Math.min(Math.max(at, 0), size - size / scale);
  return { x: within(x, WIDTH), y: within(y, HEIGHT), k: scale };
}

/** Enlarged about a point of the picture. */
function zoomed(view: View, by: number, x = view.x + WIDTH / view.k / 2, y = view.y + HEIGHT / view.k / 2): View {
  const k = Math.min(Math.max(view.k * by, 1), MOST);
  return kept({ k, x: x - ((x - view.x) * view.k) / k, y: y - ((y - view.y) * view.k) / k });
}

type Props = {
  shapes: Shape[];
  /** Lines for orientation, below all else. */
  outline: string;
  points: { id: string; x: number; y: number; name: string }[];
  day: string;
  label: string;
  /** Which one the reader looks at. */
  shown: string | null;
  show: (code: string | null) => void;
};

const ARROWS: Record<string, [number, number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

export function Picture({ shapes, outline, points, day, label, shown, show }: Props) {
  const { t } = useText();
  const [view, setView] = useState(WHOLE);
  const svg = useRef<SVGSVGElement>(null);
  const pointers = useRef(new Map<number, { x: number; y: number }>());
  const moved = useRef(false);
  const { k } = view;

  /** A place on the screen in units of the picture. */
  const place = (event: { clientX: number; clientY: number }) => {
    const box = svg.current?.getBoundingClientRect() ?? new DOMRect(0, 0, WIDTH, HEIGHT);
    return {
      x: view.x + ((event.clientX - box.left) / box.width) * (WIDTH / k),
      y: view.y + ((event.clientY - box.top) / box.height) * (HEIGHT / k),
      unit: WIDTH / k / box.width,
    };
  };

  // The wheel enlarges with Ctrl, as pinching on a touch pad does; without it the page scrolls.
  useEffect(() => {
    const element = svg.current;
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = element?.getBoundingClientRect();
      if (!box) return;
      setView((before) =>
        zoomed(
          before,
          2 ** (-event.deltaY / 200),
          before.x + ((event.clientX - box.left) / box.width) * (WIDTH / before.k),
          before.y + ((event.clientY - box.top) / box.height) * (HEIGHT / before.k),
        ),
      );
    };
    element?.addEventListener('wheel', wheel, { passive: false });
    return () => element?.removeEventListener('wheel', wheel);
  }, []);

  const down = (event: PointerEvent) => {
    if (pointers.current.size === 0) moved.current = false;
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };
  const move = (event: PointerEvent) => {
    const before = pointers.current.get(event.pointerId);
    if (!before) return;
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
    const { unit } = place(event);
    const [dx, dy] = [event.clientX - before.x, event.clientY - before.y];
    if (!moved.current && !other && Math.hypot(dx, dy) < 5) return;
    moved.current = true;
    if (other) {
      const span = (at: { x: number; y: number }) => Math.hypot(at.x - other.x, at.y - other.y);
      const by = span({ x: event.clientX, y: event.clientY }) / Math.max(span(before), 1);
      const at = place({ clientX: (event.clientX + other.x) / 2, clientY: (event.clientY + other.y) / 2 });
      setView(zoomed(view, by, at.x, at.y));
    } else if (k > 1) {
      setView(kept({ k, x: view.x - dx * unit, y: view.y - dy * unit }));
    }
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };
  const up = (event: PointerEvent) => pointers.current.delete(event.pointerId);

  const keys = (event: KeyboardEvent, shape: Shape) => {
    const arrow = ARROWS[event.key];
    if (arrow) {
      event.preventDefault();
      const next = towards(shape, shapes, ...arrow);
      if (!next) return;
      svg.current?.querySelector<SVGAElement>(`[data-code="${next.code}"]`)?.focus({ preventScroll: true });
      const [wide, high] = [WIDTH / k, HEIGHT / k];
      const off = next.x < view.x || next.x > view.x + wide || next.y < view.y || next.y > view.y + high;
      if (off) setView(kept({ k, x: next.x - wide / 2, y: next.y - high / 2 }));
    } else if (event.key === '+' || event.key === '-') {
      setView(zoomed(view, event.key === '+' ? 1.6 : 1 / 1.6, shape.x, shape.y));
    }
  };

  const [areas, marks] = useMemo(() => {
    const by = (how: boolean) => shapes.filter((shape) => (shape.path !== null) === how);
    return [by(true), by(false)];
  }, [shapes]);
  const entry = shapes.some((shape) => shape.code === shown) ? shown : shapes[0]?.code;
  const chosen = shapes.find((shape) => shape.code === shown);

  const link = (shape: Shape) => ({
    'data-code': shape.code,
    href: to('municipality', shape.code, { day }),
    tabIndex: shape.code === entry ? 0 : -1,
    'aria-label': `${shape.name}, ${shape.value ?? t.map.noFigure}`,
    className: `how-${shape.how} class-${shape.class ?? 'none'}`,
    onPointerEnter: () => show(shape.code),
    onFocus: () => show(shape.code),
    onKeyDown: (event: KeyboardEvent) => keys(event, shape),
    draggable: false,
  });

  return (
    <div className="card map-frame">
      <svg
        ref={svg}
        viewBox={`${view.x} ${view.y} ${WIDTH / k} ${HEIGHT / k}`}
        className={k > 1 ? 'map-picture enlarged' : 'map-picture'}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={up}
        onPointerLeave={(event) => {
          up(event);
          if (event.pointerType === 'mouse') show(null);
        }}
        onClickCapture={(event) => {
          if (moved.current) {
            event.preventDefault();
            event.stopPropagation();
          }
        }}
      >
        <title>{label}</title>
        <path className="outline" d={outline} />
        <g role="group" aria-label={t.map.keys}>
          {areas.map((shape) => (
            <a key={shape.code} {...link(shape)}>
              <path d={shape.path ?? ''} fillRule="evenodd" />
            </a>
          ))}
          {marks.map((shape) => (
            <a key={shape.code} {...link(shape)}>
              <circle cx={shape.x} cy={shape.y} r={(shape.how === 'center' ? 5.5 : 4) / k ** 0.75} />
            </a>
          ))}
        </g>
        <g className="service-points">
          {points.map(({ id, x, y, name }) => (
            <rect
              key={id}
              x={x - 2.5 / k ** 0.75}
              y={y - 2.5 / k ** 0.75}
              width={5 / k ** 0.75}
              height={5 / k ** 0.75}
              transform={`rotate(45 ${x} ${y})`}
            >
              <title>{name}</title>
            </rect>
          ))}
        </g>
        {chosen &&
          (chosen.path ? (
            <path className="chosen" d={chosen.path} />
          ) : (
            <circle className="chosen" cx={chosen.x} cy={chosen.y} r={8 / k ** 0.75} />
          ))}
      </svg>
      <div className="map-zoom">
        <button type="button" aria-label={t.map.closer} onClick={() => setView(zoomed(view, 1.6))} disabled={k >= MOST}>
          +
        </button>
        <button
          type="button"
          aria-label={t.map.farther}
          onClick={() => setView(zoomed(view, 1 / 1.6))}
          disabled={k <= 1}
        >
          −
        </button>
        <button type="button" aria-label={t.map.whole} onClick={() => setView(WHOLE)} disabled={k <= 1}>
          ⤢
        </button>
      </div>
    </div>
  );
}
