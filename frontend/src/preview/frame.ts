/** Runs a page in a sandboxed frame, listens to its probe, and ends it when it misbehaves. */

import type { ProbeMessage } from "../protocol";
import { FocusGuard, TheftMeter } from "./guard";
import { ELEMENT_CHARS, LINE_CHARS } from "./limits";
import { asProbeMessage } from "./lines";
import { saveStorage, storageSeed } from "./storage";
import type { Target } from "./urls";
import { FloodMeter, Watchdog } from "./watchdog";

/**
 * The same flags as in ide/csp.py; a test compares. Never add allow-same-origin, popups, modals
 * or top navigation: each lets a generated page out.
 */
export const SANDBOX = "allow-scripts allow-forms allow-pointer-lock allow-downloads";
const ALLOW = "autoplay *; fullscreen *; gamepad *";

const TICK_MS = 250;
/** A growing page that ended while its turn goes on was cut off for a new attempt. */
const RESTART_MS = 3000;
const RESTARTS = 2;
/** How often a page is shown anew for a file that grows beside it, and for how much at least. */
const REFRESH_MS = 5000;
const REFRESH_CHARS = 200;
const JUMP_CHARS = 400;
/** What a page gets to draw itself before it takes the place of the one before. */
const DRAW_MS = 700;

/** `silent`: no address answered. The four after it: the frame was removed. */
export type RunState =
  "empty" | "loading" | "running" | "silent" | "stuck" | "flooded" | "grabbing" | "stopped";

export interface Listener {
  state(state: RunState): void;
  message(message: ProbeMessage): void;
  /** An element was chosen, as its source; "" when the person changed their mind. */
  picked(source: string): void;
  /** A page begins: what the one before said is over. */
  cleared(): void;
}

/** Which of a target's addresses answered last: where *.localhost is unknown, it stays so. */
let answering = 0;

export class PreviewRunner {
  #target: Target | null = null;
  #frame: HTMLIFrameElement | null = null;
  /** What is still seen while the next one loads behind it. */
  #before: HTMLIFrameElement | null = null;
  /** Characters of the growing file: now, and when the page was shown anew last. */
  #last = 0;
  #known = 0;
  #refreshed = 0;
  #port: MessagePort | null = null;
  #watchdog = new Watchdog(0);
  #flood = new FloodMeter();
  #thefts = new TheftMeter();
  #guard = new FocusGuard(
    () => this.#frame,
    () => this.#thefts.add(performance.now()) || this.#end("grabbing"),
  );
  #address = 0;
  #tried = 0;
  #restarts = 0;
  #load = 0;
  #visible = true;
  #pending = false;
  #picking = false;
  #timer: ReturnType<typeof setInterval>;

  constructor(
    private readonly host: HTMLElement,
    private readonly title: string,
    private readonly listener: Listener,
  ) {
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
    window.addEventListener("message", this.#onWindowMessage);
  }

  destroy(): void {
    clearInterval(this.#timer);
    window.removeEventListener("message", this.#onWindowMessage);
    this.#guard.destroy();
    this.#remove();
  }

  /** Show another document; the one that is shown already keeps running. */
  show(target: Target | null): void {
    if (target?.id === this.#target?.id) return;
    this.#target = target;
    this.#restarts = 0;
    if (target) this.reload();
    else this.#end("empty");
  }

  /** Load the document anew. */
  reload(): void {
    this.#address = answering;
    this.#tried = 0;
    this.#begin();
  }

  /** A file beside the growing page has so many characters now. */
  grew(chars: number): void {
    const step = chars - this.#last;
    this.#last = chars;
    if (step < 0 || step > JUMP_CHARS) this.#known = chars; // another file, or one that came whole
    const now = performance.now();
    if (chars < this.#known + REFRESH_CHARS || now - this.#refreshed < REFRESH_MS) return;
    this.#known = chars;
    this.#refreshed = now;
    if (this.#target?.live && this.#port && this.#visible) this.#refresh();
  }

  /** Load the document anew behind the one that is seen, which stays until the new one has drawn. */
  #refresh(): void {
    const seen = this.#frame;
    this.#frame = null;
    this.#remove();
    this.#before = seen;
    this.#begin(true);
  }

  #reveal(frame: HTMLIFrameElement): void {
    if (frame !== this.#frame) return;
    this.#before?.remove();
    this.#before = null;
    frame.style.visibility = "";
  }

  /** Remove the frame and all that runs in it. */
  stop(): void {
    this.#end("stopped");
  }

  /** Let the person choose an element in the page, or no more. */
  pick(on: boolean): void {
    this.#picking = on;
    this.#port?.postMessage(on ? "pick" : "unpick");
  }

  /** A page loaded out of sight may never paint: it waits, and is not judged, until seen. */
  setVisible(visible: boolean): void {
    this.#visible = visible;
    if (visible && this.#pending) this.#begin();
  }

  /** The frame, for tests and for whoever must know whether it has the focus. */
  get frame(): HTMLIFrameElement | null {
    return this.#frame;
  }

  #begin(behind = false): void {
    const target = this.#target;
    if (!behind) this.#remove();
    if (!target) return;
    this.listener.cleared();
    if (!behind) this.listener.state("loading");
    this.#pending = !this.#visible;
    if (this.#pending) return;
    const load = this.#load;
    void storageSeed(target.project).then((seed) => {
      if (load === this.#load) this.#insert(target, seed);
    });
  }

  #insert(target: Target, seed: string): void {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", SANDBOX);
    frame.allow = ALLOW;
    frame.referrerPolicy = "no-referrer";
    frame.title = this.title;
    frame.name = seed;
    frame.src = target.urls[this.#address % target.urls.length]!;
    frame.addEventListener("load", () => this.#onLoad(frame, target));
    if (this.#before) frame.style.visibility = "hidden";
    this.#frame = frame;
    this.#watchdog = new Watchdog(performance.now());
    this.#flood = new FloodMeter();
    this.#thefts = new TheftMeter();
    this.host.append(frame);
  }

  #remove(): void {
    this.#load += 1;
    this.#pending = false;
    this.#picking = false;
    this.#port?.close();
    this.#port = null;
    this.#before?.remove();
    this.#before = null;
    this.#frame?.remove();
    this.#frame = null;
  }

  #end(state: RunState): void {
    this.#remove();
    this.listener.state(state);
  }

  #onLoad(frame: HTMLIFrameElement, target: Target): void {
    if (!target.live || this.#restarts >= RESTARTS) return;
    setTimeout(() => {
      if (frame !== this.#frame || !this.#port) return;
      this.#restarts += 1;
      this.reload();
    }, RESTART_MS);
  }

  #onWindowMessage = (event: MessageEvent): void => {
    const frame = this.#frame;
    if (!frame || event.source !== frame.contentWindow) return;
    // Counted before `data` is touched, which is when the browser unpacks it.
    if (!this.#flood.add(performance.now())) return this.#end("flooded");
    const port = event.ports[0];
    if (!port || asProbeMessage(event.data)?.kind !== "hello") return;
    answering = this.#address;
    this.#port?.close();
    this.#port = port;
    port.onmessage = (message) => this.#onProbe(message);
    this.#watchdog.hello();
    setTimeout(() => this.#reveal(frame), this.#before ? DRAW_MS : 0);
    this.listener.state("running");
  };

  #onProbe(event: MessageEvent): void {
    const message = asProbeMessage(event.data);
    const chars = message ? message.text.length + message.file.length : 0;
    if (!this.#flood.add(performance.now(), chars)) return this.#end("flooded");
    if (!message) return;
    if (message.kind === "beat") this.#watchdog.beat();
    else if (message.kind === "picked") this.#onPicked(message.text);
    else if (message.kind === "storage") saveStorage(this.#target?.project ?? "", message.text);
    else if (message.kind !== "hello" && chars <= 3 * LINE_CHARS) this.listener.message(message);
  }

  /** Only heard while somebody is asked to choose: a page can pretend. */
  #onPicked(source: string): void {
    if (!this.#picking) return;
    this.#picking = false;
    this.listener.picked(source.slice(0, ELEMENT_CHARS));
  }

  #tick(): void {
    if (!this.#frame || !this.#target) return;
    const seen = this.#visible && document.visibilityState === "visible";
    const verdict = this.#watchdog.tick(performance.now(), seen);
    if (verdict === "ask") this.#port?.postMessage(null);
    else if (verdict === "stuck") this.#end("stuck");
    else if (verdict === "silent") this.#tryNext(this.#target);
  }

  #tryNext(target: Target): void {
    this.#tried += 1;
    if (this.#tried === target.urls.length) this.listener.state("silent");
    if (this.#tried >= target.urls.length) return;
    this.#address += 1;
    this.#begin();
  }
}
