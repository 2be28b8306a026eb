// Words in two languages. The catalogue is one; problems are translated by their code.

import { catalogue, type Entry } from './catalogue';
import { problemsInChinese } from './problems';
import type { Problem } from './protocol';

export type Language = 'en' | 'zh-hans';
export type Key = keyof typeof catalogue;
export type Params = Record<string, string | number>;

let language: Language = 'en';

/** Set once, when the page starts. */
export function setLanguage(chosen: Language): void {
  language = chosen;
}

/** The language as a BCP 47 tag, for Intl. */
export function locale(): string {
  return language === 'en' ? 'en' : 'zh-Hans';
}

/** The text for `key`; `{name}` is replaced by `params.name`, and `params.n` picks the plural. */
export function t(key: Key, params: Params = {}): string {
  const entry: Entry = catalogue[key];
  if (language === 'zh-hans') return fill(entry.zh, params);
  if (typeof entry.en === 'string') return fill(entry.en, params);
  return fill(Number(params['n']) === 1 ? entry.en.one : entry.en.other, params);
}

/** The problem in the chosen language; in English, or without a translation, as it was sent. */
export function problemText(problem: Problem): string {
  const chinese = language === 'zh-hans' ? problemsInChinese[problem.code] : undefined;
  if (!chinese) return problem.message;
  const text = fill(chinese, problem.params);
  return /\{\w+\}/.test(text) ? problem.message : text;
}

function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (typeof value === 'number') return new Intl.NumberFormat(locale()).format(value);
    return value ?? whole;
  });
}
