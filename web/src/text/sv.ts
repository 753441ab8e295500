import type { Catalogue } from '.';

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
  map: { title: 'Karta' },
  contracts: { title: 'Avtal' },
  network: { title: 'Nätverk' },
  municipality: { title: 'Kommun' },
};
