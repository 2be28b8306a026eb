// The maze in space: walls, floor and sky as three meshes with their light painted in.
const World = (() => {
  const { three } = Models;
  const BLOCK = 2.4;
  const TALL = 2.6;
  const at = (cell) => cell * BLOCK;

  function renderer() {
    try {
      const probe = document.createElement("canvas").getContext("webgl");
      const names = probe && probe.getExtension("WEBGL_debug_renderer_info");
      const simple = Boolean(names) && /swiftshader|llvmpipe|software/i.test(probe.getParameter(names.UNMASKED_RENDERER_WEBGL));
      const made = new THREE.WebGLRenderer({ antialias: !simple });
      made.domElement.className = "stage";
      document.body.prepend(made.domElement);
      return { draw: made, ratio: Math.min(2, window.devicePixelRatio || 1) * (simple ? 0.8 : 1) };
    } catch (error) {
      document.body.append(Kit.element("p", { class: "toast shown" }, "WebGL?"));
      return {};
    }
  }

  // Flat squares with a texture and a light at each corner, all in one mesh.
  function sheet(map, lightAt) {
    const [place, uv, colour, index] = [[], [], [], []];
    const corner = (p, u, v, by) => {
      place.push(...p);
      uv.push(u, v);
      colour.push(...lightAt(p).map((x) => x * by));
    };
    return {
      // A square from `o` along `a` and `b`, in four parts; `dark`: how dark its edges at v = 0 and 1 are.
      square(o, a, b, light, dark = [0, 0]) {
        for (let j = 0; j < 2; j++) for (let i = 0; i < 2; i++) {
          const from = place.length / 3;
          [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]].forEach(([x, y]) => {
            const [u, v] = [x / 2, y / 2];
            corner(o.map((n, k) => n + a[k] * u + b[k] * v), u, v, light * (1 - Kit.mix(dark[0], dark[1], v)));
          });
          index.push(from, from + 1, from + 2, from, from + 2, from + 3);
        }
      },
      mesh() {
        const geometry = new THREE.BufferGeometry();
        [["position", place, 3], ["uv", uv, 2], ["color", colour, 3]].forEach(([name, list, size]) => geometry.setAttribute(name, new THREE.Float32BufferAttribute(list, size)));
        geometry.setIndex(index);
        return new THREE.Mesh(geometry, new THREE.MeshBasicMaterial({ map, vertexColors: true }));
      },
    };
  }

  function dome([top, low]) {
    const geometry = new THREE.SphereGeometry(120, 20, 12);
    const places = geometry.attributes.position;
    const colours = [];
    for (let i = 0; i < places.count; i++) {
      const c = three(low).lerp(three(top), Kit.clamp(places.getY(i) / 70, 0, 1));
      colours.push(c.r, c.g, c.b);
    }
    geometry.setAttribute("color", new THREE.Float32BufferAttribute(colours, 3));
    const mesh = new THREE.Mesh(geometry, new THREE.MeshBasicMaterial({ vertexColors: true, side: THREE.BackSide, fog: false }));
    mesh.renderOrder = 9;
    return mesh;
  }

  function motes([colour, size]) {
    const count = 160;
    const list = Array.from({ length: count * 3 }, (_, i) => (i % 3 === 1 ? Kit.random(0.1, TALL) : Kit.random(-9, 9)));
    const geometry = new THREE.BufferGeometry();
    geometry.setAttribute("position", new THREE.Float32BufferAttribute(list, 3));
    const mesh = new THREE.Points(geometry, new THREE.PointsMaterial({ color: three(colour), size, map: Models.haloMap, transparent: true, depthWrite: false, opacity: 0.9 }));
    mesh.frustumCulled = false;
    return mesh;
  }

  // Every wall that can be seen: where it stands and which way it looks.
  function faces(maze) {
    const list = [];
    maze.grid.forEach((row, y) => row.forEach((wall, x) => {
      if (!wall) Maze.STEPS.forEach(([dx, dy]) => maze.grid[y + dy][x + dx] && list.push({ x, y, dx, dy }));
    }));
    return list;
  }

  function lampsFor(list, colours) {
    return list
      .filter(({ x, y, dx, dy }) => (x * 7 + y * 13 + dx * 3 + dy * 5 + 40) % 9 === 0)
      .slice(0, 44)
      .map(({ x, y, dx, dy }, i) => ({ p: [at(x) + dx * BLOCK * 0.44, 1.75, at(y) + dy * BLOCK * 0.44], colour: colours[i % colours.length] }));
  }

  function lighter(lamps, look) {
    const tints = lamps.map(({ colour }) => { const c = three(colour); return [c.r, c.g, c.b]; });
    const power = look.sky && look.light > 0.8 ? 0.18 : 1;
    return ([x, y, z]) => {
      const sum = [look.light, look.light, look.light];
      lamps.forEach(({ p }, i) => {
        const far = Math.hypot(p[0] - x, (p[1] - y) * 0.8, p[2] - z);
        const by = power * Math.pow(Math.max(0, 1 - far / 5.2), 2);
        if (by > 0) tints[i].forEach((part, k) => (sum[k] += part * by));
      });
      return sum;
    };
  }

  function build(world, maze, name, colours) {
    const look = Look.create(name, colours);
    const group = new THREE.Group();
    const list = faces(maze);
    const lamps = lampsFor(list, look.lamps);
    const lightAt = lighter(lamps, look);
    const walls = sheet(look.walls, lightAt);
    list.forEach(({ x, y, dx, dy }) => {
      const side = dx ? 0.86 : 1;
      const h = BLOCK / 2;
      const from = [at(x) + dx * h + dy * h, 0, at(y) + dy * h - dx * h]; // its left end, seen from the way
      walls.square(from, [-dy * BLOCK, 0, dx * BLOCK], [0, TALL, 0], side, [0.34, 0]);
    });
    const floor = sheet(look.floors, lightAt);
    const roof = look.roof && sheet(look.roof, lightAt);
    maze.grid.forEach((row, y) => row.forEach((wall, x) => {
      const [left, back] = [at(x) - BLOCK / 2, at(y) - BLOCK / 2];
      if (!wall) {
        floor.square([left, 0, back + BLOCK], [BLOCK, 0, 0], [0, 0, -BLOCK], 0.92);
        if (roof) roof.square([left, TALL, back], [BLOCK, 0, 0], [0, 0, BLOCK], 0.8);
      } else if (!roof) walls.square([left, TALL, back + BLOCK], [BLOCK, 0, 0], [0, 0, -BLOCK], 1.05);
    }));
    [walls, floor, roof].filter(Boolean).forEach((one) => group.add(one.mesh()));
    lamps.forEach(({ p, colour }) => {
      const lamp = Models.lamp(colour);
      lamp.position.set(...p);
      group.add(lamp);
    });
    world.scene.fog = new THREE.Fog(three(look.fog[0]).getHex(), look.fog[1] * 0.12, look.fog[1]);
    world.scene.background = three(look.fog[0]);
    world.sky = look.sky && dome(look.sky);
    if (world.sky) group.add(world.sky);
    if (look.sun) {
      world.sun = new THREE.Sprite(new THREE.SpriteMaterial({ map: Models.haloMap, color: three(look.sun), fog: false, depthWrite: false, transparent: true }));
      world.sun.scale.setScalar(46);
      world.sun.position.set(40, 52, -70);
      world.sky.add(world.sun);
    }
    world.air = motes(look.air);
    world.drift = look.air[2];
    group.add(world.air);
    return group;
  }

  function create(colours) {
    const { draw, ratio: first } = renderer();
    const scene = new THREE.Scene();
    const camera = new THREE.PerspectiveCamera(68, 1, 0.08, 260);
    camera.rotation.order = "YXZ";
    const world = { scene, camera, ready: Boolean(draw), draw };
    if (!draw) return world;
    scene.add(new THREE.HemisphereLight(0xffffff, 0x667088, 0.85));
    const sun = new THREE.DirectionalLight(0xffffff, 0.5);
    sun.position.set(2, 6, 4);
    scene.add(sun);
    let [ratio, slow, group] = [first, 0, null];

    /** Build another maze in place of the one that was there. */
    world.enter = (maze, name) => {
      if (group) {
        scene.remove(group);
        group.traverse((one) => one.geometry && one.type === "Mesh" && one.geometry.attributes.uv && one.geometry.attributes.color && one.geometry.dispose());
      }
      group = build(world, maze, name, colours);
      scene.add(group);
    };
    world.step = (dt, time) => {
      if (!world.air) return;
      const places = world.air.geometry.attributes.position;
      for (let i = 0; i < places.count; i++) {
        const y = places.getY(i) + world.drift * dt;
        places.setY(i, y > TALL ? y - TALL : y < 0 ? y + TALL : y);
        places.setX(i, places.getX(i) + Math.sin(time + i) * dt * 0.12);
      }
      places.needsUpdate = true;
      world.air.position.set(camera.position.x, 0, camera.position.z);
      if (world.sky) world.sky.position.set(camera.position.x, -6, camera.position.z);
      group.children.forEach((one, i) => one.userData.light && (one.userData.light.material.opacity = 0.62 + Math.sin(time * 9 + i * 3) * 0.1));
    };
    const resize = () => {
      draw.setPixelRatio(ratio);
      draw.setSize(window.innerWidth, window.innerHeight);
      camera.aspect = window.innerWidth / window.innerHeight;
      camera.fov = camera.aspect < 0.8 ? 82 : 68;
      camera.updateProjectionMatrix();
    };
    world.render = (real) => {
      slow = Kit.mix(slow, real, 0.06);
      if (slow > 0.042 && ratio > 0.62) { // a slow machine draws fewer points, and stays quick
        [ratio, slow] = [ratio * 0.78, 0.02];
        resize();
      }
      draw.render(scene, camera);
    };
    window.addEventListener("resize", resize);
    resize();
    return world;
  }
  return { create, BLOCK, TALL };
})();
