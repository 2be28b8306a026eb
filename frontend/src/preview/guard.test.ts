import { describe, expect, it } from "vitest";
import { TheftMeter, wentInByHand, type FocusFacts } from "./guard";

const nothing: FocusFacts = {
  tabbed: false,
  typing: false,
  hovering: false,
  activated: false,
  studioUsed: false,
};

describe("focus that moves into the frame", () => {
  it.each<[string, Partial<FocusFacts>]>([
    ["was moved by the Tab key", { tabbed: true, activated: true, studioUsed: true }],
    ["was moved by a click", { hovering: true, activated: true, studioUsed: true }],
    ["was moved by a touch, which does not hover", { activated: true }],
  ])("stays when it %s", (_, facts) => {
    expect(wentInByHand({ ...nothing, ...facts })).toBe(true);
  });

  it.each<[string, Partial<FocusFacts>]>([
    ["nobody did anything", {}],
    ["the person is typing", { typing: true, activated: true, studioUsed: true }],
    [
      "the person is typing with the pointer over it",
      { typing: true, hovering: true, activated: true, studioUsed: true },
    ],
    ["the pointer only rests over it", { hovering: true }],
    ["the last click was in the studio", { activated: true, studioUsed: true }],
  ])("goes back when %s", (_, facts) => {
    expect(wentInByHand({ ...nothing, ...facts })).toBe(false);
  });
});

describe("a page that took the focus", () => {
  it("stays when it did so now and then", () => {
    const meter = new TheftMeter();
    for (let now = 0; now < 60_000; now += 1500) expect(meter.add(now)).toBe(true);
  });

  it("is closed when it keeps at it", () => {
    const meter = new TheftMeter();
    expect([0, 50, 100, 150].map((now) => meter.add(now))).toEqual([true, true, true, false]);
  });
});
