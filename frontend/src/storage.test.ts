import { beforeEach, expect, it } from 'vitest';
import type { Wish } from './session';
import { ProjectStorage, type Store } from './storage';

class MemoryStore implements Store {
  readonly values = new Map<string, string>();
  full = false;

  get length(): number {
    return this.values.size;
  }
  key(index: number): string | null {
    return [...this.values.keys()][index] ?? null;
  }
  getItem(name: string): string | null {
    return this.values.get(name) ?? null;
  }
  setItem(name: string, value: string): void {
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.values.set(name, value);
  }
  removeItem(name: string): void {
    this.values.delete(name);
  }
}

let store: MemoryStore;
let garden: ProjectStorage;

function wish(ref: string): Wish {
  return { ref, text: 'A garden', ask: false, instead: null, element: '', retry: null, known: [], problem: null };
}

beforeEach(() => {
  store = new MemoryStore();
  garden = new ProjectStorage('garden', store);
});

it('a half-typed wish survives, and an emptied one leaves nothing behind', () => {
  garden.keepDraft('A gard');
  expect(new ProjectStorage('garden', store).draft()).toBe('A gard');
  garden.keepDraft('');
  expect(store.length).toBe(0);
});

it('projects do not see each other', () => {
  garden.keepDraft('flowers');
  garden.keepWishes([], [wish('r1')]);
  const other = new ProjectStorage('garden-two', store);
  expect([other.draft(), other.wishes(), other.edits()]).toEqual(['', [], null]);
});

it('two tabs of a project keep both their wishes', () => {
  const tab = new ProjectStorage('garden', store);
  garden.keepWishes([], [wish('r1')]);
  tab.keepWishes([], [wish('r2')]);
  expect(garden.wishes().map((kept) => kept.ref).sort()).toEqual(['r1', 'r2']);
  tab.keepWishes([wish('r2')], []);
  expect(garden.wishes()).toEqual([wish('r1')]);
});

it('edits are kept with the revision they were made on, and dropped when there are none', () => {
  const edits = { base: 3, edits: { 'index.html': '<p>', 'old.css': null } };
  garden.keepEdits(edits);
  expect(garden.edits()).toEqual(edits);
  garden.keepEdits({ base: 4, edits: {} });
  expect(garden.edits()).toBeNull();
});

it('what was damaged is passed over', () => {
  garden.keepWishes([], [wish('r1'), wish('r2')]);
  store.values.set('atelier:garden:wish:r1', '{"ref":');
  store.values.set('atelier:garden:edits', 'nonsense');
  expect(garden.wishes()).toEqual([wish('r2')]);
  expect(garden.edits()).toBeNull();
});

it('a full storage does not stop the page', () => {
  store.full = true;
  expect(() => garden.keepDraft('A garden')).not.toThrow();
  expect(garden.draft()).toBe('');
});
