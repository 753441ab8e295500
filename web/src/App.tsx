// The frame of every page: skip link, header with doors and switches, main, footer.

import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react';
import { Failure } from './parts/Failure';
import { Switches } from './parts/Switches';
import { to, useRoute } from './route';
import { type Catalogue, useText } from './text';

type Page = { title: (t: Catalogue) => string; door: boolean; load: ComponentType };

const PAGES: Record<string, Page> = {
  '': { title: (t) => t.start.title, door: true, load: lazy(() => import('./pages/Start')) },
  explorer: { title: (t) => t.explorer.title, door: true, load: lazy(() => import('./pages/Explorer')) },
  map: { title: (t) => t.map.title, door: true, load: lazy(() => import('./pages/Map')) },
  contracts: { title: (t) => t.contracts.title, door: true, load: lazy(() => import('./pages/Contracts')) },
  network: { title: (t) => t.network.title, door: true, load: lazy(() => import('./pages/Network')) },
  region: { title: (t) => t.region.title, door: false, load: lazy(() => import('./pages/Region')) },
  municipality: { title: (t) => t.municipality.title, door: false, load: lazy(() => import('./pages/Municipality')) },
};

export function App() {
  const { page: name, argument } = useRoute();
  const { t } = useText();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const page = PAGES[name];
  const title = page ? page.title(t) : t.missing.title;

  useEffect(() => {
    document.title = name === '' ? 'seutu' : `${title} – seutu`;
  }, [name, title]);

  // A new page begins at its top, for eyes and for screen readers.
  useEffect(() => {
    if (!first.current) {
      main.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    first.current = false;
  }, [name, argument]);

  return (
    <>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {t.frame.skip}
      </button>
      <header className="head">
        <a className="brand" href={to('')}>
          seutu
        </a>
        <nav aria-label={t.frame.pages}>
          <ul className="plain">
            {Object.entries(PAGES).map(
              ([key, each]) =>
                each.door && (
                  <li key={key}>
                    <a className="row-link" href={to(key)} aria-current={key === name ? 'page' : undefined}>
                      {each.title(t)}
                    </a>
                  </li>
                ),
            )}
          </ul>
        </nav>
        <Switches />
      </header>
      <main ref={main} tabIndex={-1} className={name ? `page-${name}` : 'page-start'}>
        <Failure key={name}>
          <Suspense fallback={<p className="note">{t.frame.loading}</p>}>{page ? <page.load /> : <Missing />}</Suspense>
        </Failure>
      </main>
    </>
  );
}

function Missing() {
  const { t } = useText();
  return (
    <>
      <h1>{t.missing.title}</h1>
      <p>
        <a href={to('')}>{t.missing.back}</a>
      </p>
    </>
  );
}
