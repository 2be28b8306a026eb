import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ProbeMessage } from "../protocol";
import { LINES_KEPT, MUTED } from "./limits";
import { asProbeMessage, ConsoleLines, lineOf, type ConsoleLine } from "./lines";

const said: ProbeMessage = {
  atelier: "probe",
  kind: "console",
  level: "log",
  text: "hello",
  file: "http://0123456789abcdef0123456789abcdef.localhost:8000/r/1/",
  line: 12,
  column: 3,
};

describe("a line of the console", () => {
  it("says where it comes from", () => {
    expect(lineOf(said)).toMatchObject({ what: "text", text: "hello", place: "index.html:12" });
    expect(lineOf({ ...said, file: "", line: 0 }).place).toBe("");
  });

  it("names what could not be loaded, and what was blocked", () => {
    const failed = { ...said, kind: "load-failed" as const, file: said.file + "x.js" };
    expect(lineOf({ ...failed, text: "script" })).toMatchObject({
      what: "load-failed",
      text: "x.js",
    });
    const picture = { ...failed, file: "https://a.example/x.png", text: "img-src" };
    expect(lineOf(picture)).toMatchObject({ what: "blocked", text: "https://a.example/x.png" });
  });

  it("calls a library that is not on the shelf by its name", () => {
    const failed = { ...said, kind: "load-failed" as const };
    const file = "https://unpkg.com/left-pad@1.0.0/index.js";
    expect(lineOf({ ...failed, file, text: "script-src-elem" })).toMatchObject({
      what: "off-shelf",
      text: "left-pad (unpkg.com)",
    });
    expect(lineOf({ ...failed, file, text: "script" }).what).toBe("off-shelf");
  });

  it("says when lines were left out", () => {
    expect(lineOf({ ...said, file: MUTED }).what).toBe("muted");
  });
});

describe("what comes from a page", () => {
  it("is taken when it has the probe's form", () => {
    expect(asProbeMessage(said)).toBe(said);
  });

  it.each([
    null,
    1,
    "hello",
    {},
    { ...said, atelier: "x" },
    { ...said, text: {} },
    { ...said, line: "1" },
  ])("is passed over when it is %j", (data) => expect(asProbeMessage(data)).toBeNull());
});

describe("the console's lines", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("name a library that is not on the shelf once", () => {
    const told: ConsoleLine[][] = [];
    const lines = new ConsoleLines((shown) => told.push(shown));
    for (const text of ["script-src-elem", "script", "script"]) {
      lines.add({ ...said, kind: "load-failed", file: "https://unpkg.com/left-pad", text });
    }
    vi.advanceTimersByTime(200);
    expect(told.at(-1)).toHaveLength(1);
  });

  it("are told ten times a second at most, and only the newest are kept", () => {
    const told: ConsoleLine[][] = [];
    const lines = new ConsoleLines((shown) => told.push(shown));
    for (let i = 1; i <= 3 * LINES_KEPT; i++) lines.add({ ...said, text: String(i) });
    expect(told).toHaveLength(0);
    vi.advanceTimersByTime(100);
    expect(told).toHaveLength(1);
    expect(told[0]).toHaveLength(LINES_KEPT);
    expect(told[0]!.at(-1)!.text).toBe(String(3 * LINES_KEPT));
  });

  it("are gone at once when cleared", () => {
    const told: ConsoleLine[][] = [];
    const lines = new ConsoleLines((shown) => told.push(shown));
    lines.add(said);
    lines.clear();
    vi.advanceTimersByTime(1000);
    expect(told).toEqual([[]]);
  });
});
