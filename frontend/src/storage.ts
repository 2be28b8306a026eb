// What survives a reload on this machine: the half-typed wish, unsent wishes, unsaved edits.

import type { Wish } from './session';
import type { KeptEdits } from './workingCopy';

/** The part of the browser's Storage that is used here. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export class ProjectStorage {
  constructor(
    private readonly project: string,
    private readonly store: Store,
  ) {}

  draft(): string {
    return this.read('draft') ?? '';
  }

  keepDraft(text: string): void {
    this.write('draft', text || null);
  }

  /** One key per wish, so that two tabs of a project do not overwrite each other's. */
  wishes(): Wish[] {
    const prefix = this.name('wish:');
    const names = Array.from({ length: this.store.length }, (_, i) => this.store.key(i) ?? '');
    return names
      .filter((name) => name.startsWith(prefix))
      .map((name) => parse<Wish>(this.store.getItem(name)))
      .filter((wish) => wish !== null);
  }

  keepWishes(before: Wish[], now: Wish[]): void {
    const kept = new Set(now.map((wish) => wish.ref));
    before
      .filter((wish) => !kept.has(wish.ref))
      .forEach((wish) => this.write(`wish:${wish.ref}`, null));
    now.forEach((wish) => this.write(`wish:${wish.ref}`, JSON.stringify(wish)));
  }

  edits(): KeptEdits | null {
    return parse<KeptEdits>(this.read('edits'));
  }

  keepEdits(edits: KeptEdits): void {
    const none = Object.keys(edits.edits).length === 0;
    this.write('edits', none ? null : JSON.stringify(edits));
  }

  private name(key: string): string {
    return `atelier:${this.project}:${key}`;
  }

  private read(key: string): string | null {
    return this.store.getItem(this.name(key));
  }

  private write(key: string, value: string | null): void {
    try {
      if (value === null) this.store.removeItem(this.name(key));
      else this.store.setItem(this.name(key), value);
    } catch {
      // Storage is full or forbidden: the page works on, only a reload would forget.
    }
  }
}

function parse<T>(text: string | null): T | null {
  try {
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}
