/** Choosing an element with the pointer: what is under it is outlined, and a click tells of it. */

import { ELEMENT_CHARS } from "../src/preview/limits";

const POINTER = ["pointerdown", "pointerup", "mousedown", "mouseup", "click", "touchend"] as const;
const OUTLINE =
  "all:initial;position:fixed;z-index:2147483647;pointer-events:none;box-sizing:border-box;" +
  "border:2px solid #2563eb;border-radius:4px;background:rgba(37,99,235,.12);";

/** An element as its source would have it; of a long one its start, some text and its end. */
export function sourceOf(element: Element): string {
  const whole = element.outerHTML;
  if (whole.length <= ELEMENT_CHARS) return whole;
  const start = whole.slice(0, whole.indexOf(">") + 1).slice(0, ELEMENT_CHARS / 2);
  const text = (element.textContent ?? "").replace(/\s+/g, " ").trim();
  return `${start}${text.slice(0, ELEMENT_CHARS / 4)}…</${element.localName}>`;
}

export class Picker {
  #stop: AbortController | null = null;
  #outline: HTMLElement | null = null;

  constructor(private readonly tell: (source: string) => void) {}

  start(): void {
    if (this.#stop) return;
    this.#stop = new AbortController();
    const options = { capture: true, signal: this.#stop.signal };
    addEventListener("pointermove", (event) => this.#show(this.#at(event)), options);
    for (const name of POINTER) addEventListener(name, (event) => this.#press(event), options);
    addEventListener(
      "keydown",
      (event) => {
        if (event.key === "Escape") this.#end("");
      },
      options,
    );
    this.#outline = document.createElement("div");
    this.#outline.style.cssText = OUTLINE + "display:none";
    document.documentElement.append(this.#outline);
  }

  stop(): void {
    this.#stop?.abort();
    this.#stop = null;
    this.#outline?.remove();
    this.#outline = null;
  }

  #at(event: Event): Element | null {
    const target = event.composedPath()[0];
    return target instanceof Element && target !== document.documentElement ? target : null;
  }

  #show(element: Element | null): void {
    if (!this.#outline || !element) return;
    const { left, top, width, height } = element.getBoundingClientRect();
    const box = `left:${left}px;top:${top}px;width:${width}px;height:${height}px;display:block`;
    this.#outline.style.cssText = OUTLINE + box;
  }

  /** The page hears nothing of a press that chooses. */
  #press(event: Event): void {
    event.preventDefault();
    event.stopImmediatePropagation();
    const element = this.#at(event);
    if (event.type === "click" && element) this.#end(sourceOf(element));
  }

  #end(source: string): void {
    this.stop();
    this.tell(source);
  }
}
