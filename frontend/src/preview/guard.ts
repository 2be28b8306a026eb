/**
 * Keeps a page in the preview from stealing the keyboard.
 *
 * A frame may focus itself at any time, and what is then typed into the studio's editor goes to
 * the page. The studio cannot see what happens inside the frame, so it judges by what it can see
 * whether the person went in; if not, focus goes back to where it was.
 */

/** What is known when the frame got the focus. */
export interface FocusFacts {
  /** The Tab key was pressed in the studio just before. */
  tabbed: boolean;
  /** Another key was pressed in the studio just before. */
  typing: boolean;
  /** The pointer is over the frame. */
  hovering: boolean;
  /** A click or key counts for this window: the browser passes on those inside the frame. */
  activated: boolean;
  /** The studio itself was clicked or typed into while that activation lasts. */
  studioUsed: boolean;
}

/** Whether the person, rather than the page, moved the focus into the frame. */
export function wentInByHand(facts: FocusFacts): boolean {
  if (facts.tabbed) return true;
  if (facts.typing || !facts.activated) return false;
  // A touch leaves no pointer hovering; then the activation must be the frame's own.
  return facts.hovering || !facts.studioUsed;
}

const TAB_MS = 500;
const TYPING_MS = 1000;
/** A click inside the frame is known here only a moment after the focus has left. */
const CLICK_MS = 150;
const ACTIVATION_MS = 5000; // Chromium's transient activation

/** Focus is given back within milliseconds, but each time a key may fall into them. */
const THEFTS = 4;
const THEFTS_MS = 3000;

/** Tells a page that once took the focus from one that keeps at it. Times are milliseconds. */
export class TheftMeter {
  #times: number[] = [];

  /** The page took the focus; false when it must be closed. */
  add(now: number): boolean {
    this.#times = [...this.#times.filter((time) => now - time < THEFTS_MS), now];
    return this.#times.length < THEFTS;
  }
}

/**
 * Watches `document` on behalf of the frame that `frame` returns, and calls `stolen` each time
 * focus had to be taken back from it.
 */
export class FocusGuard {
  #last: HTMLElement | null = null;
  #tab = -Infinity;
  #key = -Infinity;
  #pointer = -Infinity;
  #hovering = false;
  #stop = new AbortController();

  constructor(
    private readonly frame: () => HTMLIFrameElement | null,
    private readonly stolen: () => void,
  ) {
    const options = { capture: true, signal: this.#stop.signal };
    document.addEventListener("focusin", (event) => this.#remember(event.target), options);
    document.addEventListener("keydown", (event) => this.#pressed(event.key), options);
    document.addEventListener("pointerdown", () => (this.#pointer = performance.now()), options);
    document.addEventListener("pointerover", (event) => this.#moved(event.target), options);
    document.addEventListener("pointerleave", () => (this.#hovering = false), options);
    window.addEventListener("blur", () => this.#left(), options);
    this.#remember(document.activeElement);
  }

  destroy(): void {
    this.#stop.abort();
  }

  #remember(target: EventTarget | null): void {
    if (target instanceof HTMLElement && target !== this.frame()) this.#last = target;
  }

  #pressed(key: string): void {
    if (key === "Tab") this.#tab = performance.now();
    else this.#key = performance.now();
  }

  #moved(target: EventTarget | null): void {
    this.#hovering = target === this.frame();
  }

  /** Not judged at once: while the browser hands the focus over, taking it back does nothing. */
  #left(): void {
    const typing = performance.now() - this.#key < TYPING_MS;
    setTimeout(() => this.#judge(), typing ? 0 : CLICK_MS);
  }

  #judge(): void {
    const frame = this.frame();
    // Focus left this document: to the frame, or to another window. `activeElement` does not tell,
    // for a page that calls `window.focus()` has the keyboard while that stays as it was.
    if (!frame || !document.hasFocus()) return;
    const now = performance.now();
    const byHand = wentInByHand({
      tabbed: now - this.#tab < TAB_MS,
      typing: now - this.#key < TYPING_MS,
      hovering: this.#hovering,
      // Browsers without the interface are taken at the pointer's word.
      activated: navigator.userActivation?.isActive ?? this.#hovering,
      studioUsed: now - Math.max(this.#key, this.#pointer) < ACTIVATION_MS,
    });
    if (!byHand) this.#giveBack(frame);
  }

  #giveBack(frame: HTMLIFrameElement): void {
    frame.blur();
    window.focus();
    if (this.#last?.isConnected) this.#last.focus({ preventScroll: true });
    this.stolen();
  }
}
