/** Values as one line of text, the way a console shows them; never runs the page's own toJSON. */

import { LINE_CHARS } from "../src/preview/limits";

const KEYS = 20;
const DEPTH = 2;

/** All arguments of a console call as one line, with the `%s`-style marks filled in. */
export function describeAll(values: readonly unknown[]): string {
  const [first, ...rest] = values;
  if (typeof first !== "string" || !/%[sdifocO]/.test(first)) return join(values);
  const filled = first.replace(/%([sdifocO%])/g, (mark, kind: string) => {
    if (kind === "%") return "%";
    if (!rest.length) return mark;
    const value = rest.shift();
    return kind === "c" ? "" : describe(value);
  });
  return join([filled, ...rest]);
}

/** One value. Objects are shown two levels deep, 20 keys wide. */
export function describe(value: unknown, depth = DEPTH): string {
  if (typeof value === "string") return depth === DEPTH ? value : JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return `ƒ ${value.name}()`;
  if (typeof value !== "object" || value === null) return String(value);
  try {
    return describeObject(value, depth);
  } catch {
    return "[object]";
  }
}

function describeObject(value: object, depth: number): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof Element) return `<${value.localName}${value.id && `#${value.id}`}>`;
  if (value instanceof Date) return value.toISOString();
  const name = value.constructor?.name ?? "";
  if (depth === 0) return Array.isArray(value) ? `Array(${value.length})` : `${name} {…}`;
  if (Array.isArray(value)) {
    const shown = value.slice(0, KEYS).map((item: unknown) => describe(item, depth - 1));
    return `[${shown.join(", ")}${value.length > KEYS ? ", …" : ""}]`;
  }
  const keys = Object.keys(value);
  const shown = keys.slice(0, KEYS).map((key) => {
    return `${key}: ${describe((value as Record<string, unknown>)[key], depth - 1)}`;
  });
  const prefix = name && name !== "Object" ? `${name} ` : "";
  return `${prefix}{${shown.join(", ")}${keys.length > KEYS ? ", …" : ""}}`;
}

function join(values: readonly unknown[]): string {
  return values
    .map((value) => describe(value).slice(0, LINE_CHARS))
    .join(" ")
    .slice(0, LINE_CHARS);
}
