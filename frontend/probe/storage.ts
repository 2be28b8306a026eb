/** Stands in for localStorage and sessionStorage, which throw in a sandboxed page. */

import { STORAGE_CHARS, STORAGE_NAME } from "../src/preview/limits";

export type Area = "local" | "session";
export type Entries = Record<string, string>;
export type Stored = Record<Area, Entries>;

/** What the frame's name carries; empty areas when it carries nothing usable. */
export function readSeed(name: string): Stored {
  let seed: Partial<Stored> | null = null;
  try {
    if (name.startsWith(STORAGE_NAME)) seed = JSON.parse(name.slice(STORAGE_NAME.length)) as Stored;
  } catch {
    // Half a seed is none.
  }
  return { local: entriesOf(seed?.local), session: entriesOf(seed?.session) };
}

/** The frame's name that `readSeed` reads back. */
export function writeSeed(stored: Stored): string {
  return STORAGE_NAME + JSON.stringify(stored);
}

/**
 * A `Storage` that keeps its items in `entries`: methods, length, and keys as properties, as
 * pages use it. Calls `changed` after each change. Throws QuotaExceededError beyond 4 Mi
 * characters.
 */
export function makeStorage(entries: Entries, changed: () => void): Storage {
  const cost = (key: string) => (key in entries ? key.length + entries[key]!.length : 0);
  let size = Object.keys(entries).reduce((sum, key) => sum + cost(key), 0);

  const methods = {
    getItem: (key: string) => entries[String(key)] ?? null,
    key: (index: number) => Object.keys(entries)[index] ?? null,
    setItem(key: string, value: string) {
      key = String(key);
      value = String(value);
      const next = size - cost(key) + key.length + value.length;
      if (next > STORAGE_CHARS) {
        throw new DOMException("The storage is full.", "QuotaExceededError");
      }
      size = next;
      entries[key] = value;
      changed();
    },
    removeItem(key: string) {
      key = String(key);
      size -= cost(key);
      delete entries[key];
      changed();
    },
    clear() {
      size = 0;
      for (const key of Object.keys(entries)) delete entries[key];
      changed();
    },
  };

  const isMethod = (key: string | symbol): key is keyof typeof methods =>
    Object.hasOwn(methods, key);
  const isItem = (key: string | symbol): key is string => typeof key === "string" && key in entries;
  return new Proxy(Object.create(storagePrototype()) as Storage, {
    get(target, key) {
      if (isMethod(key)) return methods[key];
      if (key === "length") return Object.keys(entries).length;
      return isItem(key) ? entries[key] : (Reflect.get(target, key, methods) as unknown);
    },
    set(_, key, value) {
      if (typeof key === "string") methods.setItem(key, value as string);
      return true;
    },
    has: (target, key) => isItem(key) || Reflect.has(target, key),
    deleteProperty(_, key) {
      if (typeof key === "string") methods.removeItem(key);
      return true;
    },
    ownKeys: () => Object.keys(entries),
    getOwnPropertyDescriptor: (_, key) =>
      isItem(key)
        ? { value: entries[key], writable: true, enumerable: true, configurable: true }
        : undefined,
  });
}

/** Without a prototype, so that an item may be called `__proto__` or `constructor`. */
function entriesOf(value: Entries | undefined): Entries {
  return Object.assign(Object.create(null) as Entries, value);
}

function storagePrototype(): object {
  return typeof Storage === "undefined" ? Object.prototype : Storage.prototype;
}
