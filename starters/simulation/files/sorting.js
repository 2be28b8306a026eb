// Sorting made visible: bars that are compared and moved, one algorithm or several in a race.
"use strict";

(function () {
  const { Stage, Modes, Kit } = window;
  // Each yields before it looks or moves: [i, j] compared; swap(i, j) and set(i, value) count a move.
  const SORTS = {
    *bubble({ n, more, swap }) { for (let end = n - 1; end > 0; end--) for (let i = 0; i < end; i++) { yield [i, i + 1]; if (more(i, i + 1)) swap(i, i + 1); } },
    *insertion({ n, more, swap }) { for (let i = 1; i < n; i++) for (let j = i; j > 0; j--) { yield [j - 1, j]; if (!more(j - 1, j)) break; swap(j - 1, j); } },
    *selection({ n, more, swap }) { for (let i = 0; i < n - 1; i++) { let least = i; for (let j = i + 1; j < n; j++) { yield [least, j]; if (more(least, j)) least = j; } if (least !== i) swap(i, least); } },
    *shell({ n, more, swap }) { for (let gap = n >> 1; gap > 0; gap >>= 1) for (let i = gap; i < n; i++) for (let j = i; j >= gap; j -= gap) { yield [j - gap, j]; if (!more(j - gap, j)) break; swap(j - gap, j); } },
    *quick({ n, more, swap }) {
      const parts = [[0, n - 1]];
      while (parts.length) {
        const [low, high] = parts.pop();
        if (low >= high) continue;
        swap((low + high) >> 1, high);
        let at = low;
        for (let i = low; i < high; i++) { yield [i, high]; if (more(high, i)) swap(i, at++); }
        swap(at, high);
        parts.push([at + 1, high], [low, at - 1]);
      }
    },
    *merge({ n, set, all }) {
      for (let width = 1; width < n; width *= 2) for (let low = 0; low < n; low += 2 * width) {
        const middle = Math.min(low + width, n), high = Math.min(low + 2 * width, n), left = all.slice(low, middle), right = all.slice(middle, high);
        for (let k = low, i = 0, j = 0; k < high; k++) { yield [Math.min(low + i, n - 1), Math.min(middle + j, n - 1)]; set(k, j >= right.length || (i < left.length && left[i] <= right[j]) ? left[i++] : right[j++]); }
      }
    },
    *heap({ n, more, swap }) {
      function* sink(i, end) { for (;;) { let top = i; for (const child of [2 * i + 1, 2 * i + 2]) if (child < end) { yield [top, child]; if (more(child, top)) top = child; } if (top === i) return; swap(i, top); i = top; } }
      for (let i = (n >> 1) - 1; i >= 0; i--) yield* sink(i, n);
      for (let end = n - 1; end > 0; end--) { swap(0, end); yield* sink(0, end); }
    },
  };

  function Race(id, label, values) {
    const one = { id, label, all: [...values], compares: 0, moves: 0, at: [], done: false };
    const tools = {
      n: values.length, all: one.all,
      more: (i, j) => one.all[i] > one.all[j],
      swap(i, j) { [one.all[i], one.all[j]] = [one.all[j], one.all[i]]; one.moves++; },
      set(i, value) { one.all[i] = value; one.moves++; },
    };
    const steps = SORTS[id](tools);
    one.step = () => {
      if (one.done) return;
      const { value, done } = steps.next();
      if (done) { one.done = true; one.at = []; } else { one.at = value; one.compares++; }
    };
    return one;
  }

  function start(C, count) {
    const values = Array.from({ length: count }, (_, i) => (i + 1) / count);
    if (/revers/.test(C.order)) return values.reverse();
    if (/near|almost/.test(C.order)) { for (let k = 0; k < count / 10; k++) { const i = Math.floor(Math.random() * (count - 3)); [values[i], values[i + 2]] = [values[i + 2], values[i]]; } return values; }
    return Modes.shuffle(values);
  }

  function bars(S, one, box, tints, tags) {
    const { ctx } = S, [left, top, width, height] = box, step = width / one.all.length, room = tags ? 30 : 8;
    one.all.forEach((value, i) => {
      const tall = Math.max(2, value * (height - room)), hot = one.at.includes(i);
      ctx.fillStyle = hot ? "#ffffff" : tints[Math.round(value * (tints.length - 1))];
      ctx.beginPath();
      ctx.roundRect(left + i * step + (step > 3 ? 1 : 0), top + height - tall, Math.max(1, step - (step > 3 ? 2 : 0)), tall, [Math.min(5, step / 2), Math.min(5, step / 2), 0, 0]);
      ctx.fill();
    });
    if (!tags) return;
    ctx.fillStyle = one.done ? "#8ce99a" : "#dfe6f5";
    ctx.font = "600 13px system-ui, sans-serif";
    ctx.fillText(`${one.done ? "✓ " : ""}${one.label}  ${one.compares}`, left + 4, top + 17);
  }

  function run(C, W) {
    const S = Stage(C, W, { background: "#0d1117" }), list = Stage.named(C.algorithms, Object.keys(SORTS), W), tints = Stage.blend(Modes.valid(C.colors, ["#4cc9f0", "#4361ee", "#7209b7", "#f72585"]), 64);
    let runs = [], speed = Modes.clamp(C.speed, 1, 100), count = Modes.clamp(C.count, 8, 200), kind = (list.find((one) => one.value === C.algorithm.toLowerCase()) || list[0]).value, since = 0, rest = 0;
    const compares = S.stat(W.compares), moves = S.stat(W.moves), note = Kit.make("p", { className: "muted explain" });
    const reset = () => {
      const values = start(C, Math.round(count));
      runs = (kind === "race" ? list : list.filter((one) => one.value === kind)).map((one) => Race(one.value, one.label, values));
      rest = 0;
      const about = C.algorithms.find((one) => Kit.isObject(one) && String(one.id ?? one.name).toLowerCase() === kind);
      note.textContent = Kit.text(about?.text ?? about?.note, W[`about_${kind}`] || "");
    };
    if (C.race && list.length > 1) kind = "race";
    const play = S.toggle([W.pause, W.play], C.running, () => {});
    S.button(W.shuffle, reset);
    S.button(W.step, () => { play.set(false); runs.forEach((one) => one.step()); });
    S.slider(W.speed, { min: 1, max: 100, value: speed }, (to) => { speed = to; });
    S.slider(W.count, { min: 8, max: 200, value: count }, (to) => { count = to; reset(); });
    S.choice([...list, ...(list.length > 1 ? [{ value: "race", label: W.race }] : [])], kind, (to) => { kind = to; reset(); play.set(true); });
    S.bar.append(note);
    S.pointer({ down: () => { reset(); play.set(true); } });
    reset();
    S.loop((seconds) => {
      since += seconds * speed ** 1.6 * 0.5;
      for (; since > 1; since--) if (play.on) runs.forEach((one) => one.step());
      if (play.on && runs.every((one) => one.done) && (rest += seconds) > 3) reset();
      S.clear();
      const columns = runs.length < 2 ? 1 : S.width > 700 ? Math.ceil(Math.sqrt(runs.length)) : runs.length > 3 ? 2 : 1, rows = Math.ceil(runs.length / columns), gap = 12;
      runs.forEach((one, i) => bars(S, one, [gap + (i % columns) * ((S.width - gap) / columns), (runs.length < 2 ? 44 : 40) + Math.floor(i / columns) * ((S.height - 44) / rows), (S.width - gap) / columns - gap, (S.height - 50) / rows - 6], tints, runs.length > 1));
      compares(runs.reduce((sum, one) => sum + one.compares, 0));
      moves(runs.reduce((sum, one) => sum + one.moves, 0));
    });
  }

  Modes.add("sorting", {
    names: /sort|algorithm|排序|算法/i,
    defaults: { algorithms: [], algorithm: "quick", count: 60, speed: 30, order: "random", race: false, running: true },
    words: {
      en: { play: "Play", pause: "Pause", shuffle: "Shuffle", step: "One step", speed: "Speed", count: "Bars", race: "Race", compares: "Comparisons", moves: "Moves", bubble: "Bubble sort", insertion: "Insertion sort", selection: "Selection sort", shell: "Shell sort", quick: "Quicksort", merge: "Merge sort", heap: "Heapsort", about_bubble: "Neighbours that stand wrong change places: O(n²).", about_insertion: "Each bar slides left into its place: O(n²).", about_selection: "The least of the rest comes next: O(n²).", about_shell: "Insertion over shrinking gaps.", about_quick: "Smaller ones left, larger ones right of a pivot, again and again: O(n log n).", about_merge: "Sorted runs are merged into longer ones: O(n log n).", about_heap: "The largest is taken off a heap: O(n log n).", about_race: "The same bars for everyone." },
      zh: { play: "播放", pause: "暂停", shuffle: "打乱", step: "单步", speed: "速度", count: "数量", race: "比赛", compares: "比较次数", moves: "移动次数", bubble: "冒泡排序", insertion: "插入排序", selection: "选择排序", shell: "希尔排序", quick: "快速排序", merge: "归并排序", heap: "堆排序", about_bubble: "相邻两个顺序不对就交换：O(n²)。", about_insertion: "每根柱子向左滑到自己的位置：O(n²)。", about_selection: "每次选出剩下最小的：O(n²)。", about_shell: "间隔逐渐缩小的插入排序。", about_quick: "以基准分成小的和大的，反复进行：O(n log n)。", about_merge: "把有序的小段合并成更长的段：O(n log n)。", about_heap: "每次从堆顶取出最大的：O(n log n)。", about_race: "所有算法从同样的柱子开始。" },
    },
    run,
  });
})();
