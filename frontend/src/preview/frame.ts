/** Runs a page in a sandboxed frame, listens to its probe, and ends it when it misbehaves. */

import type { ProbeMessage } from "../protocol";
import { FocusGuard, TheftMeter } from "./guard";
import { LINE_CHARS } from "./limits";
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

/** `silent`: no address answered. The four after it: the frame was removed. */
export type RunState =
  "empty" | "loading" | "running" | "silent" | "stuck" | "flooded" | "grabbing" | "stopped";

export interface Listener {
  state(state: RunState): void;
  message(message: ProbeMessage): void;
  /** A page begins: what the one before said is over. */
  cleared(): void;
}

/** Which of a target's addresses answered last: where *.localhost is unknown, it stays so. */
let answering = 0;

export class PreviewRunner {
  #target: Target | null = null;
  #frame: HTMLIFrameElement | null = null;
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

  /** Remove the frame and all that runs in it. */
  stop(): void {
    this.#end("stopped");
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

  #begin(): void {
    const target = this.#target;
    this.#remove();
    if (!target) return;
    this.listener.cleared();
    this.listener.state("loading");
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
    this.#frame = frame;
    this.#watchdog = new Watchdog(performance.now());
    this.#flood = new FloodMeter();
    this.#thefts = new TheftMeter();
    this.host.append(frame);
  }

  #remove(): void {
    this.#load += 1;
    this.#pending = false;
    this.#port?.close();
    this.#port = null;
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
    if (!this.#frame || event.source !== this.#frame.contentWindow) return;
    // Counted before `data` is touched, which is when the browser unpacks it.
    if (!this.#flood.add(performance.now())) return this.#end("flooded");
    const port = event.ports[0];
    if (!port || asProbeMessage(event.data)?.kind !== "hello") return;
    answering = this.#address;
    this.#port?.close();
    this.#port = port;
    port.onmessage = (message) => this.#onProbe(message);
    this.#watchdog.hello();
    this.listener.state("running");
  };

  #onProbe(event: MessageEvent): void {
    const message = asProbeMessage(event.data);
    const chars = message ? message.text.length + message.file.length : 0;
    if (!this.#flood.add(performance.now(), chars)) return this.#end("flooded");
    if (!message) return;
    if (message.kind === "beat") this.#watchdog.beat();
    else if (message.kind === "storage") saveStorage(this.#target?.project ?? "", message.text);
    else if (message.kind !== "hello" && chars <= 3 * LINE_CHARS) this.listener.message(message);
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
