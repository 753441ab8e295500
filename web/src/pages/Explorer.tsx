import '../explorer/workers';
import 'graphiql/style.css';
import './Explorer.css';
import type { FetcherParams } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { examplesFor, READERS, title } from '../explorer/examples';
import { Opener } from '../explorer/Opener';
import { Share } from '../explorer/Share';
import { language, useShade } from '../preference';
import { to, useRoute } from '../route';
import { useText } from '../text';

/** Sends what stands in the editor as it is; answers with errors are shown as they came. */
async function fetcher(request: FetcherParams, options?: { headers?: Record<string, string> }): Promise<object> {
  const response = await fetch('graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': language(), ...options?.headers },
    body: JSON.stringify(request),
  });
  return (await response.json()) as object;
}

export default function Explorer() {
  const { t, lang } = useText();
  const { argument } = useRoute();
  const shade = useShade();
  return (
    <>
      <h1 className="unseen">{t.explorer.title}</h1>
      <section className="examples" aria-label={t.explorer.examples}>
        {READERS.map((reader) => (
          <details key={reader} open={matchMedia('(min-width: 60rem)').matches}>
            <summary>
              <h2>{t.explorer.readers[reader]}</h2>
            </summary>
            <ul className="plain">
              {examplesFor(reader, lang).map((example) => (
                <li key={example.key}>
                  <a
                    className="row-link"
                    href={to('explorer', example.key)}
                    aria-current={example.key === argument ? 'true' : undefined}
                    lang={example.titles[lang] ? undefined : 'en'}
                  >
                    {title(example, lang)}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        ))}
        <p className="note">
          {t.explorer.hint} <a href="schema.graphql">schema.graphql</a>
        </p>
      </section>
      <section className="graphiql" aria-label="GraphiQL" lang="en">
        <GraphiQL fetcher={fetcher} forcedTheme={shade} defaultQuery="" defaultEditorToolsVisibility={false}>
          <GraphiQL.Logo>
            <Opener />
          </GraphiQL.Logo>
          <GraphiQL.Toolbar>
            {({ prettify, copy, merge }) => (
              <>
                {prettify}
                {merge}
                {copy}
                <Share />
              </>
            )}
          </GraphiQL.Toolbar>
        </GraphiQL>
      </section>
    </>
  );
}
