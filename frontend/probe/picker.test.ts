import { describe, expect, it } from "vitest";

import { ELEMENT_CHARS } from "../src/preview/limits";
import { sourceOf } from "./picker";

function element(outerHTML: string, textContent = ""): Element {
  return { outerHTML, textContent, localName: "main" } as unknown as Element;
}

describe("the source of an element", () => {
  it("is its markup where that is short", () => {
    expect(sourceOf(element('<b class="x">Tea</b>'))).toBe('<b class="x">Tea</b>');
  });

  it("is its start, some text and its end where it is long", () => {
    const long = sourceOf(element(`<main id="top">${"<p>Tea</p>".repeat(900)}</main>`, "Tea \n ".repeat(900)));
    expect(long).toMatch(/^<main id="top">Tea Tea .*…<\/main>$/);
    expect(long.length).toBeLessThanOrEqual(ELEMENT_CHARS);
  });
});
