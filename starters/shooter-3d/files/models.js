// Every thing of the game, built from simple solids. Models look along -z and are about 2 units wide.
const Models = (() => {
  const paint = (colour, glow = 0) =>
    new THREE.MeshStandardMaterial({ color: new THREE.Color(...Kit.rgb(colour).map((x) => x / 255)), emissive: new THREE.Color(...Kit.rgb(colour).map((x) => (x / 255) * glow)), roughness: 0.45, metalness: 0.25, flatShading: true });
  const G = {
    ball: (r, detail = 12) => new THREE.SphereGeometry(r, detail, Math.max(6, detail - 4)),
    box: (x, y, z) => new THREE.BoxGeometry(x, y, z),
    cone: (r, h, n = 8) => new THREE.ConeGeometry(r, h, n),
    tube: (a, b, h, n = 12) => new THREE.CylinderGeometry(a, b, h, n),
    ring: (r, t) => new THREE.TorusGeometry(r, t, 8, 24),
    rock: (r) => new THREE.IcosahedronGeometry(r, 0),
    gem: (r) => new THREE.OctahedronGeometry(r, 0),
  };
  function add(group, geometry, material, [x, y, z] = [0, 0, 0], [a, b, c] = [0, 0, 0], [p, q, r] = [1, 1, 1]) {
    const mesh = new THREE.Mesh(geometry, material);
    mesh.position.set(x, y, z);
    mesh.rotation.set(a, b, c);
    mesh.scale.set(p, q, r);
    group.add(mesh);
    return mesh;
  }
  const eyes = (g, x, y, z, size = 0.16) =>
    [-1, 1].forEach((side) => {
      add(g, G.ball(size, 8), paint("#ffffff", 0.4), [side * x, y, z]);
      add(g, G.ball(size * 0.55, 8), paint("#10101c"), [side * x, y, z + size * 0.7]);
    });
  const flap = (g, wings) => (g.userData.wings = wings);

  const PLAYERS = {
    ship(g, body, accent) {
      add(g, G.cone(0.42, 2.2, 6), body, [0, 0, -0.3], [-Math.PI / 2, 0, 0]);
      add(g, G.box(2.4, 0.08, 0.7), body, [0, -0.05, 0.45]);
      [-1, 1].forEach((s) => { add(g, G.cone(0.16, 1.1, 6), accent, [s * 1.15, 0, 0.2], [-Math.PI / 2, 0, 0]); add(g, G.box(0.07, 0.5, 0.5), body, [s * 0.5, 0.25, 0.65]); });
      add(g, G.ball(0.24), accent, [0, 0.2, -0.15], [0, 0, 0], [1, 0.8, 1.7]);
    },
    rocket(g, body, accent) {
      add(g, G.tube(0.4, 0.5, 1.7), body, [0, 0, 0.1], [Math.PI / 2, 0, 0]);
      add(g, G.cone(0.4, 0.8, 12), accent, [0, 0, -1.15], [-Math.PI / 2, 0, 0]);
      [0, 1, 2, 3].forEach((i) => add(g, G.box(0.08, 0.7, 0.6), accent, [Math.cos(i * 1.57 + 0.78) * 0.55, Math.sin(i * 1.57 + 0.78) * 0.55, 0.75], [0, 0, i * 1.57 - 0.78]));
    },
    submarine(g, body, accent) {
      add(g, G.ball(0.62, 16), body, [0, 0, 0], [0, 0, 0], [0.9, 0.85, 1.9]);
      add(g, G.box(0.4, 0.5, 0.6), body, [0, 0.62, 0]);
      add(g, G.tube(0.06, 0.06, 0.6), accent, [0, 1.05, -0.1]);
      add(g, G.ring(0.28, 0.06), accent, [0, 0.05, -1.1]);
      g.userData.spin = add(g, G.box(1, 0.16, 0.06), accent, [0, 0, 1.25]);
    },
    bird(g, body, accent) {
      add(g, G.ball(0.42), body, [0, 0, 0], [0, 0, 0], [0.9, 0.8, 1.6]);
      add(g, G.ball(0.3), body, [0, 0.22, -0.7]);
      add(g, G.cone(0.12, 0.4, 6), accent, [0, 0.2, -1.1], [-Math.PI / 2, 0, 0]);
      add(g, G.box(0.5, 0.06, 0.6), accent, [0, 0.05, 0.85]);
      flap(g, [-1, 1].map((s) => { const w = new THREE.Group(); add(w, G.box(1.3, 0.07, 0.7), body, [s * 0.75, 0, 0]); add(w, G.box(0.5, 0.05, 0.4), accent, [s * 1.5, 0, 0.1]); g.add(w); w.userData.side = s; return w; }));
    },
    dragon(g, body, accent) {
      PLAYERS.bird(g, body, accent);
      for (let i = 0; i < 5; i++) add(g, G.ball(0.3 - i * 0.045), body, [0, 0, 0.7 + i * 0.32]);
      [-1, 1].forEach((s) => add(g, G.cone(0.07, 0.4, 5), accent, [s * 0.16, 0.5, -0.6], [0.5, 0, 0]));
      for (let i = 0; i < 5; i++) add(g, G.cone(0.1, 0.26, 4), accent, [0, 0.4 - i * 0.05, -0.2 + i * 0.4]);
    },
    car(g, body, accent) {
      add(g, G.box(1.2, 0.4, 2.2), body);
      add(g, G.box(0.95, 0.4, 1), accent, [0, 0.38, 0.15]);
      [[-1, -1], [1, -1], [-1, 1], [1, 1]].forEach(([x, z]) => add(g, G.tube(0.28, 0.28, 0.22), paint("#22242e"), [x * 0.62, -0.18, z * 0.7], [0, 0, Math.PI / 2]));
      add(g, G.box(1.4, 0.08, 0.3), accent, [0, 0.45, 1.05]);
    },
    ufo(g, body, accent) {
      add(g, G.tube(0.5, 1.15, 0.35, 20), body);
      add(g, G.tube(1.15, 0.6, 0.25, 20), body, [0, -0.28, 0]);
      add(g, G.ball(0.5, 14), accent, [0, 0.2, 0], [0, 0, 0], [1, 0.85, 1]);
    },
    fish(g, body, accent) {
      add(g, G.ball(0.5, 14), body, [0, 0, 0], [0, 0, 0], [0.7, 0.95, 1.5]);
      g.userData.tail = add(g, G.cone(0.5, 0.7, 4), accent, [0, 0, 0.95], [-Math.PI / 2, 0, 0], [0.3, 1, 1]);
      add(g, G.cone(0.3, 0.6, 4), accent, [0, 0.5, 0.1], [0.5, 0, 0], [0.3, 1, 1]);
      eyes(g, 0.28, 0.15, -0.5, 0.12);
    },
  };
  const ENEMIES = {
    ufo(g, body, accent) { PLAYERS.ufo(g, body, accent); },
    jelly(g, body, accent) {
      add(g, new THREE.SphereGeometry(0.8, 16, 8, 0, 6.3, 0, 1.7), body);
      for (let i = 0; i < 7; i++) add(g, G.tube(0.05, 0.02, 1.2, 5), accent, [Math.cos(i * 0.9) * 0.5, -0.6, Math.sin(i * 0.9) * 0.5]);
      eyes(g, 0.28, 0.2, 0.68);
    },
    fish(g, body, accent) { const f = new THREE.Group(); PLAYERS.fish(f, body, accent); f.rotation.y = Math.PI; g.add(f); g.userData.tail = f.userData.tail; },
    crab(g, body, accent) {
      add(g, G.ball(0.6), body, [0, 0, 0], [0, 0, 0], [1.25, 0.6, 0.9]);
      [-1, 1].forEach((s) => { add(g, G.ball(0.26, 8), accent, [s * 1, 0.1, 0.5]); for (let i = 0; i < 3; i++) add(g, G.box(0.5, 0.08, 0.08), accent, [s * 0.85, -0.25, -0.3 + i * 0.28], [0, 0, s * -0.6]); });
      eyes(g, 0.25, 0.5, 0.35);
    },
    rock(g, body) { add(g, G.rock(0.9), body); add(g, G.rock(0.4), body, [0.6, 0.4, 0.2]); },
    bug(g, body, accent) {
      add(g, G.ball(0.55), body, [0, 0, 0], [0, 0, 0], [1, 0.8, 1.3]);
      add(g, G.ball(0.3), accent, [0, 0.1, 0.75]);
      flap(g, [-1, 1].map((s) => { const w = new THREE.Group(); add(w, G.box(0.9, 0.04, 0.5), accent, [s * 0.6, 0.3, -0.1]); g.add(w); w.userData.side = s; return w; }));
      eyes(g, 0.16, 0.2, 0.95, 0.1);
    },
    ghost(g, body) {
      add(g, G.ball(0.65, 14), body, [0, 0.2, 0]);
      add(g, G.cone(0.66, 1.2, 9), body, [0, -0.45, 0], [Math.PI, 0, 0]);
      eyes(g, 0.24, 0.3, 0.56);
    },
    cube(g, body, accent) { add(g, G.box(1.2, 1.2, 1.2), body); add(g, G.box(0.5, 0.5, 1.3), accent); },
    spike(g, body, accent) {
      add(g, G.gem(0.7), body);
      for (let i = 0; i < 6; i++) add(g, G.cone(0.16, 0.8, 5), accent, [Math.cos(i * 1.05) * 0.8, Math.sin(i * 1.05) * 0.8, 0], [0, 0, i * 1.05 - 1.57]);
    },
    drone(g, body, accent) {
      add(g, G.ball(0.5, 10), body);
      [-1, 1].forEach((s) => { add(g, G.box(0.8, 0.1, 0.1), body, [s * 0.7, 0, 0]); add(g, G.ring(0.36, 0.07), accent, [s * 1.1, 0, 0], [Math.PI / 2, 0, 0]); });
      add(g, G.ball(0.2, 8), paint("#ffffff", 0.9), [0, 0, 0.45]);
    },
    bat(g, body, accent) {
      add(g, G.ball(0.45), body);
      [-1, 1].forEach((s) => add(g, G.cone(0.14, 0.4, 4), body, [s * 0.25, 0.5, 0]));
      flap(g, [-1, 1].map((s) => { const w = new THREE.Group(); add(w, G.cone(0.5, 1.3, 3), accent, [s * 0.95, 0, 0], [0, 0, s * -1.57], [1, 1, 0.2]); g.add(w); w.userData.side = s; return w; }));
      eyes(g, 0.18, 0.1, 0.4, 0.12);
    },
    snowman(g, body, accent) { add(g, G.ball(0.62), body, [0, -0.4, 0]); add(g, G.ball(0.42), body, [0, 0.5, 0]); add(g, G.cone(0.1, 0.5, 6), accent, [0, 0.5, 0.6], [1.57, 0, 0]); eyes(g, 0.16, 0.65, 0.36, 0.08); },
    star(g, body, accent) { for (let i = 0; i < 5; i++) add(g, G.cone(0.32, 0.9, 4), i % 2 ? body : accent, [Math.sin(i * 1.257) * 0.6, Math.cos(i * 1.257) * 0.6, 0], [0, 0, -i * 1.257]); add(g, G.ball(0.42, 8), body); },
  };

  function build(kinds, kind, colour, accent, glow) {
    const group = new THREE.Group();
    kinds[kind](group, paint(colour, glow), paint(accent, 0.5));
    return group;
  }
  return {
    paint, G, add,
    player: (name, colour, accent) => build(PLAYERS, Kit.choice(name, Object.keys(PLAYERS), "ship"), colour, accent, 0.12),
    enemy: (name, colour) => build(ENEMIES, Kit.choice(name, Object.keys(ENEMIES), "ufo"), colour, Kit.shade(colour, 0.35), 0.28),
    move(group, time) {
      const { wings, tail, spin } = group.userData;
      if (wings) wings.forEach((w) => (w.rotation.z = w.userData.side * Math.sin(time * 9) * 0.5));
      if (tail) tail.rotation.z = Math.sin(time * 10) * 0.5;
      if (spin) spin.rotation.z = time * 14;
    },
  };
})();
