// What Django hands over with the page.

import type { Language } from './i18n';

export interface Boot {
  project: string;
  name: string;
  language: Language;
  socket: string;
  save: string;
  download: string;
  home: string;
}

export function readBoot(): Boot {
  return JSON.parse(document.getElementById('boot')?.textContent ?? '{}') as Boot;
}

export function csrfToken(): string {
  return document.querySelector<HTMLInputElement>('[name=csrfmiddlewaretoken]')?.value ?? '';
}

/** The websocket's address on the studio's own host. */
export function socketUrl(path: string, page: Pick<Location, 'protocol' | 'host'>): string {
  return `${page.protocol === 'https:' ? 'wss' : 'ws'}://${page.host}${path}`;
}
