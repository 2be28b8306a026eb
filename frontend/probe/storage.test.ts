import { describe, expect, it, vi } from "vitest";
import { STORAGE_CHARS } from "../src/preview/limits";
import { makeStorage, readSeed, writeSeed } from "./storage";

function storage(seed: Record<string, string> = {}) {
  const changed = vi.fn();
  const { local } = readSeed(writeSeed({ local: seed, session: {} }));
  return { store: makeStorage(local, changed), entries: local, changed };
}

describe("the stand-in for localStorage", () => {
  it("keeps strings, as the real one does", () => {
    const { store, changed } = storage();
    store.setItem("score", 7 as unknown as string);
    store["name"] = "Ann";
    expect(store.getItem("score")).toBe("7");
    expect(store["name"]).toBe("Ann");
    expect(store.getItem("nothing")).toBeNull();
    expect(store["nothing"]).toBeUndefined();
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it("counts, names and lists its items", () => {
    const { store } = storage({ a: "1", b: "2" });
    expect(store.length).toBe(2);
    expect([store.key(0), store.key(1), store.key(2)]).toEqual(["a", "b", null]);
    expect(Object.keys(store)).toEqual(["a", "b"]);
    expect("a" in store && !("c" in store)).toBe(true);
    expect({ ...store }).toEqual({ a: "1", b: "2" });
  });

  it("forgets one item or all", () => {
    const { store } = storage({ a: "1", b: "2", c: "3" });
    store.removeItem("a");
    delete store["b"];
    expect(Object.keys(store)).toEqual(["c"]);
    store.clear();
    expect(store.length).toBe(0);
  });

  it("takes any name for an item", () => {
    const { store, entries } = storage();
    for (const name of ["__proto__", "constructor", "toString"]) store.setItem(name, name);
    expect(store.getItem("__proto__")).toBe("__proto__");
    expect(store.getItem("constructor")).toBe("constructor");
    const again = readSeed(writeSeed({ local: entries, session: {} })).local;
    expect(Object.keys(again)).toContain("constructor");
  });

  it("is full at 4 Mi characters and then keeps what it has", () => {
    const { store } = storage();
    store.setItem("a", "x".repeat(STORAGE_CHARS - 1));
    expect(() => store.setItem("b", "y")).toThrow("full");
    expect(store.getItem("b")).toBeNull();
    store.setItem("a", "x");
    store.setItem("b", "y");
    expect(store.getItem("b")).toBe("y");
  });

  it("starts empty from a name that is not ours or is broken", () => {
    for (const name of ["", "main", "atelier-storage:{", "atelier-storage:null"]) {
      expect(Object.keys(readSeed(name).local)).toEqual([]);
    }
  });
});
