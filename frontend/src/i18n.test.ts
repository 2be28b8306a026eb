import { afterEach, describe, expect, it } from 'vitest';
import { catalogue, type Entry } from './catalogue';
import { problemText, setLanguage, t } from './i18n';
import { problemsInChinese } from './problems';

const CHINESE = /[\u4e00-\u9fff]/;

function places(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort();
}

afterEach(() => setLanguage('en'));

describe.each(Object.entries<Entry>(catalogue))('%s', (_, entry) => {
  const english = typeof entry.en === 'string' ? [entry.en] : Object.values(entry.en);

  it('has words in both languages', () => {
    for (const text of english) expect(text.trim()).not.toBe('');
    expect(entry.zh).toMatch(CHINESE);
  });

  it('has the same places to fill in both', () => {
    for (const text of english) expect(places(entry.zh)).toEqual(places(text));
  });
});

describe('a text', () => {
  it('picks the plural by n', () => {
    expect(t('revision.files', { n: 1 })).toBe('1 file');
    expect(t('revision.files', { n: 1234 })).toBe('1,234 files');
    setLanguage('zh-hans');
    expect(t('revision.files', { n: 1 })).toBe('1 个文件');
  });

  it('shows a place that nothing fills', () => {
    expect(t('revision.name')).toBe('Revision {n}');
  });
});

describe('a problem', () => {
  const problem = { code: 'prompt-too-large', message: 'As sent.', params: { limit: 16000, length: 17000 } };

  it('is shown in English as it was sent', () => {
    expect(problemText(problem)).toBe('As sent.');
  });

  it('is translated by its code and filled with its facts', () => {
    setLanguage('zh-hans');
    expect(problemText(problem)).toBe('一条要求最多 16,000 个字符，这条有 17,000 个。');
  });

  it('without a translation, or without its facts, is shown as it was sent', () => {
    setLanguage('zh-hans');
    expect(problemText({ ...problem, code: 'unheard-of' })).toBe('As sent.');
    expect(problemText({ ...problem, params: {} })).toBe('As sent.');
  });

  it.each(Object.entries(problemsInChinese))('%s is Chinese', (_, text) => {
    expect(text).toMatch(CHINESE);
  });
});
