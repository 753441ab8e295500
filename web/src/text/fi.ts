import type { Catalogue } from '.';
import { pictures } from './pictures/fi';

export const fi: Catalogue = {
  frame: {
    skip: 'Siirry sisältöön',
    pages: 'Sivut',
    language: 'Kieli',
    theme: 'Vaalea tai tumma',
    themes: { system: 'Automaattinen', light: 'Vaalea', dark: 'Tumma' },
    loading: 'Ladataan…',
    failed: 'Palvelin ei voinut vastata.',
    requestId: 'Pyynnön tunnus',
    again: 'Yritä uudelleen',
    broken: 'Sivua ei voitu näyttää.',
    reload: 'Lataa uudelleen',
  },
  missing: { title: 'Sivua ei ole', back: 'Aloitussivulle' },
  start: { title: 'Aloitus' },
  explorer: { title: 'Kyselyt' },
  ...pictures,
};
