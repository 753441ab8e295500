import type { Catalogue } from '.';
import { pictures } from './pictures/sv';

export const sv: Catalogue = {
  frame: {
    skip: 'Gå till innehållet',
    pages: 'Sidor',
    language: 'Språk',
    theme: 'Ljust eller mörkt',
    themes: { system: 'Automatiskt', light: 'Ljust', dark: 'Mörkt' },
    loading: 'Laddar…',
    failed: 'Servern kunde inte svara.',
    requestId: 'Begärans id',
    again: 'Försök igen',
    broken: 'Sidan kunde inte visas.',
    reload: 'Ladda om',
  },
  missing: { title: 'Sidan finns inte', back: 'Till startsidan' },
  start: { title: 'Start' },
  explorer: { title: 'Frågor' },
  ...pictures,
};
