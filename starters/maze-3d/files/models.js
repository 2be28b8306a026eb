// What is found in the maze: things to collect, what wanders about, the gate and the lamps.
const Models = (() => {
  const three = (colour) => new THREE.Color(...Kit.rgb(colour).map((x) => x / 255));
  const paint = (colour, glow = 0.25) =>
    new THREE.MeshLambertMaterial({ color: three(colour), emissive: three(colour).multiplyScalar(glow) });
  const bright = (colour) => new THREE.MeshBasicMaterial({ color: three(colour) });
  const G = {
    ball: (r, n = 12) => new THREE.SphereGeometry(r, n, Math.max(6, n - 4)),
    box: (x, y, z) => new THREE.BoxGeometry(x, y, z),
    cone: (r, h, n = 8) => new THREE.ConeGeometry(r, h, n),
    tube: (a, b, h, n = 10) => new THREE.CylinderGeometry(a, b, h, n),
    ring: (r, t, n = 20) => new THREE.TorusGeometry(r, t, 8, n),
    gem: (r) => new THREE.OctahedronGeometry(r, 0),
  };
  function add(group, geometry, material, at = [0, 0, 0], turn = [0, 0, 0], size = [1, 1, 1]) {
    const mesh = new THREE.Mesh(geometry, material);
    mesh.position.set(...at);
    mesh.rotation.set(...turn);
    mesh.scale.set(...size);
    group.add(mesh);
    return mesh;
  }
  function eyes(g, x, y, z, size = 0.07, tint = "#14161f") {
    [-1, 1].forEach((side) => {
      add(g, G.ball(size, 8), bright("#ffffff"), [side * x, y, z]);
      add(g, G.ball(size * 0.6, 8), bright(tint), [side * x, y, z + size * 0.6]);
    });
  }

  const ITEMS = {
    gem: (g, p) => add(g, G.gem(0.26), p, [0, 0, 0], [0, 0, 0], [0.8, 1.15, 0.8]),
    coin: (g, p) => { add(g, G.tube(0.26, 0.26, 0.07, 20), p, [0, 0, 0], [1.57, 0, 0]); add(g, G.ring(0.2, 0.03), bright("#ffffff")); },
    star: (g, p) => { for (let i = 0; i < 5; i++) add(g, G.cone(0.12, 0.32, 4), p, [Math.sin(i * 1.257) * 0.17, Math.cos(i * 1.257) * 0.17, 0], [0, 0, -i * 1.257]); add(g, G.ball(0.13, 8), p); },
    key: (g, p) => { add(g, G.ring(0.13, 0.045), p, [0, 0.2, 0]); add(g, G.tube(0.04, 0.04, 0.42), p, [0, -0.12, 0]); [-0.18, -0.3].forEach((y) => add(g, G.box(0.16, 0.06, 0.05), p, [0.08, y, 0])); },
    heart: (g, p) => { [-1, 1].forEach((s) => add(g, G.ball(0.15), p, [s * 0.11, 0.07, 0], [0, 0, 0], [1, 1, 0.6])); add(g, G.cone(0.24, 0.34, 10), p, [0, -0.13, 0], [Math.PI, 0, 0], [1, 1, 0.55]); },
    gear: (g, p) => { add(g, G.ring(0.19, 0.06), p); for (let i = 0; i < 8; i++) add(g, G.box(0.1, 0.12, 0.1), p, [Math.cos(i * 0.785) * 0.28, Math.sin(i * 0.785) * 0.28, 0], [0, 0, i * 0.785 - 1.57]); add(g, G.tube(0.07, 0.07, 0.1), p, [0, 0, 0], [1.57, 0, 0]); },
    apple: (g, p) => { add(g, G.ball(0.23), p); add(g, G.tube(0.02, 0.03, 0.16), paint("#6b4a35"), [0, 0.27, 0]); add(g, G.ball(0.08, 8), paint("#69db7c"), [0.1, 0.28, 0], [0, 0, 0.6], [1.4, 0.5, 0.8]); },
    crystal: (g, p) => [[0, 0, 1], [0.16, -0.1, 0.6], [-0.15, -0.08, 0.7]].forEach(([x, y, k], i) => add(g, G.gem(0.2), p, [x, y, 0], [0, i, x * -1.6], [0.5 * k + 0.2, 1.6 * k, 0.5 * k + 0.2])),
  };
  const ENEMIES = {
    ghost(g, p) { add(g, G.ball(0.42, 14), p, [0, 1.3, 0]); add(g, G.tube(0.42, 0.5, 0.7, 12), p, [0, 0.96, 0]); for (let i = 0; i < 6; i++) add(g, G.cone(0.16, 0.3, 6), p, [Math.cos(i * 1.05) * 0.34, 0.52, Math.sin(i * 1.05) * 0.34], [Math.PI, 0, 0]); eyes(g, 0.15, 1.36, 0.38, 0.1); add(g, G.ball(0.08, 8), bright("#14161f"), [0, 1.14, 0.42], [0, 0, 0], [1, 1.4, 0.6]); },
    bat(g, p) { add(g, G.ball(0.28), p, [0, 1.4, 0]); g.userData.wings = [-1, 1].map((s) => { const w = new THREE.Group(); w.position.set(s * 0.2, 1.42, 0); add(w, G.cone(0.34, 0.8, 3), p, [s * 0.42, 0, 0], [0, 0, s * -1.57], [1, 1, 0.2]); g.add(w); return w; }); [-1, 1].forEach((s) => add(g, G.cone(0.09, 0.26, 4), p, [s * 0.15, 1.7, 0])); eyes(g, 0.11, 1.44, 0.25, 0.07, "#ff3b5c"); },
    spider(g, p) { add(g, G.ball(0.36), p, [0, 0.55, -0.2], [0, 0, 0], [1, 0.85, 1.2]); add(g, G.ball(0.22), p, [0, 0.5, 0.3]); for (let i = 0; i < 8; i++) { const s = i % 2 ? 1 : -1; const z = (Math.floor(i / 2) - 1.5) * 0.22; add(g, G.box(0.6, 0.06, 0.06), p, [s * 0.5, 0.6, z], [0, s * z, s * 0.5]); add(g, G.box(0.06, 0.6, 0.06), p, [s * 0.78, 0.32, z * 1.4], [0, 0, s * 0.2]); } eyes(g, 0.09, 0.58, 0.48, 0.06, "#ff3b5c"); },
    robot(g, p) { add(g, G.box(0.7, 0.7, 0.5), p, [0, 0.8, 0]); add(g, G.box(0.5, 0.4, 0.44), paint("#dfe5ee"), [0, 1.4, 0]); add(g, G.box(0.36, 0.1, 0.06), bright("#ff3b5c"), [0, 1.42, 0.22]); [-1, 1].forEach((s) => { add(g, G.tube(0.18, 0.18, 0.16), paint("#33363f"), [s * 0.3, 0.26, 0], [0, 0, 1.57]); add(g, G.box(0.14, 0.6, 0.14), p, [s * 0.46, 0.8, 0.1], [-0.4, 0, 0]); }); add(g, G.ball(0.07), bright("#ffd43b"), [0, 1.72, 0]); },
    slime(g, p) { g.userData.soft = add(g, G.ball(0.5, 14), p, [0, 0.36, 0], [0, 0, 0], [1.1, 0.8, 1.1]); eyes(g, 0.17, 0.56, 0.44, 0.1); },
    skull(g, p) { add(g, G.ball(0.36, 12), p, [0, 1.35, 0]); add(g, G.box(0.34, 0.24, 0.3), p, [0, 1.05, 0.1]); [-1, 1].forEach((s) => add(g, G.ball(0.1, 8), bright("#14161f"), [s * 0.14, 1.36, 0.29])); [-1, 1].forEach((s) => add(g, G.ball(0.04, 6), bright("#ff5a3c"), [s * 0.14, 1.36, 0.38])); [-0.1, 0, 0.1].forEach((x) => add(g, G.box(0.02, 0.12, 0.02), bright("#14161f"), [x, 1.0, 0.26])); },
    knight(g, p) { add(g, G.tube(0.26, 0.36, 0.8), p, [0, 0.8, 0]); add(g, G.ball(0.27), paint("#c9ced8"), [0, 1.42, 0]); add(g, G.box(0.34, 0.07, 0.1), bright("#14161f"), [0, 1.44, 0.22]); add(g, G.cone(0.1, 0.4, 6), paint("#ff5d73"), [0, 1.82, 0]); add(g, G.box(0.07, 1, 0.07), paint("#eef2f8"), [0.48, 1.1, 0.2]); add(g, G.tube(0.3, 0.3, 0.08, 12), p, [-0.42, 0.9, 0.2], [1.57, 0, 0]); },
  };

  const halo = document.createElement("canvas");
  halo.width = halo.height = 64;
  const brush = halo.getContext("2d");
  const fade = brush.createRadialGradient(32, 32, 2, 32, 32, 32);
  [[0, "rgba(255,255,255,.9)"], [0.25, "rgba(255,255,255,.35)"], [1, "rgba(255,255,255,0)"]].forEach(([at, tint]) => fade.addColorStop(at, tint));
  brush.fillStyle = fade;
  brush.fillRect(0, 0, 64, 64);
  const haloMap = new THREE.CanvasTexture(halo);
  /** A soft light around a thing. */
  function glow(colour, size, strength = 0.6) {
    const sprite = new THREE.Sprite(new THREE.SpriteMaterial({ map: haloMap, color: three(colour), opacity: strength, transparent: true, depthWrite: false, blending: THREE.AdditiveBlending }));
    sprite.scale.setScalar(size);
    return sprite;
  }

  function item(name, colour) {
    const group = new THREE.Group();
    ITEMS[Kit.choice(name || "-", Object.keys(ITEMS), "gem")](group, paint(colour, 0.45));
    group.add(glow(colour, 1.5, 0.5));
    return group;
  }
  function enemy(name, colour) {
    const group = new THREE.Group();
    ENEMIES[Kit.choice(name || "-", Object.keys(ENEMIES), "ghost")](group, paint(colour, 0.4));
    const around = glow(colour, 2.2, 0.3);
    around.position.y = 1;
    group.add(around);
    return group;
  }
  function gate(colour) {
    const group = new THREE.Group();
    const swirl = add(group, G.ring(0.8, 0.09, 28), bright(colour), [0, 1.2, 0]);
    const inner = add(group, G.ring(0.55, 0.05, 6), bright(Kit.shade(colour, 0.5)), [0, 1.2, 0]);
    const beam = add(group, G.tube(0.5, 0.7, 26, 12), new THREE.MeshBasicMaterial({ color: three(colour), transparent: true, opacity: 0.16, depthWrite: false, blending: THREE.AdditiveBlending, side: THREE.DoubleSide, fog: false }), [0, 13, 0]);
    const light = glow(colour, 3.4, 0.75);
    light.position.y = 1.2;
    group.add(light);
    group.userData = { swirl, inner, beam };
    return group;
  }
  const [iron, box, tip] = [paint("#3a3230", 0.1), G.box(0.12, 0.3, 0.12), G.cone(0.1, 0.26, 6)];
  function lamp(colour) {
    const group = new THREE.Group();
    add(group, box, iron, [0, -0.2, 0]);
    add(group, tip, bright(Kit.shade(colour, 0.5)), [0, 0.08, 0]);
    const light = glow(colour, 1.5, 0.7);
    group.add(light);
    group.userData.light = light;
    return group;
  }
  return { item, enemy, gate, lamp, three, haloMap };
})();
