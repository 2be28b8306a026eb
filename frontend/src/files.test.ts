import { describe, expect, it } from 'vitest';
import { byteLength, entryOf, pathProblem, sameFiles, sorted } from './files';

describe('a new path', () => {
  it.each([
    ['style.css', null],
    ['js/game.js', null],
    ['页面/关于 我.html', null],
    ['', 'path.empty'],
    ['x'.repeat(201), 'path.long'],
    ['a/b/c/d/e/f/g/h/i.txt', 'path.long'],
    ['a\\b.css', 'path.characters'],
    ['what?.html', 'path.characters'],
    ['a\u0000b', 'path.characters'],
    ['../climbs.html', 'path.outside'],
    ['/root.html', 'path.outside'],
    ['a//b.css', 'path.outside'],
    ['a/./b.css', 'path.outside'],
    ['NUL.txt', 'path.reserved'],
    ['a/com1', 'path.reserved'],
    [' a.css', 'path.reserved'],
    ['a.', 'path.reserved'],
    ['index.html', 'path.taken'],
    ['index.html/a.css', 'path.folder'],
    ['img', 'path.folder'],
  ])('%j: %s', (path, problem) => {
    expect(pathProblem(path, ['index.html', 'img/a.svg'])).toBe(problem);
  });
});

it('index.html opens first, else the first page by name', () => {
  expect(entryOf({ 'a.html': '', 'index.html': '' })).toBe('index.html');
  expect(entryOf({ 'b.HTM': '', 'a.css': '', 'c.html': '' })).toBe('b.HTM');
  expect(entryOf({})).toBe('index.html');
});

it('index.html is listed first, the rest by name', () => {
  expect(sorted({ 'b.js': '', 'a.css': '', 'index.html': '' })).toEqual(['index.html', 'a.css', 'b.js']);
});

it('a size is that of UTF-8', () => {
  expect(byteLength('é€🌱')).toBe(9);
});

it('projects are the same when paths and texts are', () => {
  expect(sameFiles({ a: '1', b: '2' }, { b: '2', a: '1' })).toBe(true);
  expect(sameFiles({ a: '1' }, { a: '2' })).toBe(false);
  expect(sameFiles({ a: '' }, { b: '' })).toBe(false);
});
