/** The lines of the console panel. */

import type { ProbeMessage } from "../protocol";
import { LINES_KEPT, MUTED } from "./limits";
import { libraryName } from "./library";
import { shortAddress } from "./urls";

export interface ConsoleLine {
  id: number;
  level: ProbeMessage["level"];
  /** What to say: the page's own words, or one of ours. */
  what: "text" | "muted" | "load-failed" | "blocked" | "off-shelf";
  text: string;
  /** "index.html:12", or empty. */
  place: string;
}

let made = 0;

/** The line for a probe's message. */
export function lineOf({ kind, level, text, file, line }: ProbeMessage): ConsoleLine {
  const id = ++made;
  if (file === MUTED) return { id, level, what: "muted", text: "", place: "" };
  if (kind === "load-failed") {
    const blocked = text.includes("-src");
    const library = /^(script|style|font)-src|^script$|^link$/.test(text) ? libraryName(file) : null;
    if (library) return { id, level, what: "off-shelf", text: library, place: "" };
    return {
      id,
      level,
      what: blocked ? "blocked" : "load-failed",
      text: shortAddress(file),
      place: "",
    };
  }
  const place = file ? shortAddress(file) + (line ? `:${line}` : "") : "";
  return { id, level, what: "text", text, place };
}

/** Collects lines and tells of them at most ten times a second. */
export class ConsoleLines {
  #lines: ConsoleLine[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly changed: (lines: ConsoleLine[]) => void) {}

  add(message: ProbeMessage): void {
    const line = lineOf(message);
    // Browsers tell twice of a script that was not loaded: once by the policy, once by its element.
    const again = ({ what, text }: ConsoleLine) => what === "off-shelf" && text === line.text;
    if (line.what === "off-shelf" && this.#lines.some(again)) return;
    this.#lines.push(line);
    if (this.#lines.length > 2 * LINES_KEPT) this.#lines.splice(0, LINES_KEPT);
    this.#timer ??= setTimeout(() => this.#tell(), 100);
  }

  clear(): void {
    this.#lines = [];
    this.#tell();
  }

  #tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.changed(this.#lines.slice(-LINES_KEPT));
  }
}

/** A page's message as the probe sends it, or null: pages can send anything. */
export function asProbeMessage(data: unknown): ProbeMessage | null {
  if (typeof data !== "object" || data === null) return null;
  const message = data as Record<string, unknown>;
  const texts = [message.kind, message.level, message.text, message.file];
  const numbers = [message.line, message.column];
  const known =
    message.atelier === "probe" &&
    texts.every((text) => typeof text === "string") &&
    numbers.every((number) => typeof number === "number");
  return known ? (message as unknown as ProbeMessage) : null;
}
