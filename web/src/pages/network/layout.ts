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

/** A record with its place in pixels, and its name in short lines; none where names would be too many. */
export type Placed = Graph['nodes'][number] & { x: number; y: number; label: string[] };

const TICKS = 320;
/** More names than these would lie over each other; the rest is in the list. */
const NAMES = 45;
/** Letters of a line of a name; a word may be a little longer. */
const LETTERS = 18;
/** Sizes in pixels: half of a form, a letter's width at most, and a line's height. */
const FORM = 12;
const LETTER = 6.6;
export const LINE = 13;
/** From a form's middle to the first line of its name. */
export const BELOW = 24;

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
  const names = labels(graph.nodes.slice(0, NAMES).map((node) => node.record.name ?? ''));
  const placed = graph.nodes.map((node, index) => ({
    ...node,
    x: wide[index] ?? 0,
    y: high[index] ?? 0,
    label: names[index] ?? [],
  }));
  apart(placed, width, height);
  return { placed, height };
}

/** Moves forms with their names until none lies over another, the shorter way each, and keeps them in the picture. */
function apart(placed: Placed[], width: number, height: number): void {
  const boxes = placed.map((node) => ({
    node,
    half: Math.max(FORM, (Math.max(0, ...node.label.map((line) => line.length)) * LETTER) / 2) + 2,
    above: FORM + 2,
    below: node.label.length === 0 ? FORM + 2 : BELOW + (node.label.length - 1) * LINE + 6,
  }));
  for (let turn = 0; turn < TICKS; turn += 1) {
    let still = true;
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        const dx = one.half + other.half - Math.abs(one.node.x - other.node.x);
        const upper = one.node.y <= other.node.y ? one : other;
        const lower = upper === one ? other : one;
        const dy = upper.node.y + upper.below - (lower.node.y - lower.above);
        if (dx <= 0 || dy <= 0) continue;
        still = false;
        if (dy <= dx) {
          upper.node.y -= dy / 2;
          lower.node.y += dy / 2;
        } else {
          const right = one.node.x >= other.node.x ? one : other;
          const left = right === one ? other : one;
          right.node.x += dx / 2;
          left.node.x -= dx / 2;
        }
      }
    }
    for (const { node, half, above, below } of boxes) {
      node.x = Math.min(Math.max(node.x, half), width - half);
      node.y = Math.min(Math.max(node.y, above), height - below);
    }
    if (still) return;
  }
}

/** Names in at most two lines; where two would read the same, the end of each instead of what follows the first line. */
function labels(names: string[]): string[][] {
  const begun = names.map((name) => wrap(name));
  const said = begun.map((lines) => lines.join(' '));
  return begun.map((lines, index) => {
    const same = said.filter((each) => each === said[index]).length > 1;
    const end = broken(names[index] ?? '').at(-1);
    return same && end && lines[0] ? [`${lines[0].replace(/…$/, '')}…`, `…${end}`] : lines;
  });
}

/** Stretches or shrinks places to fill a side of the picture; a little stretch at most. */
function fit(places: number[], size: number, edge: number): number[] {
  const [low, high] = [Math.min(...places), Math.max(...places)];
  const scale = Math.min((size - 2 * edge) / Math.max(high - low, 1), 1.6);
  return places.map((place) => size / 2 + (place - (low + high) / 2) * scale);
}

/** A name in lines of whole words. */
function broken(name: string): string[] {
  const out: string[] = [''];
  for (const word of name.split(/\s+/)) {
    const line = out.at(-1) ?? '';
    if (!line) out[out.length - 1] = word;
    else if (`${line} ${word}`.length <= LETTERS) out[out.length - 1] = `${line} ${word}`;
    else out.push(word);
  }
  return out;
}

/** A name in at most two short lines. */
export function wrap(name: string): string[] {
  const lines = broken(name);
  const kept = lines.slice(0, 2).map((line) => (line.length > LETTERS + 4 ? `${line.slice(0, LETTERS)}…` : line));
  if (lines.length > 2) kept[1] = `${(kept[1] ?? '').replace(/…$/, '')}…`;
  return kept;
}
