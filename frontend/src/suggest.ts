// What one could wish for next: told from what the page's files have, so that it can be done.

import type { Key } from './i18n';

/** What files have, and the wish that fits it; the first ones are the most fun. */
const RULES: [RegExp, Key][] = [
  [/\bquestions:\s*\[/, 'suggest.question'],
  [/\benemies:\s*\[/, 'suggest.enemy'],
  [/\bspeed:/, 'suggest.faster'],
  [/\blives:\s*[1-9]/, 'suggest.lives'],
  [/\bgravity:/, 'suggest.gravity'],
  [/\bcount:/, 'suggest.more'],
  [/class="cards?\b/, 'suggest.cards'],
  [/\bitems:\s*\[/, 'suggest.items'],
  [/<form\b/, 'suggest.form'],
  [/\bmode: "light"|data-mode="light"/, 'suggest.dark'],
  [/\bmode: "dark"|data-mode="dark"/, 'suggest.light'],
  [/\baccent:|--accent:/, 'suggest.accent'],
  [/\bbackground:/, 'suggest.background'],
  [/<h1\b/, 'suggest.title'],
  [/<footer\b/, 'suggest.footer'],
];
const COUNT = 3;
const MOST = 60_000; // characters that are looked at

/** Up to three wishes that fit the files; others after every turn, as there are. */
export function suggestions(files: Record<string, string>, turns: number): Key[] {
  const own = Object.entries(files).filter(([path]) => path === 'content.js' || path.endsWith('.html'));
  const text = own.map(([, content]) => content).join('\n').slice(0, MOST);
  const fitting = RULES.filter(([pattern]) => pattern.test(text)).map(([, key]) => key);
  const start = fitting.length > COUNT ? ((turns - 1) * COUNT) % fitting.length : 0;
  return [...fitting.slice(start), ...fitting.slice(0, start)].slice(0, COUNT);
}
