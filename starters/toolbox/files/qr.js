// Encodes a text as a QR code: bytes (UTF-8), versions 1 to 10, error correction M.
// QrCode.encode(text, least version) gives rows of true (dark) and false, or null for too long a text.
"use strict";

(function () {
  // By version: codewords in all, for correction in each block, and how many blocks.
  const TOTAL = [0, 26, 44, 70, 100, 134, 172, 196, 242, 292, 346];
  const CORRECTION = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26];
  const BLOCKS = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5];
  const MOST = TOTAL.length - 1;
  const room = (version) => TOTAL[version] - CORRECTION[version] * BLOCKS[version];

  // The field of 256 elements in which Reed and Solomon count.
  const EXP = [], LOG = [];
  for (let i = 0, x = 1; i < 255; i++) {
    EXP[i] = x;
    LOG[x] = i;
    x = (x << 1) ^ (x & 128 ? 0x11d : 0);
  }
  const times = (a, b) => (a && b ? EXP[(LOG[a] + LOG[b]) % 255] : 0);

  function generator(degree) {
    let poly = [1];
    for (let i = 0; i < degree; i++) {
      const next = [...poly, 0];
      poly.forEach((value, j) => { next[j + 1] ^= times(value, EXP[i]); });
      poly = next;
    }
    return poly.slice(1);
  }
  function remainder(data, degree) {
    const by = generator(degree), rest = Array(degree).fill(0);
    for (const byte of data) {
      const factor = byte ^ rest.shift();
      rest.push(0);
      by.forEach((value, i) => { rest[i] ^= times(value, factor); });
    }
    return rest;
  }

  // The bytes with their header, filled up to the version's room.
  function codewords(bytes, version) {
    const bits = [], put = (value, count) => { for (let i = count - 1; i >= 0; i--) bits.push((value >> i) & 1); };
    put(4, 4);
    put(bytes.length, version < 10 ? 8 : 16);
    bytes.forEach((byte) => put(byte, 8));
    put(0, Math.min(4, room(version) * 8 - bits.length));
    while (bits.length % 8) bits.push(0);
    const all = [];
    for (let i = 0; i < bits.length; i += 8) all.push(parseInt(bits.slice(i, i + 8).join(""), 2));
    for (let pad = 0xec; all.length < room(version); pad ^= 0xec ^ 0x11) all.push(pad);
    return all;
  }
  // Data in blocks, each with its correction; the blocks' first words first, then their second …
  function interleave(data, version) {
    const count = BLOCKS[version], short = Math.floor(data.length / count), longer = data.length % count, blocks = [];
    for (let i = 0, at = 0; i < count; i++) {
      const length = short + (i >= count - longer ? 1 : 0);
      blocks.push(data.slice(at, at + length));
      at += length;
    }
    const checks = blocks.map((block) => remainder(block, CORRECTION[version]));
    const woven = (lists, most) => Array.from({ length: most }, (_, i) => lists.map((list) => list[i])).flat().filter((word) => word !== undefined);
    return [...woven(blocks, short + 1), ...woven(checks, CORRECTION[version])];
  }

  const bch = (value, by, shift) => {
    let rest = value << shift;
    for (let bit = 20; bit >= shift; bit--) if (rest & (1 << bit)) rest ^= by << (bit - shift);
    return (value << shift) | rest;
  };
  const centres = (version) => {
    if (version === 1) return [];
    const last = version * 4 + 10;
    return version < 7 ? [6, last] : [6, (6 + last) / 2, last];
  };

  function Grid(version) {
    const size = version * 4 + 17, dark = Array.from({ length: size }, () => Array(size).fill(false)), taken = dark.map((row) => [...row]);
    const set = (x, y, on) => { if (dark[y]?.[x] !== undefined) { dark[y][x] = Boolean(on); taken[y][x] = true; } };
    return { size, version, dark, taken, set };
  }
  const around = (grid, cx, cy, far, isDark) => {
    for (let y = -far; y <= far; y++) for (let x = -far; x <= far; x++) grid.set(cx + x, cy + y, isDark(Math.max(Math.abs(x), Math.abs(y))));
  };
  // What every code has: corners, timing, alignment, the version's number.
  function frame(grid) {
    const { size, version, set } = grid, marks = centres(version);
    for (let i = 0; i < size; i++) { set(6, i, i % 2 === 0); set(i, 6, i % 2 === 0); }
    for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) around(grid, x, y, 4, (ring) => ring !== 2 && ring !== 4);
    for (const x of marks) for (const y of marks) {
      const corner = (x === 6 && (y === 6 || y === size - 7)) || (x === size - 7 && y === 6);
      if (!corner) around(grid, x, y, 2, (ring) => ring !== 1);
    }
    format(grid, 0);
    if (version < 7) return;
    const number = bch(version, 0x1f25, 12);
    for (let i = 0; i < 18; i++) {
      const [a, b] = [size - 11 + (i % 3), Math.floor(i / 3)];
      set(a, b, (number >> i) & 1);
      set(b, a, (number >> i) & 1);
    }
  }
  // Which mask it has, twice; correction M is 00.
  function format({ size, set }, mask) {
    const bits = bch(mask, 0x537, 10) ^ 0x5412, bit = (i) => (bits >> i) & 1;
    for (let i = 0; i < 15; i++) {
      if (i < 8) set(size - 1 - i, 8, bit(i)); else set(8, size - 15 + i, bit(i));
      if (i < 6) set(8, i, bit(i));
      else if (i < 8) set(8, i + 1, bit(i));
      else set(i === 8 ? 7 : 14 - i, 8, bit(i));
    }
    set(8, size - 8, true);
  }
  // Two columns at a time, from the right, up and down in turn.
  function fill({ size, dark, taken }, words) {
    let i = 0;
    for (let right = size - 1; right > 0; right -= 2) {
      if (right === 6) right = 5;
      const up = ((right + 1) & 2) === 0;
      for (let step = 0; step < size; step++) for (const x of [right, right - 1]) {
        const y = up ? size - 1 - step : step;
        if (!taken[y][x]) { dark[y][x] = Boolean(((words[i >> 3] ?? 0) >> (7 - (i & 7))) & 1); i++; }
      }
    }
  }
  const MASKS = [
    (x, y) => (x + y) % 2 === 0, (x, y) => y % 2 === 0, (x) => x % 3 === 0, (x, y) => (x + y) % 3 === 0,
    (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0, (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
    (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
  ];
  const masked = ({ dark, taken }, mask) => dark.map((row, y) => row.map((on, x) => (taken[y][x] ? on : on !== MASKS[mask](x, y))));

  // How hard a code is to read: long runs, blocks, false corners, too much of one colour.
  function penalty(rows) {
    const size = rows.length, columns = rows.map((_, x) => rows.map((row) => row[x]));
    let sum = 0, inked = 0;
    for (const line of [...rows, ...columns].map((all) => all.map(Number).join(""))) {
      for (const run of line.match(/0{5,}|1{5,}/g) || []) sum += run.length - 2;
      sum += 40 * (line.match(/(?=10111010000|00001011101)/g) || []).length;
    }
    for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) {
      inked += rows[y][x];
      if (y && x && rows[y][x] === rows[y - 1][x] && rows[y][x] === rows[y][x - 1] && rows[y][x] === rows[y - 1][x - 1]) sum += 3;
    }
    return sum + 10 * Math.floor(Math.abs((inked * 20) / size ** 2 - 10));
  }

  function encode(words, least = 1) {
    const bytes = [...new TextEncoder().encode(words)];
    let version = least;
    while (version <= MOST && bytes.length + (version < 10 ? 2 : 3) > room(version)) version++;
    if (version > MOST) return null;
    const grid = Grid(version);
    frame(grid);
    fill(grid, interleave(codewords(bytes, version), version));
    const tries = MASKS.map((_, mask) => { format(grid, mask); return masked(grid, mask); });
    return tries.reduce((best, rows) => (penalty(rows) < penalty(best) ? rows : best));
  }

  // Whether a module belongs to what cameras look for first: corners, timing, alignment.
  function isMark(x, y, size) {
    const marks = centres((size - 17) / 4), near = (at) => marks.some((mark) => Math.abs(mark - at) < 3);
    const inCorner = (a, b) => a < 7 && (b < 7 || b >= size - 7);
    return inCorner(x, y) || inCorner(y, x) || x === 6 || y === 6 || (near(x) && near(y));
  }

  window.QrCode = { encode, isMark, most: room(MOST) - 3 };
})();
