import { pictures } from './pictures/en';

export const en = {
  frame: {
    skip: 'Skip to content',
    pages: 'Pages',
    language: 'Language',
    theme: 'Light or dark',
    themes: { system: 'Automatic', light: 'Light', dark: 'Dark' },
    loading: 'Loading…',
    failed: 'The server could not answer.',
    requestId: 'Request id',
    again: 'Try again',
    broken: 'This page could not be shown.',
    reload: 'Load again',
  },
  missing: { title: 'There is no such page', back: 'To the start page' },
  start: { title: 'Start' },
  explorer: { title: 'Explorer' },
  ...pictures,
};
