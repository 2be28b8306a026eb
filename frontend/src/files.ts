// A project's files in the browser. Paths follow the rules of workers/files.py, which decides.

import type { Key } from './i18n';

export type Files = Record<string, string>;

const MAX_PATH = 200; // characters
const MAX_DEPTH = 8; // folders
const FORBIDDEN = /[\u0000-\u001f\u007f\\:*?"<>|]/;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/** Why `path` cannot be a new file beside `others`, as a catalogue key; null if it can. */
export function pathProblem(path: string, others: string[]): Key | null {
  const parts = path.split('/');
  if (!path) return 'path.empty';
  if (path.length > MAX_PATH || parts.length > MAX_DEPTH) return 'path.long';
  if (FORBIDDEN.test(path)) return 'path.characters';
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return 'path.outside';
  if (parts.some((part) => RESERVED.test(part) || part !== part.trim() || part.endsWith('.'))) {
    return 'path.reserved';
  }
  if (others.includes(path)) return 'path.taken';
  const clash = others.some(
    (other) => other.startsWith(`${path}/`) || path.startsWith(`${other}/`),
  );
  return clash ? 'path.folder' : null;
}

/** The page that opens first: index.html, else the first HTML file by name, else index.html. */
export function entryOf(files: Files): string {
  if ('index.html' in files) return 'index.html';
  return sorted(files).find((path) => /\.html?$/i.test(path)) ?? 'index.html';
}

/** The paths, the entry first, the rest by name. */
export function sorted(files: Files): string[] {
  return Object.keys(files).sort((a, b) => {
    const first = Number(b === 'index.html') - Number(a === 'index.html');
    return first || a.localeCompare(b);
  });
}

/** Size of a text in UTF-8, bytes. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

export function sameFiles(a: Files, b: Files): boolean {
  const paths = Object.keys(a);
  return paths.length === Object.keys(b).length && paths.every((path) => a[path] === b[path]);
}
