/** When a page counts as stuck, silent or flooding. Times are milliseconds of one steady clock. */

import { BEAT_MS, FLOOD_PER_SECOND, HELLO_MS, STUCK_MS } from "./limits";

/** `ask`: ask the page now whether it lives. `silent`: it never said hello. */
export type Verdict = "wait" | "ask" | "silent" | "stuck";

/** Our own timer was late by this much: the computer slept, and silence proves nothing. */
const OWN_PAUSE_MS = 1500;
const CHARS_PER_MESSAGE = 64 * 1024;

/** Asks the page every half second and waits four for an answer. */
export class Watchdog {
  #since: number; // waiting for a hello or an answer since then
  #ticked: number;
  #asked = -Infinity;
  #hello = false;
  #unanswered = false;

  constructor(now: number) {
    this.#since = this.#ticked = now;
  }

  /** The page's probe has started. */
  hello(): void {
    this.#hello = true;
    this.#unanswered = false;
  }

  /** The page answered. */
  beat(): void {
    this.#unanswered = false;
  }

  /** To be called several times per `BEAT_MS`. A page that is not seen is not judged. */
  tick(now: number, visible: boolean): Verdict {
    const paused = !visible || now - this.#ticked > OWN_PAUSE_MS;
    this.#ticked = now;
    if (paused) this.#since = now;
    if (!this.#hello) return now - this.#since >= HELLO_MS ? "silent" : "wait";
    if (this.#unanswered && now - this.#since >= STUCK_MS) return "stuck";
    if (now - this.#asked < BEAT_MS) return "wait";
    this.#asked = now;
    if (!this.#unanswered) this.#since = now;
    this.#unanswered = true;
    return "ask";
  }
}

/** Counts what a page sends; long messages count for more. */
export class FloodMeter {
  #second = -Infinity;
  #count = 0;

  /** One message of `chars` characters came; false when the page must be cut off. */
  add(now: number, chars = 0): boolean {
    if (now - this.#second >= 1000) {
      this.#second = now;
      this.#count = 0;
    }
    this.#count += 1 + Math.floor(chars / CHARS_PER_MESSAGE);
    return this.#count <= FLOOD_PER_SECOND;
  }
}
