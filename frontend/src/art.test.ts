import { expect, it } from 'vitest';
import { tile } from './art';

it('a project always has the same picture, and another project another', () => {
  expect(tile('a1')).toBe(tile('a1'));
  expect(tile('a1')).not.toBe(tile('a2'));
});

it('what a picture is made from cannot become markup', () => {
  const drawn = tile('"><script>alert(1)</script>');
  expect(drawn).not.toContain('script');
  expect(drawn).not.toMatch(/NaN|undefined/);
});
