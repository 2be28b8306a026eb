import { afterEach, describe, expect, it } from 'vitest';
import { duration, elementName, moment, remaining, size, speed } from './format';
import { setLanguage } from './i18n';

afterEach(() => setLanguage('en'));

it.each([
  [0.2, '1 sec'],
  [59.6, '60 sec'],
  [89, '89 sec'],
  [90, '2 min'],
  [150, '3 min'],
])('%d seconds last "%s"', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

it.each([
  [3.2, '4 sec'],
  [11, '15 sec'],
  [86, '2 min'],
])('%d seconds left are "%s": in steps, never too few', (seconds, text) => {
  expect(remaining(seconds)).toBe(text);
});

it.each([
  [0, '0B'],
  [999, '999B'],
  [4_210, '4.2 kB'],
  [123_456, '123 kB'],
])('%d bytes are "%s"', (bytes, text) => {
  expect(size(bytes)).toBe(text);
});

it.each([
  [9.46, '9.5'],
  [42.4, '42'],
])('%d tokens a second are "%s"', (perSecond, text) => {
  expect(speed(perSecond)).toBe(text);
});

describe('an element', () => {
  it('is named by its tag and the beginning of its text', () => {
    expect(elementName('<button class="a">Pour <b>tea</b></button>')).toBe('‹button› Pour tea');
    expect(elementName('<canvas></canvas>')).toBe('‹canvas›');
  });
});

describe('a moment', () => {
  const now = new Date(2026, 10, 24, 15, 0);
  const at = (...parts: [number, number, number, number, number]) =>
    moment(new Date(...parts).getTime() / 1000, now);

  it('of today is a time, of this year a day, of another year a date', () => {
    expect(at(2026, 10, 24, 9, 5)).toMatch(/^0?9:05/);
    expect(at(2026, 10, 23, 9, 5)).toMatch(/^Nov 23/);
    expect(at(2025, 10, 24, 9, 5)).toMatch(/^Nov 24, 2025/);
  });

  it('is written as the reader writes it', () => {
    setLanguage('zh-hans');
    expect(at(2026, 10, 23, 9, 5)).toMatch(/^11月23日/);
    expect(duration(40)).toBe('40秒');
  });
});
