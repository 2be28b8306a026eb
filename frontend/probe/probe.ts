/**
 * Runs first in every preview. Says hello to the studio and hands it one end of a channel,
 * answers its questions whether the page still lives, reports errors, failed loads and console
 * lines, and keeps the page's storage. The studio believes nothing of it: a page can pretend.
 */

import type { ProbeMessage } from "../src/protocol";
import { LINE_CHARS, LINES_PER_SECOND, MUTED } from "../src/preview/limits";
import { describe, describeAll } from "./describe";
import { Picker } from "./picker";
import { makeStorage, readSeed, writeSeed, type Area } from "./storage";

type Level = ProbeMessage["level"];
type Place = Pick<ProbeMessage, "file" | "line" | "column">;

const NOWHERE: Place = { file: "", line: 0, column: 0 };
const STORAGE_MS = 250;

// The page's tree is as its author wrote it.
document.currentScript?.remove();

// Kept from the start, because pages replace them.
const { port1: port, port2: studioPort } = new MessageChannel();
const post = port.postMessage.bind(port);
const later = setTimeout.bind(window);
const now = performance.now.bind(performance);

function send(
  kind: ProbeMessage["kind"],
  text = "",
  place: Partial<Place & { level: Level }> = {},
) {
  const message: ProbeMessage = {
    atelier: "probe",
    kind,
    level: "log",
    text,
    ...NOWHERE,
    ...place,
  };
  post(message);
}

let second = -Infinity;
let lines = 0;

/** Report a line, unless the page has said more than enough in this second. */
function report(kind: ProbeMessage["kind"], level: Level, text: string, place: Place) {
  if (now() - second >= 1000) {
    second = now();
    lines = 0;
  }
  lines += 1;
  if (lines < LINES_PER_SECOND) send(kind, text.slice(0, LINE_CHARS), { ...place, level });
  else if (lines === LINES_PER_SECOND) send("console", "", { level: "warn", file: MUTED });
}

/** The frame of a stack `skip` calls up, in Chromium's and Firefox's spelling. */
function placeIn(stack: string | undefined, skip: number): Place {
  const found = [...(stack ?? "").matchAll(/([a-z]+:[^\s()@]*?):(\d+):(\d+)\)?$/gm)][skip];
  return found ? { file: found[1]!, line: Number(found[2]), column: Number(found[3]) } : NOWHERE;
}

function watchConsole() {
  const levels: [keyof Console & string, Level][] = [
    ["log", "log"],
    ["debug", "log"],
    ["info", "info"],
    ["warn", "warn"],
    ["error", "error"],
  ];
  for (const [name, level] of levels) {
    const original = console[name] as (...values: unknown[]) => void;
    (console as unknown as Record<string, unknown>)[name] = (...values: unknown[]) => {
      original.apply(console, values);
      if (lines < LINES_PER_SECOND || now() - second >= 1000) {
        report("console", level, describeAll(values), placeIn(new Error().stack, 1));
      }
    };
  }
}

function watchErrors() {
  const onError = (event: Event) => {
    if (event instanceof ErrorEvent) {
      const { message, filename, lineno, colno } = event;
      report("error", "error", message, { file: filename, line: lineno, column: colno });
    } else if (event.target instanceof Element) {
      const element = event.target as Element & { src?: unknown; href?: unknown };
      const address = typeof element.src === "string" ? element.src : element.href;
      report("load-failed", "error", element.localName, {
        ...NOWHERE,
        file: String(address ?? ""),
      });
    }
  };
  addEventListener("error", onError, true);
  addEventListener("unhandledrejection", (event) => {
    const reason = event.reason as unknown;
    const place = reason instanceof Error ? placeIn(reason.stack, 0) : NOWHERE;
    report("error", "error", describe(reason), place);
  });
  addEventListener("securitypolicyviolation", (event) => {
    const { blockedURI, effectiveDirective, lineNumber } = event;
    const place = { file: blockedURI, line: lineNumber, column: 0 };
    report("load-failed", "error", effectiveDirective, place);
  });
}

function provideStorage() {
  try {
    void window.localStorage;
    return; // not sandboxed: the real one is there
  } catch {
    // An opaque origin has none.
  }
  const stored = readSeed(window.name);
  window.name = "";
  let waiting = false;
  const save = () => send("storage", JSON.stringify(stored.local));
  const provide = (area: Area, changed: () => void) => {
    const storage = makeStorage(stored[area], changed);
    Object.defineProperty(window, `${area}Storage`, { configurable: true, get: () => storage });
  };
  provide("session", () => {});
  provide("local", () => {
    if (waiting) return;
    waiting = true;
    save();
    later(() => {
      waiting = false;
      save();
    }, STORAGE_MS);
  });
  // The next page in this frame finds it there. Browsers that give it a frame process of its own
  // take the name before they hide this page; `pagehide` is for links that ask no leave.
  const leave = () => {
    save();
    window.name = writeSeed(stored);
  };
  addEventListener("beforeunload", leave);
  addEventListener("pagehide", leave);
}

/**
 * Games focus their canvas on a timer, and the browser would hand them the keyboard while someone
 * types in the studio. It is theirs once the person has clicked or tabbed into the page.
 */
function askBeforeFocus() {
  const invited = () => document.hasFocus() || navigator.userActivation?.isActive;
  for (const target of [HTMLElement.prototype, SVGElement.prototype, window]) {
    const original = target.focus as (options?: FocusOptions) => void;
    target.focus = function (this: typeof target, options?: FocusOptions) {
      if (invited()) original.call(this, options);
    };
  }
}

watchErrors();
watchConsole();
provideStorage();
if (parent !== window) askBeforeFocus();
if (parent !== window) {
  // Answered rather than sent by a timer: pages clear all timers, and browsers slow them.
  const picker = new Picker((source) => send("picked", source));
  port.onmessage = ({ data }) => {
    if (data === "pick") picker.start();
    else if (data === "unpick") picker.stop();
    else send("beat");
  };
  const hello: ProbeMessage = {
    atelier: "probe",
    kind: "hello",
    level: "log",
    text: "",
    ...NOWHERE,
  };
  parent.postMessage(hello, "*", [studioPort]);
}
