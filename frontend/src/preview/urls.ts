/** Which document the frame shows. */

import type { PreviewBase } from "../protocol";

export interface Shown {
  base: PreviewBase;
  revision: number | null;
  turn: string | null;
  path: string;
}

/** A document to load: `urls` are tried in order; the same `id` is the same document. */
export interface Target {
  id: string;
  urls: string[];
  live: boolean;
  project: string;
}

/** The page being written if there is one, else the revision, else nothing. */
export function targetOf({ base, revision, turn, path }: Shown): Target | null {
  const live = turn !== null;
  if (!live && revision === null) return null;
  const document = live ? `t/${turn}/` : `r/${revision}/${encodePath(path)}`;
  const bases = base.fallback === null ? [base.url] : [base.url, base.fallback];
  return {
    id: base.url + document,
    urls: bases.map((url) => url + document),
    live,
    project: projectOf(base.url),
  };
}

/** The project's preview key, which every preview address carries; else the address itself. */
export function projectOf(url: string): string {
  return /[0-9a-f]{32}/.exec(url)?.[0] ?? url;
}

/** An address inside a preview as a person names it: the path within the project. */
export function shortAddress(address: string): string {
  const inside = /^https?:\/\/.*?\/(?:r\/\d+|t\/[0-9a-f-]{36})\/([^?#]*)/.exec(address);
  if (!inside) return address.length > 80 ? `${address.slice(0, 79)}…` : address;
  return decode(inside[1]!) || "index.html";
}

function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
