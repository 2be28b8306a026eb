// Runs before a judged page's own scripts when its clock is stopped: time passes only by
// __clock.pass(milliseconds), in frames of a thirtieth of a second, whatever the machine does.
(() => {
  const FRAME = 1000 / 30; // half of a screen's rate: drawing is what a visit costs
  const OwnDate = Date;
  const channel = new MessageChannel();
  const START = 1750000000000;
  let now = 0, next = 1, frame = FRAME;
  const timers = new Map(); // id -> { at, every, call }
  let frames = new Map(); // id -> call

  const add = (call, delay, every, given) => {
    const run = typeof call === "function" ? () => call(...given) : () => (0, eval)(String(call));
    const wait = Math.max(Number(delay) || 0, 1);
    timers.set(next, { at: now + wait, every: every ? wait : 0, call: run });
    return next++;
  };
  window.setTimeout = (call, delay, ...given) => add(call, delay, false, given);
  window.setInterval = (call, delay, ...given) => add(call, delay, true, given);
  window.clearTimeout = window.clearInterval = (id) => void timers.delete(id);
  window.requestAnimationFrame = (call) => (frames.set(next, call), next++);
  window.cancelAnimationFrame = (id) => void frames.delete(id);
  window.requestIdleCallback = (call) =>
    add(() => call({ didTimeout: false, timeRemaining: () => 10 }), 1, false, []);
  window.cancelIdleCallback = window.clearTimeout;
  performance.now = () => now;
  window.Date = class extends OwnDate {
    constructor(...given) {
      super(...(given.length ? given : [START + now]));
    }
    static now() {
      return START + Math.floor(now);
    }
  };

  const safely = (call) => {
    try {
      call();
    } catch (error) {
      reportError(error);
    }
  };
  // Lets promises and messages of the page have their turn.
  const breathe = () =>
    new Promise((done) => {
      channel.port1.onmessage = done;
      channel.port2.postMessage(0);
    });
  const fire = (until) => {
    for (let guard = 0; guard < 10000; guard++) {
      let id = 0, first = null;
      for (const [each, timer] of timers) {
        if (timer.at <= until && (!first || timer.at < first.at)) [id, first] = [each, timer];
      }
      if (!first) return;
      now = Math.max(now, first.at);
      if (first.every) first.at += first.every;
      else timers.delete(id);
      safely(first.call);
    }
  };

  const pass = async (milliseconds) => {
    const end = now + milliseconds;
    while (now < end) {
      const until = Math.min(frame, end);
      fire(until);
      now = until;
      if (now >= frame) {
        frame += FRAME;
        const due = frames;
        frames = new Map();
        for (const [id, call] of due) {
          due.delete(id);
          safely(() => call(now));
        }
      }
      await breathe();
    }
  };
  Object.defineProperty(window, "__clock", { value: { pass } });
})();
