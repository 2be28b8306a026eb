/** What previewed pages keep in localStorage, per project, kept here because they have none. */

import { STORAGE_CHARS, STORAGE_NAME } from "./limits";

const DATABASE = "atelier-previews";
const STORE = "local";

/** The newest of each project; the database behind it may be missing, then this is all. */
const memory = new Map<string, string>();
let database: Promise<IDBDatabase | null> | undefined;

/** The frame name that seeds the project's storage; the probe reads it before the page runs. */
export async function storageSeed(project: string): Promise<string> {
  const json = memory.get(project) ?? (await read(project)) ?? "{}";
  return `${STORAGE_NAME}{"local":${json}}`;
}

/** Keep `json`, the page's whole localStorage as the probe sent it. Too much is not kept. */
export function saveStorage(project: string, json: string): void {
  // Twice: a character may be written as an escape of several.
  if (json.length > 2 * STORAGE_CHARS) return;
  memory.set(project, json);
  void open().then((db) =>
    db?.transaction(STORE, "readwrite").objectStore(STORE).put(json, project),
  );
}

async function read(project: string): Promise<string | undefined> {
  const db = await open();
  if (!db) return undefined;
  return new Promise((resolve) => {
    const request = db.transaction(STORE).objectStore(STORE).get(project) as IDBRequest<string>;
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(undefined);
  });
}

function open(): Promise<IDBDatabase | null> {
  database ??= new Promise((resolve) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => resolve(null);
  });
  return database;
}
