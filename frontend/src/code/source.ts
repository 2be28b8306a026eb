// Which text the code view shows: the live one, an older revision's, or the one being edited.

import { entryOf, type Files } from '../files';
import type { LiveTurn } from '../session';

export type Mode = 'live' | 'older' | 'mine';

export interface Choice {
  viewing: number | null;
  writing: LiveTurn | null;
  dirty: boolean;
  /** The user wants to see their changes although a turn is writing. */
  preferMine: boolean;
}

export function modeOf({ viewing, writing, dirty, preferMine }: Choice): Mode {
  if (viewing !== null) return 'older';
  return writing && !(dirty && preferMine) ? 'live' : 'mine';
}

/** The file to show: the one that was picked, else the one being written, else the entry. */
export function pathOf(files: Files, picked: string | null, writing: string | null): string | null {
  if (picked !== null && picked in files) return picked;
  if (writing !== null && writing in files) return writing;
  const entry = entryOf(files);
  return entry in files ? entry : (Object.keys(files)[0] ?? null);
}
