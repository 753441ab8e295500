// A tree by the ARIA pattern: one stop for Tab, arrows within, right opens, left closes.

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useText } from '../../text';

export type Branch = {
  id: string;
  /** What stands there, and the same as plain text for typing ahead. */
  label: ReactNode;
  text: string;
  kind?: string;
  open?: boolean;
  children?: Branch[];
};

type Row = { branch: Branch; parent: string | null };

function* all(branches: Branch[]): Generator<Branch> {
  for (const branch of branches) {
    yield branch;
    yield* all(branch.children ?? []);
  }
}

export function Tree({ label, branches, start }: { label: string; branches: Branch[]; start: string | null }) {
  const { t } = useText();
  const root = useRef<HTMLUListElement>(null);
  const prefix = useId();
  const [open, setOpen] = useState(
    () => new Set([...all(branches)].filter((each) => each.open).map((each) => each.id)),
  );
  const [active, setActive] = useState(() => ([...all(branches)].some((each) => each.id === start) ? start : null));

  const rows: Row[] = [];
  const walk = (list: Branch[], parent: string | null) => {
    for (const branch of list) {
      rows.push({ branch, parent });
      if (open.has(branch.id)) walk(branch.children ?? [], branch.id);
    }
  };
  walk(branches, null);
  const here = rows.some((row) => row.branch.id === active) ? active : (rows[0]?.branch.id ?? null);

  const go = (id: string | null | undefined) => {
    if (!id) return;
    setActive(id);
    root.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus();
  };
  const toggle = (id: string, to: boolean) => {
    setOpen((before) => {
      const next = new Set(before);
      if (to) next.add(id);
      else next.delete(id);
      return next;
    });
  };
  const keys = (event: KeyboardEvent) => {
    const index = rows.findIndex((row) => row.branch.id === here);
    const row = rows[index];
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const { branch, parent } = row;
    const inner = (branch.children?.length ?? 0) > 0;
    const isOpen = inner && open.has(branch.id);
    if (event.key === 'ArrowDown') go(rows[index + 1]?.branch.id);
    else if (event.key === 'ArrowUp') go(rows[index - 1]?.branch.id);
    else if (event.key === 'Home') go(rows[0]?.branch.id);
    else if (event.key === 'End') go(rows.at(-1)?.branch.id);
    else if (event.key === 'ArrowRight' && isOpen) go(branch.children?.[0]?.id);
    else if (event.key === 'ArrowRight' && inner) toggle(branch.id, true);
    else if (event.key === 'ArrowLeft' && isOpen) toggle(branch.id, false);
    else if (event.key === 'ArrowLeft') go(parent);
    else if (event.key === 'Enter' || event.key === ' ') {
      if (inner) toggle(branch.id, !isOpen);
    } else if (event.key.length === 1) {
      const begins = (each: Row) => each.branch.text.toLocaleLowerCase().startsWith(event.key.toLocaleLowerCase());
      const found = [...rows.slice(index + 1), ...rows.slice(0, index)].find(begins);
      if (!found) return;
      go(found.branch.id);
    } else return;
    event.preventDefault();
  };

  const show = (list: Branch[], level: number): ReactNode =>
    list.map((branch, index) => {
      const inner = (branch.children?.length ?? 0) > 0;
      const isOpen = inner && open.has(branch.id);
      return (
        <li key={branch.id} role="none">
          {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events -- keys are taken by the tree */}
          <div
            role="treeitem"
            data-id={branch.id}
            tabIndex={branch.id === here ? 0 : -1}
            aria-expanded={inner ? isOpen : undefined}
            aria-owns={isOpen ? `${prefix}${branch.id}` : undefined}
            aria-level={level}
            aria-setsize={list.length}
            aria-posinset={index + 1}
            aria-selected={branch.id === here}
            className={branch.kind ? `row ${branch.kind}` : 'row'}
            onClick={() => {
              setActive(branch.id);
              if (inner) toggle(branch.id, !isOpen);
            }}
          >
            <span className="twig" aria-hidden="true">
              {inner ? (isOpen ? '▾' : '▸') : '·'}
            </span>
            <span className="leaf">{branch.label}</span>
          </div>
          {isOpen && (
            // the ARIA pattern of a tree
            <ul role="group" id={`${prefix}${branch.id}`}>
              {show(branch.children ?? [], level + 1)}
            </ul>
          )}
        </li>
      );
    });

  const inners = () => [...all(branches)].filter((each) => each.children?.length).map((each) => each.id);
  return (
    <>
      <p className="tree-tools">
        <button type="button" onClick={() => setOpen(new Set(inners()))}>
          {t.contracts.openAll}
        </button>
        <button type="button" onClick={() => setOpen(new Set())}>
          {t.contracts.closeAll}
        </button>
      </p>
      {/* the ARIA pattern of a tree */}
      <ul ref={root} role="tree" aria-label={label} className="tree" onKeyDown={keys}>
        {show(branches, 1)}
      </ul>
    </>
  );
}
