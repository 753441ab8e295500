// Where the reader is: `#/page/argument?key=value`. All state worth sharing is in the address.

import { useSyncExternalStore } from 'react';

export type Route = { page: string; argument: string | null; params: URLSearchParams };

/** Reads an address such as `#/municipality/398`. */
export function parse(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split(/\?(.*)/s);
  const [page = '', ...rest] = path.split('/');
  return { page, argument: rest.length > 0 ? decode(rest.join('/')) : null, params: new URLSearchParams(query) };
}

/** The address of a page, for links. */
export function to(page: string, argument?: string | null, params?: Record<string, string>): string {
  const query = params ? new URLSearchParams(params).toString() : '';
  return `#/${page}${argument ? `/${encodeURIComponent(argument)}` : ''}${query ? `?${query}` : ''}`;
}

/** Changes parameters of this page's address without a new step in the history; null removes one. */
export function setParams(changes: Record<string, string | null>): void {
  const { page, argument, params } = parse(location.hash);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) params.delete(key);
    else params.set(key, value);
  }
  history.replaceState(null, '', to(page, argument, Object.fromEntries(params)));
  dispatchEvent(new HashChangeEvent('hashchange'));
}

export function useRoute(): Route {
  return parse(useSyncExternalStore(listen, () => location.hash));
}

function listen(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
