// Who runs, drives, flies, skis or sails. Heroes look along -z and stand on y = 0.
const Heroes = (() => {
  const { G } = Solid;
  const DARK = "#23252f";
  const SKIN = "#f2c6a0";

  // A part that turns about the place where it hangs.
  function joint(group, at, draw) {
    const solid = Solid.create();
    draw(solid);
    const part = solid.mesh();
    part.position.set(...at);
    group.add(part);
    return part;
  }
  const body = (group, draw) => joint(group, [0, 0, 0], draw);
  const limbs = (group, x, y, draw) => [-1, 1].map((side) => joint(group, [side * x, y, 0], (s) => draw(s, side)));

  function face(s, y, z, size = 0.07, apart = 0.14) {
    [-1, 1].forEach((side) => {
      s.add(G.ball(size, 8), "#ffffff", [side * apart, y, z]);
      s.add(G.ball(size * 0.6, 8), DARK, [side * apart, y, z - size * 0.7]);
    });
  }

  // A person; `look` chooses head and clothes.
  function person(group, { shirt, trim, trousers = "#33415c", hair = "#4a2f23", skin = SKIN, cap = false, mask = false, pack = false }) {
    body(group, (s) => {
      s.add(G.box(0.62, 0.7, 0.38), shirt, [0, 1.12, 0]).add(G.box(0.6, 0.16, 0.4), trousers, [0, 0.76, 0]);
      s.add(G.ball(0.34, 12), mask ? DARK : skin, [0, 1.78, 0]);
      if (mask) s.add(G.box(0.62, 0.12, 0.5), skin, [0, 1.82, -0.06]).add(G.box(0.1, 0.3, 0.4), trim, [0.1, 1.75, 0.42], [0.5, 0, 0]);
      else s.add(G.ball(0.36, 12), hair, [0, 1.86, 0.05], [0, 0, 0], [1, 0.86, 1]);
      if (cap) s.add(G.ball(0.37, 12), trim, [0, 1.92, 0.02], [0, 0, 0], [1, 0.7, 1]).add(G.box(0.44, 0.06, 0.3), trim, [0, 1.9, -0.4]);
      if (pack) s.add(G.box(0.5, 0.56, 0.26), trim, [0, 1.16, 0.32]).add(G.box(0.52, 0.08, 0.28), DARK, [0, 1.3, 0.32]);
      s.add(G.box(0.64, 0.1, 0.4), trim, [0, 0.9, 0]);
    });
    const arms = limbs(group, 0.42, 1.4, (s) => s.add(G.box(0.2, 0.4, 0.22), shirt, [0, -0.15, 0]).add(G.box(0.17, 0.34, 0.18), skin, [0, -0.46, 0]));
    const legs = limbs(group, 0.18, 0.74, (s) => s.add(G.box(0.25, 0.5, 0.27), trousers, [0, -0.25, 0]).add(G.box(0.27, 0.2, 0.42), trim, [0, -0.6, -0.06]));
    return Object.assign(group.userData, { arms, legs });
  }

  // A beast on two legs, round and easily told from behind by ears and tail.
  function beast(group, { fur, belly, ear, tail }) {
    body(group, (s) => {
      s.add(G.ball(0.46, 12), fur, [0, 0.86, 0], [0, 0, 0], [0.9, 1.05, 0.85]);
      s.add(G.ball(0.4, 12), fur, [0, 1.52, -0.06]);
      s.add(G.ball(0.3, 10), belly, [0, 0.8, -0.18]).add(G.ball(0.2, 8), belly, [0, 1.42, -0.36]);
      s.add(G.ball(0.06, 6), DARK, [0, 1.48, -0.56]);
      face(s, 1.6, -0.38);
      [-1, 1].forEach((side) => ear(s, side));
    });
    const part = joint(group, [0, 0.72, 0.36], tail);
    const arms = limbs(group, 0.4, 1.08, (s) => s.add(G.ball(0.16, 8), fur, [0, -0.2, 0], [0, 0, 0], [0.9, 1.7, 0.9]));
    const legs = limbs(group, 0.2, 0.5, (s) => s.add(G.box(0.24, 0.46, 0.26), fur, [0, -0.2, 0]).add(G.box(0.26, 0.14, 0.4), belly, [0, -0.42, -0.08]));
    Object.assign(group.userData, { arms, legs, tail: part });
  }

  const wheel = (s, r, wide) => s.add(G.tube(r, r, wide, 12), DARK, [0, 0, 0], [0, 0, Math.PI / 2]).add(G.tube(r * 0.5, r * 0.5, wide * 1.06, 6), "#c9ced8", [0, 0, 0], [0, 0, Math.PI / 2]);
  const wheels = (group, list, r, wide) => (group.userData.wheels = list.map(([x, z]) => joint(group, [x, r, z], (s) => wheel(s, r, wide))));

  const lamps = (s, x, y, z) => [-1, 1].forEach((side) => s.shine(G.box(0.42, 0.14, 0.06), "#ff3b4e", [side * x, y, z]));

  const ALL = {
    runner: (g, main, trim) => person(g, { shirt: main, trim, cap: true, pack: true }),
    ninja: (g, main, trim) => person(g, { shirt: "#2b2d3a", trousers: "#23252f", trim: main || trim, mask: true }),
    robot(g, main, trim) {
      body(g, (s) => {
        s.add(G.box(0.72, 0.7, 0.5), main, [0, 1.1, 0]).add(G.box(0.62, 0.5, 0.54), "#dfe5ee", [0, 1.74, 0]);
        s.shine(G.box(0.44, 0.14, 0.06), trim, [0, 1.78, -0.28]).shine(G.box(0.34, 0.3, 0.06), trim, [0, 1.14, 0.26]);
        s.add(G.tube(0.03, 0.03, 0.3, 5), DARK, [0, 2.1, 0]).shine(G.ball(0.09, 8), trim, [0, 2.28, 0]);
      });
      const metal = (s) => s.add(G.box(0.22, 0.5, 0.24), "#aeb7c6", [0, -0.26, 0]).add(G.box(0.28, 0.2, 0.34), main, [0, -0.6, 0]);
      Object.assign(g.userData, { arms: limbs(g, 0.5, 1.36, metal), legs: limbs(g, 0.2, 0.74, metal) });
    },
    fox: (g, main) => beast(g, { fur: main, belly: "#fff3e4", ear: (s, side) => s.add(G.cone(0.16, 0.4, 4), main, [side * 0.22, 1.96, -0.04], [0, 0, side * -0.2]), tail: (s) => s.add(G.ball(0.22, 10), main, [0, 0.1, 0.4], [0.5, 0, 0], [1, 1, 2.2]).add(G.ball(0.18, 8), "#fff3e4", [0, -0.08, 0.84]) }),
    cat: (g, main) => beast(g, { fur: main, belly: "#fff3e4", ear: (s, side) => s.add(G.cone(0.14, 0.3, 4), main, [side * 0.24, 1.92, -0.04]), tail: (s) => s.add(G.tube(0.06, 0.08, 0.9, 6), main, [0, 0.4, 0.2], [0.4, 0, 0]) }),
    rabbit: (g, main) => beast(g, { fur: main, belly: "#ffffff", ear: (s, side) => s.add(G.ball(0.12, 8), main, [side * 0.16, 2.16, 0], [0, 0, side * -0.15], [1, 3, 0.7]), tail: (s) => s.add(G.ball(0.2, 8), "#ffffff", [0, 0.05, 0.08]) }),
    dino(g, main, trim) {
      body(g, (s) => {
        s.add(G.ball(0.5, 12), main, [0, 0.95, 0.1], [0, 0, 0], [0.85, 1.1, 1.1]).add(G.box(0.56, 0.46, 0.8), main, [0, 1.76, -0.2]);
        s.add(G.box(0.5, 0.1, 0.5), "#ffffff", [0, 1.56, -0.4]);
        face(s, 1.92, -0.36, 0.08, 0.28);
        [0, 1, 2, 3].forEach((i) => s.add(G.cone(0.14, 0.32, 4), trim, [0, 1.9 - i * 0.32, 0.3 + i * 0.18], [0.7, 0, 0]));
      });
      const arms = limbs(g, 0.4, 1.2, (s) => s.add(G.box(0.12, 0.3, 0.14), main, [0, -0.1, -0.12]));
      const legs = limbs(g, 0.26, 0.6, (s) => s.add(G.box(0.28, 0.5, 0.34), main, [0, -0.24, 0]).add(G.box(0.3, 0.14, 0.5), main, [0, -0.5, -0.1]));
      const tail = joint(g, [0, 0.8, 0.5], (s) => s.add(G.cone(0.34, 1.3, 6), main, [0, 0, 0.5], [Math.PI / 2, 0, 0]));
      Object.assign(g.userData, { arms, legs, tail });
    },
    car(g, main, trim) {
      body(g, (s) => {
        s.add(G.box(1.8, 0.42, 3.7), main, [0, 0.55, 0]).add(G.box(1.86, 0.2, 1.1), main, [0, 0.76, 1.3]);
        s.add(G.box(1.4, 0.42, 1.7), "#1f2a3d", [0, 0.95, 0.2]).add(G.box(1.3, 0.1, 1.3), main, [0, 1.18, 0.25]);
        s.add(G.box(0.5, 0.03, 3.72), trim, [0, 0.78, 0]).add(G.box(0.42, 0.03, 1.32), trim, [0, 1.24, 0.25]);
        s.add(G.box(1.9, 0.08, 0.4), trim, [0, 1.2, 1.75]);
        [-1, 1].forEach((side) => s.add(G.box(0.1, 0.3, 0.2), DARK, [side * 0.7, 1.04, 1.75]).shine(G.box(0.4, 0.14, 0.06), "#fff6cf", [side * 0.6, 0.62, -1.86]));
        lamps(s, 0.6, 0.72, 1.87);
        s.add(G.box(1.2, 0.2, 0.1), DARK, [0, 0.46, 1.84]);
      });
      wheels(g, [[-0.86, -1.15], [0.86, -1.15], [-0.86, 1.2], [0.86, 1.2]], 0.38, 0.34);
    },
    kart(g, main, trim) {
      body(g, (s) => {
        s.add(G.box(1.1, 0.24, 2.3), main, [0, 0.4, 0]).add(G.box(1.3, 0.3, 0.5), trim, [0, 0.42, -1.15]).add(G.box(0.9, 0.6, 0.3), DARK, [0, 0.76, 0.72]);
        s.add(G.box(0.6, 0.6, 0.4), trim, [0, 0.9, 0.3]).add(G.ball(0.36, 12), "#ffffff", [0, 1.46, 0.26]).add(G.box(0.5, 0.18, 0.3), DARK, [0, 1.46, -0.02]).add(G.box(0.12, 0.4, 0.74), main, [0, 1.66, 0.26]);
        s.add(G.tube(0.09, 0.09, 0.4, 6), "#c9ced8", [0.3, 0.6, 1.1], [1.57, 0, 0]).add(G.tube(0.09, 0.09, 0.4, 6), "#c9ced8", [-0.3, 0.6, 1.1], [1.57, 0, 0]);
        lamps(s, 0.36, 0.46, 1.16);
      });
      wheels(g, [[-0.78, -0.85], [0.78, -0.85], [-0.82, 0.85], [0.82, 0.85]], 0.36, 0.42);
    },
    truck(g, main, trim) {
      body(g, (s) => {
        s.add(G.box(1.9, 0.5, 4), main, [0, 0.9, 0]).add(G.box(1.8, 0.8, 1.5), main, [0, 1.5, -0.3]).add(G.box(1.84, 0.4, 1.1), "#1f2a3d", [0, 1.6, -0.3]);
        s.add(G.box(1.9, 0.4, 0.1), trim, [0, 1.3, 1.95]).add(G.box(0.1, 0.4, 1.6), main, [-0.9, 1.3, 1.2]).add(G.box(0.1, 0.4, 1.6), main, [0.9, 1.3, 1.2]);
        lamps(s, 0.66, 0.95, 2.02);
      });
      wheels(g, [[-0.9, -1.3], [0.9, -1.3], [-0.9, 1.3], [0.9, 1.3]], 0.52, 0.44);
    },
    bike(g, main, trim) {
      body(g, (s) => {
        s.add(G.box(0.34, 0.44, 1.3), main, [0, 0.82, -0.1]).add(G.box(0.3, 0.16, 0.8), DARK, [0, 1.06, 0.5]).add(G.cone(0.26, 0.6, 5), main, [0, 0.96, -0.86], [-1.2, 0, 0]);
        s.add(G.box(0.5, 0.7, 0.36), trim, [0, 1.46, 0.2], [-0.5, 0, 0]).add(G.ball(0.3, 12), main, [0, 1.96, -0.16]).add(G.box(0.44, 0.14, 0.1), DARK, [0, 1.98, -0.42]);
        [-1, 1].forEach((side) => s.add(G.box(0.14, 0.16, 0.8), trim, [side * 0.34, 1.4, -0.3], [0.4, 0, 0]).add(G.box(0.16, 0.6, 0.2), "#33415c", [side * 0.26, 0.9, 0.3]));
        s.shine(G.box(0.3, 0.12, 0.06), "#ff3b4e", [0, 1.02, 0.92]).add(G.tube(0.08, 0.1, 0.9, 6), "#c9ced8", [0.26, 0.6, 0.6], [1.5, 0, 0]);
      });
      wheels(g, [[0, -1], [0, 0.85]], 0.46, 0.22);
    },
    plane(g, main, trim) {
      body(g, (s) => {
        s.add(G.tube(0.34, 0.48, 2.6, 10), main, [0, 0.8, 0.1], [-1.57, 0, 0]).add(G.ball(0.47, 10), trim, [0, 0.8, -1.2]);
        s.add(G.box(4, 0.1, 0.8), trim, [0, 0.86, -0.3]).add(G.box(4, 0.1, 0.8), main, [0, 1.6, -0.3]).add(G.box(1.5, 0.08, 0.5), trim, [0, 0.9, 1.25]).add(G.box(0.08, 0.7, 0.5), main, [0, 1.2, 1.3]);
        [-1.4, 1.4].forEach((x) => s.add(G.box(0.07, 0.8, 0.07), DARK, [x, 1.2, -0.1]));
        s.add(G.ball(0.26, 8), "#5a3b2a", [0, 1.3, 0.3]);
      });
      g.userData.spin = joint(g, [0, 0.8, -1.7], (s) => s.add(G.box(1.6, 0.14, 0.06), DARK).add(G.cone(0.16, 0.3, 8), DARK, [0, 0, -0.1], [-1.57, 0, 0]));
    },
    rocket(g, main, trim) {
      body(g, (s) => {
        s.add(G.tube(0.44, 0.56, 2, 10), "#f2f4fa", [0, 0.9, 0.1], [-1.57, 0, 0]).add(G.cone(0.44, 0.9, 10), main, [0, 0.9, -1.3], [-1.57, 0, 0]).add(G.tube(0.4, 0.3, 0.3, 10), DARK, [0, 0.9, 1.2], [-1.57, 0, 0]);
        [0, 1, 2].forEach((i) => s.add(G.box(0.1, 0.9, 0.8), main, [Math.sin(i * 2.09) * 0.7, 0.9 + Math.cos(i * 2.09) * 0.7, 0.8], [0, 0, -i * 2.09]));
        s.shine(G.ring(0.3, 0.07), trim, [0, 1.36, -0.2], [1.57, 0, 0]);
      });
    },
    bird(g, main, trim) {
      body(g, (s) => {
        s.add(G.ball(0.44, 12), main, [0, 0.9, 0], [0, 0, 0], [0.9, 0.85, 1.6]).add(G.ball(0.32, 10), main, [0, 1.16, -0.8]).add(G.cone(0.12, 0.4, 6), "#ffb347", [0, 1.12, -1.2], [-1.57, 0, 0]);
        s.add(G.box(0.6, 0.08, 0.7), trim, [0, 0.94, 0.9], [0.2, 0, 0]);
        face(s, 1.26, -0.98, 0.07, 0.2);
      });
      g.userData.wings = limbs(g, 0.3, 1, (s, side) => s.add(G.box(1.2, 0.08, 0.8), main, [side * 0.6, 0, 0]).add(G.box(0.7, 0.07, 0.5), trim, [side * 1.4, 0, 0.1]));
    },
    dragon(g, main, trim) {
      ALL.bird(g, main, trim);
      g.userData.tail = joint(g, [0, 0.9, 0.6], (s) => {
        [0, 1, 2, 3, 4].forEach((i) => s.add(G.ball(0.32, 8), main, [0, -i * 0.05, i * 0.38], [0, 0, 0], [1 - i * 0.16, 1 - i * 0.16, 1]));
        s.add(G.cone(0.24, 0.5, 4), trim, [0, -0.25, 2.1], [1.57, 0, 0]);
      });
      body(g, (s) => [0, 1, 2, 3].forEach((i) => s.add(G.cone(0.1, 0.34, 4), trim, [0, 1.42 - i * 0.06, -0.6 + i * 0.36])));
    },
    ufo(g, main, trim) {
      g.userData.turn = body(g, (s) => {
        s.add(G.tube(0.6, 1.5, 0.36, 16), main, [0, 0.9, 0]).add(G.tube(1.5, 0.7, 0.3, 16), "#5b6478", [0, 0.58, 0]).add(G.ball(0.62, 12), "#bfeaff", [0, 1.1, 0]);
        for (let i = 0; i < 8; i++) s.shine(G.ball(0.12, 6), trim, [Math.cos(i * 0.785) * 1.3, 0.8, Math.sin(i * 0.785) * 1.3]);
      });
    },
    skier(g, main, trim) {
      const { arms, legs } = person(g, { shirt: main, trim, trousers: "#2d3350", cap: true });
      legs.forEach((leg) => leg.add(Solid.create().add(G.box(0.2, 0.06, 2.3), trim, [0, -0.74, -0.1]).add(G.box(0.2, 0.06, 0.4), trim, [0, -0.66, -1.36], [0.5, 0, 0]).mesh()));
      arms.forEach((arm) => arm.add(Solid.create().add(G.tube(0.03, 0.03, 1.3, 5), DARK, [0, -0.7, 0.5], [1.1, 0, 0]).mesh()));
      g.userData.glide = true;
    },
    snowboard(g, main, trim) {
      person(g, { shirt: main, trim, trousers: "#2d3350", cap: true });
      body(g, (s) => s.add(G.box(2.3, 0.08, 0.5), trim, [0, 0, 0]));
      Object.assign(g.userData, { glide: true, aside: true });
    },
    sled(g, main, trim) {
      body(g, (s) => {
        s.add(G.box(1.1, 0.12, 2), "#9c6b3f", [0, 0.4, 0]);
        [-1, 1].forEach((side) => s.add(G.box(0.1, 0.1, 2.4), trim, [side * 0.5, 0.1, -0.1]).add(G.box(0.1, 0.3, 0.1), trim, [side * 0.5, 0.24, -0.7]).add(G.box(0.1, 0.3, 0.1), trim, [side * 0.5, 0.24, 0.7]));
        s.add(G.box(0.7, 0.7, 0.5), main, [0, 0.8, 0.3]).add(G.ball(0.34, 12), SKIN, [0, 1.4, 0.25]).add(G.ball(0.37, 12), trim, [0, 1.52, 0.3], [0, 0, 0], [1, 0.8, 1]).add(G.ball(0.12, 8), "#ffffff", [0, 1.86, 0.3]).add(G.box(0.6, 0.3, 0.9), "#2d3350", [0, 0.6, -0.4]);
      });
    },
    penguin(g, main, trim) {
      body(g, (s) => {
        s.add(G.ball(0.56, 12), "#2b3350", [0, 0.8, 0], [0, 0, 0], [0.95, 1.25, 0.9]).add(G.ball(0.46, 10), "#ffffff", [0, 0.76, -0.2], [0, 0, 0], [0.9, 1.2, 0.8]);
        s.add(G.ball(0.4, 12), "#2b3350", [0, 1.56, 0]).add(G.cone(0.12, 0.3, 6), "#ffb347", [0, 1.52, -0.46], [-1.57, 0, 0]).add(G.ring(0.36, 0.12, 10), main, [0, 1.26, 0], [1.57, 0, 0]).add(G.box(0.2, 0.5, 0.1), main, [0.2, 1.05, 0.5], [0.2, 0, 0]);
        face(s, 1.68, -0.36, 0.08, 0.15);
        [-1, 1].forEach((side) => s.add(G.box(0.22, 0.07, 2), trim, [side * 0.26, 0.05, -0.1]));
      });
      g.userData.arms = limbs(g, 0.5, 1.2, (s, side) => s.add(G.box(0.12, 0.7, 0.3), "#2b3350", [side * 0.1, -0.3, 0], [0, 0, side * 0.4]));
      g.userData.glide = true;
    },
    boat(g, main, trim) {
      body(g, (s) => {
        s.add(G.box(1.7, 0.6, 2.6), "#ffffff", [0, 0.34, 0.4]).add(G.cone(0.98, 1.7, 4), "#ffffff", [0, 0.34, -1.5], [-1.57, 0.785, 0], [1.2, 1, 0.43]);
        s.add(G.box(1.74, 0.16, 2.62), main, [0, 0.56, 0.4]).add(G.box(1.2, 0.5, 0.16), "#1f2a3d", [0, 0.9, -0.5], [-0.4, 0, 0]).add(G.box(0.5, 0.5, 0.36), trim, [0, 0.96, 0.5]).add(G.ball(0.27, 10), SKIN, [0, 1.4, 0.45]).add(G.ball(0.29, 10), main, [0, 1.5, 0.5], [0, 0, 0], [1, 0.7, 1]).add(G.box(0.6, 0.6, 0.4), DARK, [0, 0.66, 1.8]);
      });
    },
    surfer(g, main, trim) {
      person(g, { shirt: main, trim: SKIN, trousers: main, hair: "#e2b04a" });
      body(g, (s) => s.add(G.box(2.2, 0.1, 0.64), trim, [0, 0.02, 0]).add(G.cone(0.33, 0.7, 6), trim, [1.4, 0.02, 0], [0, 0, -1.57], [0.3, 1, 1]).add(G.box(1.8, 0.11, 0.1), "#ffffff", [0, 0.03, 0]));
      Object.assign(g.userData, { glide: true, aside: true });
    },
    dolphin(g, main) {
      body(g, (s) => {
        s.add(G.ball(0.5, 12), main, [0, 0.5, 0], [0, 0, 0], [0.9, 0.9, 2.2]).add(G.ball(0.4, 10), "#eef6ff", [0, 0.34, -0.2], [0, 0, 0], [0.9, 0.8, 2]).add(G.cone(0.16, 0.6, 6), main, [0, 0.46, -1.25], [-1.57, 0, 0]).add(G.cone(0.24, 0.7, 4), main, [0, 1.06, 0.2], [0.6, 0, 0], [0.4, 1, 1]);
        [-1, 1].forEach((side) => s.add(G.box(0.8, 0.08, 0.36), main, [side * 0.6, 0.3, -0.2], [0, side * -0.4, side * -0.3]));
        face(s, 0.62, -0.86, 0.06, 0.32);
      });
      g.userData.tail = joint(g, [0, 0.5, 0.9], (s) => s.add(G.cone(0.3, 0.8, 6), main, [0, 0, 0.2], [1.57, 0, 0]).add(G.box(1.2, 0.08, 0.4), main, [0, 0, 0.6]));
      g.userData.dives = true;
    },
  };
  const OF_KIND = { run: "runner", drive: "car", fly: "plane", ski: "skier", boat: "boat" };

  /** A hero by name; one that is not known is the kind's own. */
  function create(name, kind, main, trim) {
    const hero = new THREE.Group();
    ALL[Kit.choice(name || "-", Object.keys(ALL), OF_KIND[kind])](hero, main, trim);
    return hero;
  }

  /** Move limbs, wings and wheels: `pace` metres a second, `air` off the ground, `low` sliding. */
  function move(hero, time, { pace, air, low, lean }) {
    const { arms, legs, wheels: rolling, wings, tail, spin, turn, glide, aside, dives } = hero.userData;
    const step = time * Math.min(15, 6 + pace * 0.26);
    const swing = glide ? 0.06 : air ? 0.35 : 1;
    const side = (i) => (i ? -1 : 1);
    if (legs) legs.forEach((leg, i) => (leg.rotation.x = low ? -1.2 : air && !glide ? side(i) * 0.7 : side(i) * Math.sin(step) * swing));
    if (arms) arms.forEach((arm, i) => {
      arm.rotation.x = air && !glide ? -2.4 : glide ? -0.5 : -side(i) * Math.sin(step) * 1.1;
      arm.rotation.z = glide ? -side(i) * (0.4 + Math.abs(lean) * 0.8) : 0;
    });
    if (rolling) rolling.forEach((one) => (one.rotation.x -= pace * 0.02));
    if (wings) wings.forEach((wing, i) => (wing.rotation.z = -side(i) * (Math.sin(time * 8) * 0.45 + 0.1)));
    if (tail) tail.rotation[dives ? "x" : "y"] = Math.sin(time * 8) * 0.35;
    if (spin) spin.rotation.z = time * 26;
    if (turn) turn.rotation.y = time * 2;
    const turned = aside ? -1.1 : 0;
    hero.rotation.set(low ? 1.1 : air && dives ? -0.4 : 0, turned - lean * 0.35, wings || spin ? -lean * 0.7 : -lean * (legs ? 0.22 : 0.1));
    if (legs && !glide && !air && !low) hero.position.y += Math.abs(Math.sin(step)) * 0.1;
  }

  return { create, move, names: Object.keys(ALL) };
})();
