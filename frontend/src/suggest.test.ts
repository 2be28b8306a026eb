import { describe, expect, it } from 'vitest';

import { suggestions } from './suggest';

const GAME = { 'content.js': 'const CONTENT = { speed: 1, lives: 3, count: 9, accent: "#123", mode: "dark" };' };

describe('suggestions', () => {
  it('fit what the files have', () => {
    expect(suggestions(GAME, 1)).toEqual(['suggest.faster', 'suggest.lives', 'suggest.more']);
    expect(suggestions({ 'index.html': '<h1>Tea</h1><form>' }, 1)).toEqual(['suggest.form', 'suggest.title']);
  });

  it('are others after the next turn', () => {
    expect(suggestions(GAME, 2)).toEqual(['suggest.light', 'suggest.accent', 'suggest.faster']);
  });

  it('look at what was written for the page, not at its program', () => {
    expect(suggestions({ 'engine.js': 'x = { speed: 1 }' }, 1)).toEqual([]);
    expect(suggestions({}, 1)).toEqual([]);
  });
});
