// How a page ran, in words.

import { t, type Key } from './i18n';
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
  const said = t(key, { message: fault.message });
  const place = fault.file && fault.line ? t('fault.place', { file: fault.file, line: fault.line }) : '';
  return place ? `${said} (${place})` : said;
}
