// The scene: camera, light, sky, ground, road, what passes by, and small things in the air.
const World = (() => {
  const { random, pick } = Kit;
  const LIGHTS = {
    day: [0xffffff, 0x8a93a8, 0.78, 0xfff3d6, 0.62],
    sunset: [0xffd9c9, 0x6a4a7a, 0.7, 0xffa35c, 0.62],
    night: [0xa9bbff, 0x2a2f55, 0.72, 0xb9c6ff, 0.36],
  };
  const AIR = {
    none: null, stars: ["#ffffff", 0.22, 0, 0], snow: ["#ffffff", 0.26, -4, 1.2], leaves: ["#ffc86b", 0.3, -1.6, 1.6], petals: ["#ffd6ea", 0.26, -1.4, 1.4],
    dust: ["#fff1cf", 0.16, 0.3, 2.6], bubbles: ["#d6fbff", 0.24, 2.4, 0.4], embers: ["#ffb45c", 0.24, 2.6, 1], fireflies: ["#e6ff8f", 0.24, 0.2, 0.8],
  };
  const FAR = 170;

  // Whether pictures are drawn by the processor: then they are kept simpler.
  function drawsSlowly() {
    const context = document.createElement("canvas").getContext("webgl");
    const names = context && context.getExtension("WEBGL_debug_renderer_info");
    return Boolean(names) && /swiftshader|llvmpipe|software/i.test(context.getParameter(names.UNMASKED_RENDERER_WEBGL));
  }

  function renderer(simple) {
    try {
      const made = new THREE.WebGLRenderer({ antialias: !simple, powerPreference: "high-performance" });
      made.domElement.className = "stage";
      document.body.prepend(made.domElement);
      return made;
    } catch (error) {
      document.body.append(Kit.element("p", { class: "toast shown" }, "WebGL?"));
      return null;
    }
  }

  const dot = document.createElement("canvas");
  dot.width = dot.height = 32;
  const brush = dot.getContext("2d");
  const soft = brush.createRadialGradient(16, 16, 3, 16, 16, 16);
  soft.addColorStop(0, "#fff");
  soft.addColorStop(1, "rgba(255,255,255,0)");
  brush.fillStyle = soft;
  brush.fillRect(0, 0, 32, 32);
  const round = new THREE.CanvasTexture(dot);

  function points(count, size, spread) {
    const geometry = new THREE.BufferGeometry();
    const place = new Float32Array(count * 3).map((_, i) => spread(i % 3));
    geometry.setAttribute("position", new THREE.BufferAttribute(place, 3));
    geometry.setAttribute("color", new THREE.BufferAttribute(new Float32Array(count * 3).fill(1), 3));
    const mesh = new THREE.Points(geometry, Solid.bent(new THREE.PointsMaterial({ size, map: round, vertexColors: true, transparent: true, opacity: 0.9, depthWrite: false })));
    mesh.frustumCulled = false;
    return { mesh, place, geometry, colours: geometry.attributes.color.array };
  }

  // Sparks, dust and spray: one cloud of points, used round and round.
  function sparks(scene) {
    const count = 150;
    const cloud = points(count, 0.34, () => -500);
    const list = Array.from({ length: count }, () => ({ life: 0, v: [0, 0, 0] }));
    let next = 0;
    scene.add(cloud.mesh);
    return {
      burst(x, y, z, tint, many = 14, power = 7, along = 0) {
        const { r, g, b } = Solid.three(tint);
        for (let i = 0; i < many; i++) {
          const at = (next = (next + 1) % count);
          list[at] = { life: random(0.4, 0.9), v: [random(-power, power), random(0.1, power), random(-power, power) + along] };
          cloud.place.set([x + random(-0.3, 0.3), y, z], at * 3);
          cloud.colours.set([r, g, b], at * 3);
        }
      },
      step(dt) {
        list.forEach((one, i) => {
          if (one.life <= 0) return;
          one.life -= dt;
          one.v[1] -= 12 * dt;
          [0, 1, 2].forEach((axis) => (cloud.place[i * 3 + axis] += one.v[axis] * dt));
          if (one.life <= 0) cloud.place[i * 3 + 1] = -500;
        });
        cloud.geometry.attributes.position.needsUpdate = true;
        cloud.geometry.attributes.color.needsUpdate = true;
      },
    };
  }

  function plane(wide, long, map, order) {
    const geometry = new THREE.PlaneGeometry(wide, long, 1, 44).rotateX(-Math.PI / 2);
    const mesh = new THREE.Mesh(geometry, Solid.bent(new THREE.MeshBasicMaterial({ map })));
    mesh.position.set(0, 0, -long / 2 + 20);
    mesh.frustumCulled = false;
    mesh.renderOrder = order;
    return mesh;
  }

  /** Build the scene; `options`: kind, lanes, roadWidth, colours. */
  function create(options) {
    const simple = drawsSlowly();
    const draw = renderer(simple);
    const scene = new THREE.Scene();
    const camera = new THREE.PerspectiveCamera(60, 1, 0.6, 700);
    if (!draw) return { scene, camera, ready: false };
    const [hemi, sun] = [new THREE.HemisphereLight(), new THREE.DirectionalLight()];
    sun.position.set(-6, 12, 7);
    scene.add(hemi, sun);
    scene.fog = new THREE.Fog(0xffffff, 45, FAR - 10);
    const back = new THREE.Mesh(new THREE.PlaneGeometry(1240, 620), new THREE.MeshBasicMaterial({ fog: false, depthWrite: false }));
    back.position.set(0, 176, -420);
    back.renderOrder = 9; // what is near is drawn first, so that nothing is drawn twice
    const land = plane(420, 380, null, 8);
    const road = plane(options.roadWidth, 380, null, 7);
    land.position.y = -0.06;
    scene.add(back, land, road);
    const air = points(240, 0.24, (axis) => (axis === 0 ? random(-26, 26) : axis === 1 ? random(0, 16) : random(-70, 6)));
    scene.add(air.mesh);
    const world = { scene, camera, ready: true, sparks: sparks(scene), draw, bend: Solid.bend.value, distance: 0, shake: 0 };
    const kept = {};
    const passing = new THREE.Group();
    scene.add(passing);
    let now = null;
    let slow = 0;
    let ratio = Math.min(2, window.devicePixelRatio || 1) * (simple ? 0.8 : 1);

    function towers(facade, time) {
      const tints = time === "day" ? ["#f0d9bd", "#d3dfea", "#e3a58c", "#c6d0e0", "#f7ead9"] : time === "sunset" ? ["#ffd0b8", "#e8b3c4", "#ffe0c0"] : ["#c4cbf0", "#dcb8e0", "#aebfe8"];
      const paints = tints.map((tint) => Solid.bent(new THREE.MeshBasicMaterial({ map: facade, vertexColors: true, color: Solid.three(tint) })));
      return () => {
        const [w, h] = [random(7, 11), random(9, 34)];
        const geometry = new THREE.BoxGeometry(w, h, w);
        const uv = geometry.attributes.uv;
        for (let i = 0; i < uv.count; i++) uv.setXY(i, uv.getX(i) * Math.round(w / 4), uv.getY(i) * Math.round(h / 5));
        const sides = [0.78, 0.92, 0.5, 0.5, 1, 0.7].flatMap((light) => Array(12).fill(light)); // each side its own light
        geometry.setAttribute("color", new THREE.BufferAttribute(new Float32Array(sides), 3));
        const group = new THREE.Group();
        group.add(new THREE.Mesh(geometry, pick(paints)));
        group.children[0].position.y = h / 2;
        return group;
      };
    }

    function furnish(set) {
      if (set.passing) return set.passing;
      const { look, facade, time } = set;
      const tower = facade && towers(facade, time);
      const edge = options.roadWidth / 2;
      set.passing = [];
      const put = (thing, x, z) => {
        thing.position.set(x, look.ground || options.kind === "boat" ? 0 : random(-7, 5), z);
        thing.userData.floats = !look.ground;
        set.passing.push(thing);
      };
      for (let i = 0; i < 44; i++) {
        const side = i % 2 ? 1 : -1;
        const far = i % 4 > 1;
        const thing = tower && far ? tower() : Things.scenery(pick(look.beside), i % 5);
        if (!tower || !far) thing.rotation.y = tower ? 0 : random(0, 6.3);
        put(thing, side * (far ? random(edge + 11, edge + 30) : random(edge + 2.6, edge + 7)), -(i / 44) * FAR + random(-2, 2));
        if (tower && far) thing.position.x = side * (edge + 8 + (i % 8 > 3 ? 13 : 0));
        else thing.scale.setScalar(far ? random(1, 1.7) : random(0.7, 1.05));
      }
      return set.passing;
    }

    /** Change to another world. */
    world.enter = (name, time) => {
      const key = `${name}${time}`;
      now = kept[key] = kept[key] || Themes.create(name, time, { ...options, ...options.colours });
      const [above, below, strength, tint, power] = LIGHTS[time];
      hemi.color.setHex(above);
      hemi.groundColor.setHex(below);
      hemi.intensity = strength;
      sun.color.setHex(tint);
      sun.intensity = power;
      scene.fog.color.copy(now.fog);
      scene.background = now.fog;
      back.material.map = now.sky;
      land.visible = world.grounded = Boolean(now.ground);
      road.visible = Boolean(now.road);
      [[land, now.ground, 42, 38], [road, now.road, 1, 38]].forEach(([mesh, map, x, y]) => {
        if (!map) return;
        map.repeat.set(x, y);
        mesh.material.map = map;
        mesh.material.needsUpdate = true;
      });
      back.material.needsUpdate = true;
      passing.clear();
      furnish(now).forEach((thing) => passing.add(thing));
      const dots = AIR[now.look.air];
      air.mesh.visible = Boolean(dots);
      if (dots) {
        const { r, g, b } = Solid.three(dots[0]);
        for (let i = 0; i < air.colours.length; i += 3) air.colours.set([r, g, b], i);
        air.mesh.material.size = dots[1];
        air.geometry.attributes.color.needsUpdate = true;
      }
    };

    function drift(dt, by, time) {
      const dots = AIR[now.look.air];
      if (!dots) return;
      const { place } = air;
      for (let i = 0; i < place.length; i += 3) {
        place[i] += Math.sin(time + i) * dots[3] * dt;
        place[i + 1] += dots[2] * dt;
        place[i + 2] += by * 0.8;
        if (place[i + 2] > 8) place[i + 2] -= 78;
        if (place[i + 1] < 0) place[i + 1] += 16;
        if (place[i + 1] > 16) place[i + 1] -= 16;
      }
      air.geometry.attributes.position.needsUpdate = true;
    }

    /** Let the world pass by `by` metres. */
    world.step = (dt, by, time, calm) => {
      world.distance += by;
      const d = world.distance;
      const turn = calm ? 0.35 : 1;
      world.bend.set(turn * (Math.sin(d * 0.006) * 0.0008 + Math.sin(d * 0.0023) * 0.0005), -0.0007 + turn * Math.sin(d * 0.0043) * 0.0004);
      if (now.ground) now.ground.offset.y = (d / 10) % 1;
      if (now.road) now.road.offset.y = (d / 10) % 1;
      back.position.x = -world.bend.x * 60000 * 0.7;
      passing.children.forEach((thing) => {
        thing.position.z += by;
        if (thing.userData.floats) thing.rotation.y += dt * 0.4;
        if (thing.position.z > 14) thing.position.z -= FAR;
      });
      drift(dt, by, time);
      world.sparks.step(dt);
      world.shake = Math.max(0, world.shake - dt * 2);
    };

    world.render = (real) => {
      slow = Kit.mix(slow, real, 0.06);
      if (slow > 0.042 && ratio > 0.62) { // a slow machine draws fewer points, and stays quick
        [ratio, slow] = [ratio * 0.78, 0.02];
        resize();
      }
      draw.render(scene, camera);
    };
    const resize = () => {
      draw.setPixelRatio(ratio);
      draw.setSize(window.innerWidth, window.innerHeight);
      camera.aspect = window.innerWidth / window.innerHeight;
      world.tall = camera.aspect < 0.8;
      camera.updateProjectionMatrix();
    };
    window.addEventListener("resize", resize);
    resize();
    return world;
  }
  return { create, FAR };
})();
