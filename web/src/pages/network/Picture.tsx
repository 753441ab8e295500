// The network as nodes and lines. All of it stands in the list beside it too, where keys and screen readers find it.

import { useEffect, useMemo, useRef, useState } from 'react';
import { to } from '../../route';
import { useText } from '../../text';
import type { Graph, Line, Noun } from './data';
import { BELOW, LINE, layout, type Placed, wrap } from './layout';

/** A form for each kind, so that none is told by colour alone. */
const FORMS: Partial<Record<Noun, string>> = {
  COMMITTEE: 'M-9,-9H9V9H-9Z',
  CONTRACT: 'M0,-12L12,0L0,12L-12,0Z',
  PERSON: 'M0,-11L11,9H-11Z',
  MUNICIPALITY: 'M-6,-10.4H6L12,0L6,10.4H-6L-12,0Z',
  COLLABORATION_NETWORK: 'M-3.5,-11H3.5V-3.5H11V3.5H3.5V11H-3.5V3.5H-11V-3.5H-3.5Z',
  INITIATIVE: 'M0,11L11,-9H-11Z',
  STRATEGY: 'M-11,-5L0,-12L11,-5V9H-11Z',
};
const ROUND = 'M-10,0a10,10 0 1,0 20,0a10,10 0 1,0 -20,0Z';

export function Form({ noun }: { noun: Noun }) {
  return <path className={`noun-${noun.toLowerCase()}`} d={FORMS[noun] ?? ROUND} />;
}

type Props = { graph: Graph; lines: Line[]; distance: number; shown: string | null; show: (id: string | null) => void };

export function Picture({ graph, lines, distance, shown, show }: Props) {
  const { t } = useText();
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    // In steps, so that a scrollbar that comes and goes does not lay everything out anew.
    const watch = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth / 30) * 30));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const { placed, height } = useMemo(
    () => (width > 0 ? layout(graph, lines, width) : { placed: [], height: 500 }),
    [graph, lines, width],
  );
  const at = new Map(placed.map((node) => [node.record.id, node]));
  const centre = graph.nodes[0]?.record.id;
  const focus = shown ?? centre;
  const touches = (line: Line) => line.from === focus || line.to === focus;
  const near = new Set(lines.filter(touches).flatMap((line) => [line.from, line.to]));
  /** What ties a record to the one that is looked at; below its name, where it covers no other. */
  const said = (id: string) => {
    const ties = lines
      .filter((line) => touches(line) && (line.from === id || line.to === id))
      .flatMap((line) => line.ties);
    return [...new Set(ties.map((tie) => t.network.tie(tie.kind, tie.role ?? null)))].join(', ');
  };
  const looked = (node: Placed) => shown !== null && near.has(node.record.id);
  const names = (label: string[]) =>
    label.map((text, index) => (
      <text key={text} y={BELOW + index * LINE} textAnchor="middle">
        {text}
      </text>
    ));
  const moved = (node: Placed) => `translate(${node.x.toFixed(1)} ${node.y.toFixed(1)})`;
  return (
    <div ref={frame} className="card network-frame">
      {width > 0 && (
        <svg viewBox={`0 0 ${width} ${height}`} width="100%" className="network-picture" aria-hidden="true">
          {lines.map((line) => {
            const [a, b] = [at.get(line.from), at.get(line.to)];
            if (!a || !b) return null;
            return (
              <line
                key={`${line.from} ${line.to}`}
                className={touches(line) ? 'near' : undefined}
                x1={a.x}
                y1={a.y}
                x2={b.x}
                y2={b.y}
                strokeWidth={Math.min(1 + (line.ties.length - 1) * 0.6, 3.5)}
              />
            );
          })}
          {placed.map((node) => (
            <a
              key={node.record.id}
              href={to('network', node.record.id, { distance: String(distance) })}
              tabIndex={-1}
              className={[node.record.id === centre && 'centre', shown && !near.has(node.record.id) && 'far']
                .filter(Boolean)
                .join(' ')}
              onPointerEnter={() => show(node.record.id)}
              onPointerLeave={() => show(null)}
              data-id={node.record.id}
            >
              <title>{node.record.name}</title>
              <g transform={moved(node)}>
                <Form noun={node.record.noun} />
                {!looked(node) && names(node.label)}
              </g>
            </a>
          ))}
          {placed.filter(looked).map((node) => {
            const label = node.label.length > 0 ? node.label : wrap(node.record.name ?? '');
            return (
              <g
                key={node.record.id}
                transform={moved(node)}
                className={node.record.id === centre ? 'centre' : undefined}
              >
                {names(label)}
                {node.record.id !== focus && (
                  <text className="tie" y={BELOW + label.length * LINE} textAnchor="middle">
                    {said(node.record.id)}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}
