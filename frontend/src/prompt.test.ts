import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setLanguage } from './i18n';
import { canSend, charactersLeft, isSubmit, lengthHint } from './prompt';
import { MAX_PROMPT_CHARS } from './protocol';

beforeEach(() => setLanguage('en'));
afterEach(() => setLanguage('en'));

describe('Enter', () => {
  const enter = { key: 'Enter', shiftKey: false, isComposing: false, keyCode: 13 };

  it.each([
    ['sends', enter, true],
    ['with Shift begins a line', { ...enter, shiftKey: true }, false],
    ['that picks a word of an input method does not send', { ...enter, isComposing: true }, false],
    ['that picks a word in Safari does not send', { ...enter, keyCode: 229 }, false],
    ['is the only key that sends', { ...enter, key: 'a' }, false],
  ])('%s', (_, event, sends) => {
    expect(isSubmit(event)).toBe(sends);
  });
});

describe('the length', () => {
  it('is that of the trimmed text', () => {
    expect(charactersLeft(`  ${'x'.repeat(10)}\n\n`)).toBe(MAX_PROMPT_CHARS - 10);
  });

  it('counts an emoji once near the limit, as the server does', () => {
    expect(charactersLeft('🌱'.repeat(MAX_PROMPT_CHARS))).toBe(0);
    expect(canSend('🌱'.repeat(MAX_PROMPT_CHARS))).toBe(true);
  });

  it('may reach the limit and not pass it', () => {
    expect(canSend('x'.repeat(MAX_PROMPT_CHARS))).toBe(true);
    expect(canSend('x'.repeat(MAX_PROMPT_CHARS + 1))).toBe(false);
  });

  it('is told when it gets scarce, and by how much it is passed', () => {
    expect(lengthHint('x'.repeat(MAX_PROMPT_CHARS - 1_000))).toBe('');
    expect(lengthHint('x'.repeat(MAX_PROMPT_CHARS - 999))).toBe('999 characters left');
    expect(lengthHint('x'.repeat(MAX_PROMPT_CHARS + 1))).toBe('1 character too many');
    setLanguage('zh-hans');
    expect(lengthHint('x'.repeat(MAX_PROMPT_CHARS + 5))).toBe('超出 5 个字符');
  });
});

it('blanks alone cannot be sent', () => {
  expect(canSend(' \n\t　')).toBe(false);
});
