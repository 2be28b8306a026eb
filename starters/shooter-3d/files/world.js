// What is around the game: sky, light and the things that rush past, for each theme.
const World = (() => {
  const THEMES = {
    space: { fog: 0.0075, dust: "#ffffff", drift: 0, ground: null, pass: ["rock"], tint: "#6d7694" },
    ocean: { fog: 0.017, dust: "#bdf4ff", drift: 3, ground: "#0e5a6b", pass: ["kelp", "coral"], tint: "#2fbf9b" },
    forest: { fog: 0.014, dust: "#fff3b0", drift: 1, ground: "#2f5d3a", pass: ["tree"], tint: "#3f8f4f" },
    city: { fog: 0.012, dust: "#ffd6f5", drift: 0, ground: "#1c1f33", pass: ["tower"], tint: "#39406b" },
    desert: { fog: 0.012, dust: "#ffe8c2", drift: 0.5, ground: "#c98f4e", pass: ["cactus", "rock"], tint: "#5f9455" },
    snow: { fog: 0.015, dust: "#ffffff", drift: -5, ground: "#dfeaf5", pass: ["tree"], tint: "#9fc6d8" },
    candy: { fog: 0.012, dust: "#ffffff", drift: -1, ground: "#ffb3d1", pass: ["lolly"], tint: "#ff7bac" },
  };
  const BUILD = {
    rock: (g, tint) => Models.add(g, Models.G.rock(Kit.random(0.6, 2.6)), Models.paint(tint)),
    kelp: (g, tint) => { for (let i = 0; i < 4; i++) Models.add(g, Models.G.cone(0.35, Kit.random(5, 11), 5), Models.paint(tint, 0.1), [Kit.random(-1, 1), 3, Kit.random(-1, 1)], [0, 0, Kit.random(-0.2, 0.2)]); },
    coral: (g) => { for (let i = 0; i < 5; i++) Models.add(g, Models.G.tube(0.2, 0.4, Kit.random(1.5, 4), 6), Models.paint(Kit.pick(["#ff7b9c", "#ffb35c", "#c77dff"]), 0.2), [Kit.random(-1.5, 1.5), 1, 0], [Kit.random(-0.5, 0.5), 0, Kit.random(-0.6, 0.6)]); },
    tree: (g, tint) => { Models.add(g, Models.G.tube(0.3, 0.4, 3, 6), Models.paint("#6b4a35"), [0, 1.5, 0]); [0, 1, 2].forEach((i) => Models.add(g, Models.G.cone(2.2 - i * 0.5, 2.8, 7), Models.paint(Kit.shade(tint, i * 0.12)), [0, 3.6 + i * 1.6, 0])); },
    tower: (g, tint) => { const h = Kit.random(6, 22); Models.add(g, Models.G.box(4, h, 4), Models.paint(tint), [0, h / 2, 0]); for (let i = 0; i < 5; i++) Models.add(g, Models.G.box(4.1, 0.25, 0.8), Models.paint(Kit.pick(["#ffe08a", "#7ae7ff", "#ff8ad8"]), 0.8), [0, Kit.random(1, h - 1), Kit.random(-1.6, 1.6)]); },
    cactus: (g, tint) => { Models.add(g, Models.G.tube(0.5, 0.55, 5, 8), Models.paint(tint), [0, 2.5, 0]); [-1, 1].forEach((s) => { Models.add(g, Models.G.tube(0.3, 0.3, 1.2, 7), Models.paint(tint), [s * 0.9, 2.6, 0], [0, 0, 1.57]); Models.add(g, Models.G.tube(0.3, 0.3, 1.6, 7), Models.paint(tint), [s * 1.4, 3.3, 0]); }); },
    lolly: (g) => { Models.add(g, Models.G.tube(0.15, 0.15, 5, 6), Models.paint("#ffffff"), [0, 2.5, 0]); Models.add(g, Models.G.ball(1.4, 12), Models.paint(Kit.pick(["#ff7bac", "#7be0ff", "#ffe066", "#b59bff"]), 0.25), [0, 5.5, 0], [0, 0, 0], [1, 1, 0.4]); },
  };

  function create(settings, colours) {
    const look = THEMES[Kit.choice(settings.theme, Object.keys(THEMES), "space")];
    const scene = new THREE.Scene();
    const three = (c) => new THREE.Color(...Kit.rgb(c).map((x) => x / 255));
    scene.background = three(colours.background);
    scene.fog = new THREE.FogExp2(scene.background.getHex(), look.fog);
    const camera = new THREE.PerspectiveCamera(62, 1, 0.1, 400);
    let renderer;
    try {
      renderer = new THREE.WebGLRenderer({ antialias: true });
    } catch (error) {
      document.body.append(Kit.element("p", { class: "toast shown" }, "WebGL?"));
      return null;
    }
    renderer.domElement.className = "stage";
    document.body.prepend(renderer.domElement);
    scene.add(new THREE.HemisphereLight(0xffffff, three(Kit.shade(colours.background, 0.15)).getHex(), 0.85));
    const sun = new THREE.DirectionalLight(0xffffff, 0.9);
    sun.position.set(6, 12, 8);
    scene.add(sun);

    const dots = new Float32Array(900 * 3).map((_, i) => (i % 3 === 2 ? Kit.random(-200, 10) : Kit.random(-70, 70)));
    const geometry = new THREE.BufferGeometry();
    geometry.setAttribute("position", new THREE.BufferAttribute(dots, 3));
    const dust = new THREE.Points(geometry, new THREE.PointsMaterial({ color: look.dust, size: 0.34, transparent: true, opacity: 0.85, fog: false }));
    scene.add(dust);
    if (look.ground) {
      const plane = new THREE.Mesh(new THREE.PlaneGeometry(600, 600), new THREE.MeshStandardMaterial({ color: look.ground, roughness: 1 }));
      plane.rotation.x = -Math.PI / 2;
      plane.position.y = -11;
      scene.add(plane);
    } else {
      const planet = new THREE.Group();
      Models.add(planet, Models.G.ball(18, 28), Models.paint(Kit.blend(colours.accent, colours.background, 0.35), 0.15));
      Models.add(planet, new THREE.TorusGeometry(27, 1.2, 3, 60), Models.paint(Kit.shade(colours.accent, 0.3), 0.2), [0, 0, 0], [1.9, 0.3, 0], [1, 1, 0.1]);
      planet.position.set(52, 24, -170);
      planet.traverse((m) => m.material && (m.material.fog = false));
      scene.add(planet);
    }
    const passing = Array.from({ length: 26 }, () => {
      const group = new THREE.Group();
      BUILD[Kit.pick(look.pass)](group, look.tint);
      const side = Math.random() < 0.5 ? -1 : 1;
      group.position.set(side * Kit.random(16, 52), look.ground ? -11 : Kit.random(-26, 26), Kit.random(-190, 0));
      scene.add(group);
      return group;
    });
    const resize = () => {
      renderer.setPixelRatio(Math.min(2, window.devicePixelRatio || 1));
      renderer.setSize(window.innerWidth, window.innerHeight);
      camera.aspect = window.innerWidth / window.innerHeight;
      camera.fov = camera.aspect < 0.8 ? 82 : 62;
      camera.updateProjectionMatrix();
    };
    window.addEventListener("resize", resize);
    resize();
    return {
      scene, camera, renderer, three,
      step(dt, speed) {
        for (let i = 0; i < dots.length; i += 3) {
          dots[i + 2] += dt * speed * 1.4;
          dots[i + 1] += dt * look.drift;
          if (dots[i + 2] > 12) dots[i + 2] = -200;
          if (Math.abs(dots[i + 1]) > 70) dots[i + 1] *= -0.98;
        }
        geometry.attributes.position.needsUpdate = true;
        passing.forEach((group) => {
          group.position.z += dt * speed;
          if (!look.ground) group.rotation.y += dt * 0.4;
          if (group.position.z > 20) group.position.z = -190;
        });
      },
    };
  }
  return { create, themes: Object.keys(THEMES) };
})();
