import { describe, expect, it } from "vitest";
import { FLOOD_PER_SECOND } from "./limits";
import { FloodMeter, Watchdog, type Verdict } from "./watchdog";

/** Ticks every 250 ms from `from` to `to`; returns the first verdict that ends the page. */
function run(dog: Watchdog, from: number, to: number, answers: boolean, visible = true) {
  for (let now = from; now <= to; now += 250) {
    const verdict: Verdict = dog.tick(now, visible);
    if (verdict === "ask" && answers) dog.beat();
    if (verdict === "stuck" || verdict === "silent") return { verdict, now };
  }
  return null;
}

function greeted(): Watchdog {
  const dog = new Watchdog(0);
  dog.hello();
  return dog;
}

describe("the watchdog", () => {
  it("leaves a page alone that answers", () => {
    expect(run(greeted(), 0, 60_000, true)).toBeNull();
  });

  it("gives a page that stops answering between 4 and 5 seconds", () => {
    const dog = greeted();
    run(dog, 0, 10_000, true);
    const end = run(dog, 10_250, 60_000, false);
    expect(end?.verdict).toBe("stuck");
    expect(end!.now - 10_000).toBeGreaterThanOrEqual(4000);
    expect(end!.now - 10_000).toBeLessThanOrEqual(5000);
  });

  it("forgives a page that answers late", () => {
    const dog = greeted();
    expect(run(dog, 0, 3500, false)).toBeNull();
    dog.beat();
    expect(run(dog, 3750, 7000, false)).toBeNull();
  });

  it("says when a page never said hello, and only then", () => {
    expect(run(new Watchdog(0), 0, 60_000, true)).toEqual({ verdict: "silent", now: 4000 });
  });

  it("does not judge a page that nobody sees", () => {
    expect(run(greeted(), 0, 60_000, false, false)).toBeNull();
    expect(run(new Watchdog(0), 0, 60_000, false, false)).toBeNull();
  });

  it("does not blame a page for the computer's sleep", () => {
    const dog = greeted();
    run(dog, 0, 1000, false);
    expect(dog.tick(3_600_000, true)).not.toBe("stuck");
    expect(run(dog, 3_600_250, 3_603_000, false)).toBeNull();
  });
});

describe("the flood meter", () => {
  it("lets a page say as much as is allowed, every second anew", () => {
    const meter = new FloodMeter();
    for (let second = 0; second < 5; second++) {
      for (let i = 0; i < FLOOD_PER_SECOND; i++) expect(meter.add(second * 1000)).toBe(true);
    }
  });

  it("cuts a page off at one message more", () => {
    const meter = new FloodMeter();
    for (let i = 0; i < FLOOD_PER_SECOND; i++) meter.add(999 * (i / FLOOD_PER_SECOND));
    expect(meter.add(999)).toBe(false);
  });

  it("counts long messages for more", () => {
    const meter = new FloodMeter();
    const allowed = Array.from({ length: 100 }, () => meter.add(0, 4 * 1024 * 1024));
    expect(allowed.indexOf(false)).toBe(Math.floor(FLOOD_PER_SECOND / 65));
  });
});
