import { describe, expect, it } from 'vitest';
import {
  editsOf,
  EMPTY_COPY,
  isDirty,
  isPathDirty,
  keepMine,
  receive,
  renamed,
  reopened,
  savedAs,
  takeNew,
  withFile,
  withoutFile,
} from './workingCopy';

const one = { 'index.html': 'one', 'a.css': 'a' };
const two = { 'index.html': 'two', 'a.css': 'a' };
const clean = receive(EMPTY_COPY, 1, one);
const edited = withFile(clean, 'a.css', 'mine');

describe('a new revision', () => {
  it('is followed while nothing was edited', () => {
    expect(receive(clean, 2, two)).toEqual({ base: 2, baseFiles: two, files: two, newer: null });
  });

  it('never overwrites what was edited: it offers the choice', () => {
    const copy = receive(edited, 2, two);
    expect(copy.files['a.css']).toBe('mine');
    expect(copy.newer).toEqual({ revision: 2, files: two });
  });

  it('that holds just what was edited settles it', () => {
    expect(receive(edited, 2, edited.files)).toMatchObject({ base: 2, newer: null });
  });

  it('that is known already changes nothing', () => {
    expect(receive(edited, 1, one)).toBe(edited);
  });
});

describe('the choice', () => {
  const offered = receive(edited, 2, two);

  it('keeps my changes on top of the newer revision', () => {
    const copy = keepMine(offered);
    expect(copy.files).toEqual({ 'index.html': 'two', 'a.css': 'mine' });
    expect(copy).toMatchObject({ base: 2, newer: null });
  });

  it('or takes the new one', () => {
    expect(takeNew(offered)).toEqual({ base: 2, baseFiles: two, files: two, newer: null });
  });

  it('without a newer revision goes back to what was saved', () => {
    expect(takeNew(edited)).toEqual(clean);
  });
});

describe('saving', () => {
  it('leaves what was typed meanwhile as a change', () => {
    const typed = withFile(edited, 'a.css', 'mine, longer');
    const copy = savedAs(typed, 2, edited.files);
    expect(isDirty(copy)).toBe(true);
    expect(editsOf(copy)).toEqual({ base: 2, edits: { 'a.css': 'mine, longer' } });
  });

  it('that is answered after a newer revision came is not taken for the newest', () => {
    const later = receive(clean, 3, two);
    expect(savedAs(later, 2, one)).toBe(later);
  });
});

describe('edits', () => {
  it('name what was changed, added and deleted', () => {
    const copy = withoutFile(withFile(edited, 'b.js', ''), 'index.html');
    expect(editsOf(copy).edits).toEqual({ 'a.css': 'mine', 'b.js': '', 'index.html': null });
    expect(isPathDirty(copy, 'b.js')).toBe(true);
  });

  it('of a renamed file carry its text to the new name', () => {
    expect(editsOf(renamed(clean, 'a.css', 'b.css')).edits).toEqual({ 'a.css': null, 'b.css': 'a' });
  });

  it('undone are none', () => {
    expect(isDirty(withFile(edited, 'a.css', 'a'))).toBe(false);
  });

  it('survive a reload', () => {
    expect(reopened(1, one, editsOf(edited))).toEqual(edited);
    expect(reopened(1, one, null)).toEqual(clean);
  });

  it('made before a newer revision are offered as a choice after a reload', () => {
    const copy = reopened(2, two, editsOf(edited));
    expect(copy.newer).toEqual({ revision: 2, files: two });
    expect(keepMine(copy).files).toEqual({ 'index.html': 'two', 'a.css': 'mine' });
    expect(takeNew(copy).files).toEqual(two);
  });
});
