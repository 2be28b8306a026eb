// What was edited by hand and not yet saved. A new revision never overwrites it unasked.

import { type Files, sameFiles } from './files';

export interface WorkingCopy {
  /** The revision it was made from; null before the first. */
  base: number | null;
  /** That revision's files. */
  baseFiles: Files;
  /** The files as edited. */
  files: Files;
  /** A newer revision that came while there were changes. */
  newer: { revision: number | null; files: Files } | null;
}

/** Edits as they are kept in the browser's storage; null deletes a file. */
export interface KeptEdits {
  base: number | null;
  edits: Record<string, string | null>;
}

export const EMPTY_COPY: WorkingCopy = { base: null, baseFiles: {}, files: {}, newer: null };

export function isDirty(copy: WorkingCopy): boolean {
  return !sameFiles(copy.files, copy.baseFiles);
}

export function isPathDirty(copy: WorkingCopy, path: string): boolean {
  return copy.files[path] !== copy.baseFiles[path];
}

/** The newest revision came in: follow it, or keep the changes and offer the choice. */
export function receive(copy: WorkingCopy, revision: number | null, files: Files): WorkingCopy {
  if (revision === copy.base && sameFiles(files, copy.baseFiles)) return copy;
  if (!isDirty(copy) || sameFiles(files, copy.files)) {
    return { base: revision, baseFiles: files, files, newer: null };
  }
  return { ...copy, newer: { revision, files } };
}

/** Put the changes on top of the newer revision. */
export function keepMine(copy: WorkingCopy): WorkingCopy {
  if (!copy.newer) return copy;
  const files = applyEdits(copy.newer.files, editsOf(copy).edits);
  return { base: copy.newer.revision, baseFiles: copy.newer.files, files, newer: null };
}

/** Drop the changes: the newer revision if there is one, else the one they were made on. */
export function takeNew(copy: WorkingCopy): WorkingCopy {
  const { revision, files } = copy.newer ?? { revision: copy.base, files: copy.baseFiles };
  return { base: revision, baseFiles: files, files, newer: null };
}

/** The server saved `saved` as `revision`; what was typed since stays a change. */
export function savedAs(copy: WorkingCopy, revision: number, saved: Files): WorkingCopy {
  if (copy.base !== null && copy.base >= revision) return copy;
  return { ...copy, base: revision, baseFiles: saved, newer: null };
}

export function withFile(copy: WorkingCopy, path: string, text: string): WorkingCopy {
  return { ...copy, files: { ...copy.files, [path]: text } };
}

export function withoutFile(copy: WorkingCopy, path: string): WorkingCopy {
  const { [path]: _dropped, ...files } = copy.files;
  return { ...copy, files };
}

export function renamed(copy: WorkingCopy, from: string, to: string): WorkingCopy {
  return withFile(withoutFile(copy, from), to, copy.files[from] ?? '');
}

export function editsOf(copy: WorkingCopy): KeptEdits {
  const edits: KeptEdits['edits'] = {};
  for (const path of Object.keys({ ...copy.baseFiles, ...copy.files })) {
    if (isPathDirty(copy, path)) edits[path] = copy.files[path] ?? null;
  }
  return { base: copy.base, edits };
}

/**
 * A reload later: the kept edits, still to be saved. If they were made on an older revision than
 * the newest, whose files are `files`, the choice is offered.
 */
export function reopened(
  revision: number | null,
  files: Files,
  kept: KeptEdits | null,
): WorkingCopy {
  if (!kept) return { base: revision, baseFiles: files, files, newer: null };
  const newer = kept.base === revision ? null : { revision, files };
  return { base: kept.base, baseFiles: files, files: applyEdits(files, kept.edits), newer };
}

function applyEdits(files: Files, edits: KeptEdits['edits']): Files {
  const result = { ...files };
  for (const [path, text] of Object.entries(edits)) {
    if (text === null) delete result[path];
    else result[path] = text;
  }
  return result;
}
