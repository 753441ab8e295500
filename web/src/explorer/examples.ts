// Ready examples: the files of examples/queries, each with its titles and readers in comments at its head.

import type { Language } from '../preference';

export const READERS = ['portal', 'integrator', 'dashboard'] as const;
export type Reader = (typeof READERS)[number];
export type Example = { key: string; titles: Partial<Record<Language, string>>; readers: Reader[]; query: string };

const FILES = import.meta.glob<string>('../../../examples/queries/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function read(path: string, text: string): Example {
  const lines = text.split('\n');
  const body = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'));
  const head = new Map<string, string>();
  for (const line of lines.slice(0, body)) {
    const found = line.match(/^#\s*(\w+):\s*(.*)$/);
    if (found?.[1] && found[2]) head.set(found[1], found[2].trim());
  }
  const titles: Example['titles'] = {};
  for (const lang of ['fi', 'sv', 'en'] as const) {
    const title = head.get(lang);
    if (title) titles[lang] = title;
  }
  const named = head.get('for')?.split(/[\s,]+/) ?? [];
  return {
    key: path.replace(/^.*\/|\.graphql$/g, ''),
    titles,
    readers: READERS.filter((reader) => named.includes(reader)),
    query: lines.slice(body).join('\n'),
  };
}

export const EXAMPLES: Example[] = Object.entries(FILES).map(([path, text]) => read(path, text));

/** Title in a language, else in another, else the name of the file. */
export function title(example: Example, lang: Language): string {
  const { titles, key } = example;
  return titles[lang] ?? titles.en ?? titles.fi ?? key;
}

/** Examples for a reader, by their titles. */
export function examplesFor(reader: Reader, lang: Language): Example[] {
  const { compare } = new Intl.Collator(lang);
  const chosen = EXAMPLES.filter(({ readers }) => readers.includes(reader));
  return chosen.sort((one, other) => compare(title(one, lang), title(other, lang)));
}
