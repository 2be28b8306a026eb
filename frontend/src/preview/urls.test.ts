import { describe, expect, it } from "vitest";
import { projectOf, shortAddress, targetOf } from "./urls";

const key = "0123456789abcdef0123456789abcdef";
const base = {
  url: `http://${key}.localhost:8000/`,
  fallback: `http://127.0.0.1:8000/preview/${key}/`,
  isolated: true,
};

describe("the document to show", () => {
  it("is nothing before there is a turn or a revision", () => {
    expect(targetOf({ base, revision: null, turn: null, path: "" })).toBeNull();
  });

  it("is the page being written while a turn writes it", () => {
    const target = targetOf({ base, revision: 3, turn: "a1", path: "about.html" });
    expect(target?.live).toBe(true);
    expect(target?.urls).toEqual([`${base.url}t/a1/`, `${base.fallback}t/a1/`]);
  });

  it("is the revision after that, at the given path", () => {
    const target = targetOf({ base, revision: 3, turn: null, path: "a b/über #1.html" });
    expect(target?.live).toBe(false);
    expect(target?.urls[0]).toBe(`${base.url}r/3/a%20b/%C3%BCber%20%231.html`);
  });

  it("has one address where there is no fallback", () => {
    const lan = { url: `http://192.168.1.2:8000/preview/${key}/`, fallback: null, isolated: false };
    expect(targetOf({ base: lan, revision: 1, turn: null, path: "" })?.urls).toHaveLength(1);
  });

  it("belongs to the same project at either address", () => {
    expect(projectOf(base.url)).toBe(key);
    expect(projectOf(base.fallback)).toBe(key);
  });
});

describe("an address in the console", () => {
  it.each([
    [`${base.url}r/3/`, "index.html"],
    [`${base.url}r/3/js/game.js?v=1`, "js/game.js"],
    [`${base.fallback}r/12/a%20b.html`, "a b.html"],
    [`${base.url}t/11111111-2222-3333-4444-555555555555/`, "index.html"],
    ["https://cdn.example/lib.js", "https://cdn.example/lib.js"],
    [`${base.url}r/3/%E0%A4%A`, "%E0%A4%A"],
  ])("%s is shown as %s", (address, short) => {
    expect(shortAddress(address)).toBe(short);
  });

  it("is cut when it is long", () => {
    expect(shortAddress(`data:${"x".repeat(5000)}`)).toHaveLength(80);
  });
});
