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
  /** A screenshot's address; `{n}` and `{screen}` are to be filled in. */
  shots: string;
}

export type Screen = 'desktop' | 'phone';

/** Where the screenshot of a revision is. */
export function shotUrl(boot: Boot, revision: number, screen: Screen): string {
  return boot.shots.replace('{n}', String(revision)).replace('{screen}', screen);
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
