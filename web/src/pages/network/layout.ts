// Where the records stand: forces run to rest before anything is drawn. The same network gives the same picture.

import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Graph, Line } from './data';

export type Placed = Graph['nodes'][number] & { x: number; y: number; labelled: boolean };

const TICKS = 320;
/** More names than these would lie over each other; the rest is in the list. */
const NAMES = 45;

export function layout(graph: Graph, lines: Line[], width: number): { placed: Placed[]; height: number } {
  const count = graph.nodes.length;
  const phone = width < 600;
  const height = Math.round(Math.min(Math.max(320 + count * (phone ? 27 : 15), 420), 1200));
  const labelled = (index: number) => index < NAMES;
  type Body = SimulationNodeDatum & { id: string };
  const bodies: Body[] = graph.nodes.map((node) => ({ id: node.record.id }));
  // Names are wider than high: forces work on a picture narrowed by as much, so that names keep clear of each other.
  const narrow = phone ? 1.6 : 1.8;
  forceSimulation(bodies)
    .force(
      'line',
      forceLink<Body, { source: string; target: string }>(lines.map(({ from, to }) => ({ source: from, target: to })))
        .id((body) => body.id)
        .distance(70)
        .strength(0.2),
    )
    .force('apart', forceManyBody<Body>().strength(count > 80 ? -90 : -320))
    .force('room', forceCollide<Body>((body) => (labelled(body.index ?? 0) ? 36 : 12)).iterations(4))
    .force('wide', forceX<Body>(0).strength(phone ? 0.32 : 0.06))
    .force('high', forceY<Body>(0).strength(phone ? 0.03 : 0.06))
    .stop()
    .tick(TICKS);
  const wide = fit(
    bodies.map((body) => (body.x ?? 0) * narrow),
    width,
    phone ? 46 : 70,
  );
  const high = fit(
    bodies.map((body) => body.y ?? 0),
    height,
    46,
  );
  const placed = graph.nodes.map((node, index) => ({
    ...node,
    x: wide[index] ?? 0,
    y: high[index] ?? 0,
    labelled: labelled(index),
  }));
  return { placed, height };
}

/** Stretches or shrinks places to fill a side of the picture; a little stretch at most. */
function fit(places: number[], size: number, edge: number): number[] {
  const [low, high] = [Math.min(...places), Math.max(...places)];
  const scale = Math.min((size - 2 * edge) / Math.max(high - low, 1), 1.6);
  return places.map((place) => size / 2 + (place - (low + high) / 2) * scale);
}

/** A name in at most two short lines. */
export function wrap(name: string, most = 18): string[] {
  const out: string[] = [''];
  for (const word of name.split(/\s+/)) {
    const line = out.at(-1) ?? '';
    if (!line) out[out.length - 1] = word;
    else if (`${line} ${word}`.length <= most) out[out.length - 1] = `${line} ${word}`;
    else out.push(word);
  }
  const cut = (line: string) => (line.length > most + 2 ? `${line.slice(0, most)}…` : line);
  const kept = out.slice(0, 2).map(cut);
  if (out.length > 2) kept[1] = `${(kept[1] ?? '').replace(/…$/, '')}…`;
  return kept;
}
