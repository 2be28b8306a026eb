import { describe as suite, expect, it } from "vitest";
import { LINE_CHARS } from "../src/preview/limits";
import { describe, describeAll } from "./describe";

// Node has no elements; the probe always runs where there are.
globalThis.Element ??= class {} as typeof Element;

suite("a value in the console", () => {
  it.each([
    ["text", "text"],
    [7, "7"],
    [undefined, "undefined"],
    [null, "null"],
    [3n, "3n"],
    [new TypeError("no"), "TypeError: no"],
    [[1, "a", [2, [3]]], '[1, "a", [2, Array(1)]]'],
    [{ a: 1, b: { c: { d: 1 } } }, "{a: 1, b: {c: Object {…}}}"],
    [function run() {}, "ƒ run()"],
    [Symbol("s"), "Symbol(s)"],
    [Object.create(null), "{}"],
  ])("%o reads %s", (value, text) => expect(describe(value)).toBe(text));

  it("is described even when it bites", () => {
    const loop: Record<string, unknown> = {};
    loop["self"] = loop;
    const biting = {
      get x(): string {
        throw new Error("no");
      },
    };
    expect(describe(loop)).toContain("self");
    expect(describe(biting)).toBe("[object]");
  });

  it("never runs the page's own toJSON", () => {
    const scene = { name: "scene", toJSON: () => expect.fail("ran") };
    expect(describe(scene)).toContain('name: "scene"');
  });
});

suite("the arguments of a console call", () => {
  it.each<[unknown[], string]>([
    [["a", 1, { b: 2 }], "a 1 {b: 2}"],
    [["%s has %d%%", "Ann", 5, "left"], "Ann has 5% left"],
    [["%cbig", "font-size: 30px"], "big"],
    [["100%"], "100%"],
    [[], ""],
  ])("%j become %s", (values, text) => expect(describeAll(values)).toBe(text));

  it("are bounded", () => {
    expect(describeAll(["x".repeat(1e6), "y".repeat(1e6)]).length).toBe(LINE_CHARS);
  });
});
