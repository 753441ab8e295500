// Contracts to branches of the tree: who does what, sections, products, measures and money, and what is not certain.

import type { ReactNode } from 'react';
import { type Cited, place, Sure } from '../../parts/Citations';
import type { Words } from '../../text';
import type { Contract, Product } from './data';
import type { Branch } from './Tree';

type Price = Contract['price'];
type Party = Contract['parties'][number];

/** From the one who prepares to those who are informed, as the document goes. */
const ROLES: Party['role'][] = [
  'PREPARES',
  'DECIDES',
  'PURCHASER',
  'INTERNAL_PURCHASER',
  'SIGNS_FOR_PURCHASER',
  'PROVIDER_INTERNAL',
  'PROVIDER_EXTERNAL',
  'SIGNS_FOR_PROVIDER',
  'ADVISES',
  'MONITORS',
  'INFORMED',
];

const DOUBT = ['AMBIGUOUS', 'MISSING', 'DERIVED', 'EXTERNAL'];

/** What all branches are made of. */
type Wood = { contracts: Contract[]; products: Product[]; words: Words };

export function branches(contracts: Contract[], products: Product[], words: Words): Branch[] {
  const known = new Set(contracts.map((each) => each.id));
  const tops = contracts.filter((each) => !each.parent || !known.has(each.parent.id));
  const last = (each: Contract) => (each.tier === 'SINGLE' ? 1 : 0);
  return tops.sort((a, b) => last(a) - last(b)).map((top) => contract(top, { contracts, products, words }));
}

function leaf(id: string, term: string, text: ReactNode, plain: string, children?: Branch[]): Branch {
  const label = (
    <>
      <span className="term">{term}</span> {text}
    </>
  );
  return { id, label, text: `${term} ${plain}`, ...(children && { children }) };
}

/** The doubts about a field, each kind once. */
function doubts(citations: Cited[], field: string): ReactNode {
  const kinds = new Set(citations.filter((each) => each.field === field).map((each) => each.certainty));
  return DOUBT.flatMap((kind) => [...kinds].filter((each) => each === kind)).map((kind) => (
    <Sure key={kind} certainty={kind} />
  ));
}

function contract(of: Contract, wood: Wood): Branch {
  const { words } = wood;
  const { t } = words;
  const below = wood.contracts.filter((each) => each.parent?.id === of.id).map((each) => contract(each, wood));
  const part = (name: string, children: Branch[], field: string): Branch[] => {
    if (children.length === 0 && !of.citations.some((each) => each.field === field)) return [];
    const title = t.contracts.parts[name as 'parties'];
    const label = (
      <>
        <span className="part">{title}</span> {children.length > 0 && <span className="note">{children.length}</span>}{' '}
        {doubts(of.citations, field)}
      </>
    );
    const notes = of.citations.filter(
      (each) => each.field === field && DOUBT.includes(each.certainty) && each.note?.value,
    );
    return [
      {
        id: `${of.id}/${name}`,
        text: title,
        label,
        open: name === 'parties' && of.tier !== 'SINGLE',
        children: [...children, ...notes.map((each, i) => doubt(of.id, each, i, words, false))],
      },
    ];
  };
  const children: Branch[] = [];
  if (of.precondition?.value) {
    children.push(leaf(`${of.id}/before`, t.contracts.precondition, of.precondition.value, of.precondition.value));
  }
  if (of.content?.value)
    children.push(leaf(`${of.id}/content`, t.contracts.content, of.content.value, of.content.value));
  children.push(...part('parties', roles(of, wood), 'parties'));
  children.push(...part('sections', sections(of, words), 'sections'));
  children.push(...part('covers', covers(of, words), 'covers'));
  children.push(...part('measures', measures(of, words), 'scorecard'));
  const masked = of.citations.filter((each) => each.field === 'price');
  if (of.price || masked.length > 0) children.push(money(`${of.id}/price`, of.price, masked, words));
  const rest = of.citations.filter(
    (each) =>
      DOUBT.includes(each.certainty) &&
      each.note?.value &&
      !['parties', 'sections', 'covers', 'scorecard', 'price'].includes(each.field ?? ''),
  );
  children.push(...rest.map((each, index) => doubt(`${of.id}/rest`, each, index, words, true)));
  children.push(...source(of, words));
  const label = (
    <>
      <span className={`tier tier-${of.tier.toLowerCase()}`}>{t.contracts.tiers[of.tier]}</span>{' '}
      <strong>{of.name}</strong> {of.template && <span className="note">{t.contracts.template}</span>}{' '}
      {doubts(of.citations, 'tier')}
    </>
  );
  return {
    id: of.id,
    text: of.name ?? '',
    kind: 'contract',
    open: of.tier !== 'SINGLE',
    label,
    children: [...children, ...below],
  };
}

/** Where the contract as a whole is told: documents with their places, such as slides. */
function source(of: Contract, { t }: Words): Branch[] {
  const places = new Map<string, string[]>();
  for (const { field, document, locator } of of.citations) {
    if (field || !document?.name) continue;
    places.set(document.name, [...(places.get(document.name) ?? []), ...(locator ? [place(locator, t)] : [])]);
  }
  const text = [...places].map(([name, at]) => [name, ...new Set(at)].join(', ')).join('; ');
  return text ? [leaf(`${of.id}/source`, t.sources.source, text, text)] : [];
}

function doubt(id: string, cited: Cited, index: number, { t }: Words, named: boolean): Branch {
  const label = (
    <>
      <Sure certainty={cited.certainty} /> {named && <code>{cited.field}</code>}{' '}
      <span className="note">
        {cited.note?.value} {cited.locator && `(${place(cited.locator, t)})`}
      </span>
    </>
  );
  return { id: `${id}/doubt-${cited.field}-${index}`, text: cited.note?.value ?? '', label };
}

function roles(of: Contract, { products: all, words }: Wood): Branch[] {
  const { t } = words;
  return ROLES.flatMap((role) => {
    const parties = of.parties.filter((each) => each.role === role);
    if (parties.length === 0) return [];
    const id = `${of.id}/${role}`;
    const name = (each: Party) => each.party?.name ?? each.label?.value ?? t.contracts.unnamed;
    const one = (each: Party, index: number): Branch => {
      const products = all.filter((product) => each.party && product.organization?.id === each.party.id);
      const label = (
        <>
          {each.party ? name(each) : <em>{name(each)}</em>}
          {each.party && each.label?.value && <span className="note"> ({each.label.value})</span>}
          {!each.party && <span className="note"> ({t.contracts.noParty})</span>}
        </>
      );
      return {
        id: `${id}/${index}`,
        text: name(each),
        label,
        children: products.map((product) => {
          const citations = product.citations.filter((cited) => cited.field === 'price');
          return {
            id: `${id}/${index}/${product.id}`,
            text: product.name ?? '',
            label: (
              <>
                <span className="term">{t.contracts.product}</span> {product.name}{' '}
                {!product.hasCard && <span className="note">{t.contracts.noCard}</span>}{' '}
                {doubts(product.citations, 'hasCard')}
              </>
            ),
            children:
              product.price || citations.length > 0
                ? [money(`${id}/${index}/${product.id}/price`, product.price, citations, words)]
                : [],
          };
        }),
      };
    };
    const title = t.contracts.roles[role];
    if (parties.length === 1) {
      const only = one(parties[0] as Party, 0);
      return [
        {
          ...only,
          text: `${title} ${only.text}`,
          label: (
            <>
              <span className="term">{title}</span> {only.label}
            </>
          ),
        },
      ];
    }
    const label = (
      <>
        <span className="term">{title}</span> {parties.map(name).join(', ')}
      </>
    );
    return [{ id, text: title, label, children: parties.map(one) }];
  });
}

function sections(of: Contract, { t, day }: Words): Branch[] {
  return of.sections.map((each) => {
    const title = each.title.value ?? '';
    const dated = each.datedOn ? ` ${day(each.datedOn)}` : '';
    return leaf(
      `${of.id}/section-${each.position}`,
      `${each.position}.`,
      `${title}${dated}${each.kind === 'SECTION' ? '' : ` (${t.contracts.sectionKinds[each.kind]})`}`,
      title,
    );
  });
}

function covers(of: Contract, { t }: Words): Branch[] {
  return of.covers.map(({ subject, note }) => {
    const text = `${subject.name ?? ''}${note?.value ? ` – ${note.value}` : ''}`;
    return leaf(`${of.id}/covers-${subject.id}`, t.kinds[subject.noun], text, text);
  });
}

function measures(of: Contract, { t, number }: Words): Branch[] {
  return (of.scorecard?.items ?? []).map((each) => {
    const text = each.measure?.value ?? each.successFactor?.value ?? t.contracts.noMeasure;
    const target = each.target?.asWritten ?? (each.target?.min == null ? null : number(Number(each.target.min)));
    const shown = target ? `${text}: ${target}` : text;
    return leaf(
      `${of.id}/measure-${each.perspective}-${each.position}`,
      t.contracts.perspectives[each.perspective],
      shown,
      shown,
    );
  });
}

function money(id: string, price: Price, cited: Cited[], { t, number }: Words): Branch {
  const shown = price
    ? number(Number(price.minorUnits) / 100, { style: 'currency', currency: price.currency })
    : t.contracts.noPrice;
  const label = (
    <>
      <span className="term">{t.contracts.price}</span> {shown} {doubts(cited, 'price')}{' '}
      <span className="note">{cited.find((each) => each.note?.value)?.note?.value}</span>
    </>
  );
  return { id, text: `${t.contracts.price} ${shown}`, label };
}
