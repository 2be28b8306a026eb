// How a page ran, in words.

import { catalogue } from './catalogue';
import { locale, t, type Key } from './i18n';
import type { ExecutionReport, Fault } from './protocol';

/** "Works", "Works with warnings", "Fails: …", "Not checked". */
export function verdictText(report: ExecutionReport | null): string {
  if (report === null) return t('verdict.none');
  const first = report.faults.find((fault) => fault.severity === 'error');
  if (report.verdict === 'fails' && first) return t('verdict.fails.why', { why: faultText(first) });
  return t(`verdict.${report.verdict}`);
}

/** The verdict in a word or two, where there is little room. */
export function verdictWord(report: ExecutionReport | null): string {
  return report === null ? t('verdict.none') : t(`verdict.${report.verdict}`);
}

/** A fault as a person would say it; the browser's own words where it has some. */
export function faultText(fault: Fault): string {
  const key: Key = `fault.${fault.kind}`;
  const message = fault.kind === 'lacking' ? lackText(fault.message) : fault.message;
  const said = t(key, { message });
  const place = fault.file && fault.line ? t('fault.place', { file: fault.file, line: fault.line }) : '';
  return place ? `${said} (${place})` : said;
}

/** What the wish names and the page lacks, in words; "" when nothing is. */
export function lacksText(report: ExecutionReport | null | undefined): string {
  const things = (report?.faults ?? []).filter(({ kind }) => kind === 'lacking');
  return new Intl.ListFormat(locale()).format(things.map(({ message }) => lackText(message)));
}

/** "slider", "undo button" in the reader's language; names and figures as they are. */
function lackText(thing: string): string {
  const [name, button] = thing.split(' ');
  const key = `lack.${name}`;
  if (!(key in catalogue)) return thing;
  const said = t(key as Key);
  return button ? t('lack.button', { name: said }) : said;
}
