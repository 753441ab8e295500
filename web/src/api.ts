// The public API: one function that asks, one hook for components.

import { useEffect, useState } from 'react';
import type { TypedDocumentString } from './gql/graphql';
import { language, useLanguage } from './preference';

const ENDPOINT = 'graphql';

/** What went wrong, as the API says it. */
export class ApiError extends Error {
  constructor(
    message: string,
    /** Code of docs/API.md; `NETWORK` where no answer came, `HTTP` where it was none of the API's. */
    readonly code: string,
    /** Under which the server's log knows it. */
    readonly requestId: string | null,
  ) {
    super(message);
  }
}

type Answer<T> = {
  data?: T | null;
  errors?: { message: string; extensions?: { code?: string; requestId?: string } }[];
};

/** Asks the API; an answer with any error is an error. */
export async function ask<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  let response: Response;
  try {
    response = await fetch(ENDPOINT, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        'accept-language': language(),
      },
      body: JSON.stringify({ query: document.toString(), variables }),
      signal: signal ?? null,
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError(String(cause), 'NETWORK', null);
  }
  const requestId = response.headers.get('x-request-id');
  const answer = (await response.json().catch(() => ({}))) as Answer<Data>;
  const error = answer.errors?.[0];
  if (error) {
    throw new ApiError(error.message, error.extensions?.code ?? 'HTTP', error.extensions?.requestId ?? requestId);
  }
  if (!answer.data) throw new ApiError(`HTTP ${response.status}`, 'HTTP', requestId);
  return answer.data;
}

/** `answer` stays what it was while the next one is on its way. */
export type Asked<Data> = { loading: boolean; error: ApiError | null; answer: Data | null; again: () => void };

/** Asks when the component appears, and again when document, variables or language change. Null variables: not yet. */
export function useQuery<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables | null,
): Asked<Data> {
  const [lang] = useLanguage();
  const [state, setState] = useState<Omit<Asked<Data>, 'again'>>({ loading: true, error: null, answer: null });
  const [turn, setTurn] = useState(0);
  const key = JSON.stringify(variables);
  useEffect(() => {
    const wanted = JSON.parse(key) as Variables | null;
    if (wanted === null) {
      // eslint-disable-next-line react-hooks/set-state-in-effect -- the answer to other variables must not stay
      setState({ loading: false, error: null, answer: null });
      return;
    }
    const abort = new AbortController();
    setState((before) => ({ ...before, loading: true, error: null }));
    ask(document, wanted, abort.signal).then(
      (answer) => setState({ loading: false, error: null, answer }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        const known = error instanceof ApiError ? error : new ApiError(String(error), 'NETWORK', null);
        setState({ loading: false, error: known, answer: null });
      },
    );
    return () => abort.abort();
    // The language goes out as a header.
  }, [document, key, lang, turn]);
  return { ...state, again: () => setTurn((before) => before + 1) };
}
