// Times, sizes and speeds in the reader's language.

import { locale } from './i18n';

/** Seconds in the largest fitting unit: "40 sec", "2 min". */
export function duration(seconds: number): string {
  const minutes = seconds >= 90;
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: minutes ? 'minute' : 'second',
    unitDisplay: 'short',
  }).format(minutes ? Math.round(seconds / 60) : Math.max(1, Math.round(seconds)));
}

/** How long something will take, rounded so that it does not jitter: 5 s steps below a minute. */
export function remaining(seconds: number): string {
  return duration(seconds < 10 ? Math.ceil(seconds) : Math.ceil(seconds / 5) * 5);
}

/** Bytes as "320 B" or "4.2 kB". */
export function size(bytes: number): string {
  const kilo = bytes >= 1000;
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: kilo ? 'kilobyte' : 'byte',
    unitDisplay: kilo ? 'short' : 'narrow',
    maximumFractionDigits: bytes < 100_000 && kilo ? 1 : 0,
  }).format(kilo ? bytes / 1000 : bytes);
}

/** Tokens per second: one decimal below ten. */
export function speed(perSecond: number): string {
  return new Intl.NumberFormat(locale(), {
    maximumFractionDigits: perSecond < 10 ? 1 : 0,
  }).format(perSecond);
}

/** A moment (seconds since 1970): the time today, else the day and the time. */
export function moment(seconds: number, now: Date = new Date()): string {
  const date = new Date(seconds * 1000);
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
  if (date.toDateString() === now.toDateString()) {
    return new Intl.DateTimeFormat(locale(), time).format(date);
  }
  const year: Intl.DateTimeFormatOptions =
    date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' };
  const day: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric', ...year };
  return new Intl.DateTimeFormat(locale(), { ...day, ...time }).format(date);
}

/** An element's source in a few words: "‹button› Pour the tea". */
export function elementName(source: string): string {
  const tag = /^<([\w-]+)/.exec(source)?.[1] ?? '';
  const text = source.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim();
  return `‹${tag}› ${text.slice(0, 60)}`.trim();
}

/** About how many tokens a text is; as the server counts them. */
export function tokensOf(text: string): number {
  return text ? Math.floor(new TextEncoder().encode(text).length / 3) + 1 : 0;
}

/** A count, with the language's separators. */
export function amount(count: number): string {
  return new Intl.NumberFormat(locale()).format(count);
}
