// From degrees to the picture: a transverse Mercator as Finland's maps have it, and where each municipality is drawn.

import { geoTransverseMercator } from 'd3-geo';
import type { DayData, Place, Successor } from './data';

export const WIDTH = 520;
export const HEIGHT = 960;

/** Points that span the country, so that all days share one frame. */
const SPAN: [number, number][] = [
  [19.1, 60.1],
  [19.4, 60.4],
  [20.5, 69.1],
  [27.9, 70.1],
  [31.6, 62.9],
  [24.0, 59.5],
  [29.9, 69.7],
];

const projection = geoTransverseMercator()
  .rotate([-27, 0])
  .fitExtent(
    [
      [8, 8],
      [WIDTH - 8, HEIGHT - 8],
    ],
    { type: 'MultiPoint', coordinates: SPAN },
  );

export function project({ lon, lat }: Place): [number, number] | null {
  return projection([lon, lat]);
}

type Ring = [number, number][];
type Geometry = { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] };

function geometry(value: unknown): Ring[] {
  const known = value as Geometry | null;
  if (known?.type === 'Polygon') return known.coordinates;
  return known?.type === 'MultiPolygon' ? known.coordinates.flat() : [];
}

function projected(value: unknown): Ring[] {
  return geometry(value).map((ring) => ring.map(([lon, lat]) => projection([lon, lat]) ?? [0, 0]));
}

function traced(rings: Ring[]): string {
  return rings.map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}Z`).join('');
}

/** A boundary as an SVG path. */
export function path(boundary: unknown): string {
  return traced(projected(boundary));
}

/** How a municipality is shown: by its boundary, at its centre, or beside what became of it, as no place is recorded. */
export type How = 'boundary' | 'center' | 'successor';

export type Shape = {
  code: string;
  name: string;
  value: string | null;
  /** Class of the value, counted from 0. */
  class: number | null;
  how: How;
  successor: Successor | null;
  /** Outline; only by boundary. */
  path: string | null;
  x: number;
  y: number;
};

/** Distance of a hollow mark from its successor, in units of the picture. */
const BESIDE = 11;

/** What is drawn on a day, and those that have no place at all. */
export function shapes(data: DayData, successors: Map<string, Successor>): { drawn: Shape[]; lost: Shape[] } {
  const drawn: Shape[] = [];
  const lost: Shape[] = [];
  const beside = new Map<string, Shape[]>();
  const breaks = data.indicator?.classBreaks ?? [];
  for (const node of data.municipalities.nodes) {
    const value = node.observations.nodes[0]?.value ?? null;
    const shape: Shape = {
      code: node.code,
      name: node.name ?? node.code,
      value,
      class: value === null ? null : classOf(Number(value), breaks),
      how: 'center',
      successor: null,
      path: null,
      x: 0,
      y: 0,
    };
    const rings = projected(node.boundary);
    const center = node.center && project(node.center);
    if (rings.length > 0) {
      const [x, y] = center ?? middle(rings[0] ?? []);
      const path = traced(rings);
      drawn.push({ ...shape, how: 'boundary', path, x, y });
    } else if (center) {
      drawn.push({ ...shape, x: center[0], y: center[1] });
    } else {
      const successor = successors.get(node.code);
      if (successor) {
        beside.set(successor.code, [...(beside.get(successor.code) ?? []), { ...shape, how: 'successor', successor }]);
      } else lost.push(shape);
    }
  }
  for (const group of beside.values()) {
    for (const [index, shape] of group.entries()) {
      const at = shape.successor && project(shape.successor.at);
      if (!at) continue;
      // From the upper right round, so that one alone does not hide the name or the mark of its successor.
      const angle = -Math.PI / 4 + (2 * Math.PI * index) / Math.max(group.length, 6);
      const far = BESIDE + (index >= 8 ? 8 : 0);
      drawn.push({ ...shape, x: at[0] + far * Math.cos(angle), y: at[1] + far * Math.sin(angle) });
    }
  }
  return { drawn, lost };
}

/** Which class holds a value; both bounds belong to it. */
export function classOf(value: number, breaks: { lower?: string | null; upper?: string | null }[]): number | null {
  const index = breaks.findIndex(
    ({ lower, upper }) => (lower == null || value >= Number(lower)) && (upper == null || value <= Number(upper)),
  );
  return index < 0 ? null : index;
}

function middle(ring: Ring): [number, number] {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
}

/** The nearest shape from one in a direction, for arrow keys. */
export function towards(from: Shape, all: Shape[], dx: number, dy: number): Shape | null {
  let best: Shape | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const other of all) {
    const along = (other.x - from.x) * dx + (other.y - from.y) * dy;
    const aside = Math.abs((other.x - from.x) * dy) + Math.abs((other.y - from.y) * dx);
    const cost = along + 2 * aside;
    if (other.code !== from.code && along > 0.01 && aside <= along && cost < least) {
      best = other;
      least = cost;
    }
  }
  return best;
}
