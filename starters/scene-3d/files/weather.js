// What falls or drifts through the scene, and the glass of a snow globe that one can shake.
(() => {
  const KINDS = {
    snow: { fall: 1.4, sway: 0.5, size: 0.2, colours: ["#ffffff", "#e8f1ff"] },
    rain: { fall: 16, sway: 0, size: 0.11, colours: ["#a8c8ff", "#7fa8e8"] },
    petals: { fall: 1.1, sway: 1, size: 0.3, colours: ["#ffc2d9", "#ff9dc0", "#ffe1ec"] },
    leaves: { fall: 1.6, sway: 1.2, size: 0.34, colours: ["#d9822b", "#c4472b", "#e8b93c"] },
    fireflies: { fall: 0, sway: 1.4, size: 0.24, colours: ["#fff3a0", "#d8ff8a"] },
  };
  const kind = KINDS[Kit.choice(S.weather, ["none", ...Object.keys(KINDS)], "none")] || (globe ? KINDS.snow : null);
  if (!renderer || !kind) return;
  const radius = globe ? Kit.clamp(Math.max(4, ...S.objects.map((o) => Math.hypot(o.x, o.z) + o.size)) * 1.15, 5, 16) : Kit.clamp(S.camera.distance * 0.9, 8, 40);
  const low = paint || globe ? -1 : -radius * 0.5, middleY = globe ? low + radius * 0.55 : low + radius * 0.6;

  if (globe) {
    const glass = new THREE.Mesh(new THREE.SphereGeometry(radius, 48, 36), new THREE.MeshPhongMaterial({ color: 0xcfe4ff, transparent: true, opacity: 0.14, shininess: 140, specular: 0xffffff, side: THREE.DoubleSide, depthWrite: false }));
    const wood = skin("#7a4a2b"), foot = new THREE.Mesh(new THREE.CylinderGeometry(radius * 0.86, radius, radius * 0.34, 48), wood);
    const floor = new THREE.Mesh(new THREE.CylinderGeometry(radius * 0.83, radius * 0.83, 0.3, 48), skin(paint || "#eef4fa"));
    glass.position.y = middleY;
    foot.position.y = low - radius * 0.2;
    floor.position.y = low - 0.16;
    scene.add(glass, foot, floor);
    eye.want = Math.max(eye.want, radius * 2.7);
  }

  const count = Math.round(Kit.clamp(S.amount, 0, 3000)), tints = kind.colours.map(three), places = new Float32Array(count * 3), colours = new Float32Array(count * 3);
  const flakes = Array.from({ length: count }, (_, i) => {
    tints[i % tints.length].toArray(colours, i * 3);
    return { ...somewhere(), vx: 0, vy: 0, vz: 0, phase: Math.random() * 7, pace: Kit.random(0.7, 1.3) };
  });
  function somewhere() {
    const turn = Math.random() * 6.283, far = Math.sqrt(Math.random()) * radius * 0.95;
    return { x: Math.cos(turn) * far, y: Kit.random(low, middleY + radius * 0.9), z: Math.sin(turn) * far };
  }
  const dot = document.createElement("canvas"), pen = dot.getContext("2d");
  dot.width = dot.height = 32;
  const shine = pen.createRadialGradient(16, 16, 2, 16, 16, 16);
  shine.addColorStop(0, "#fff"); shine.addColorStop(1, "rgba(255,255,255,0)");
  pen.fillStyle = shine; pen.fillRect(0, 0, 32, 32);
  const cloud = new THREE.BufferGeometry();
  cloud.setAttribute("position", new THREE.BufferAttribute(places, 3));
  cloud.setAttribute("color", new THREE.BufferAttribute(colours, 3));
  scene.add(new THREE.Points(cloud, new THREE.PointsMaterial({ size: kind.size * Math.max(1, radius / 12), map: new THREE.CanvasTexture(dot), vertexColors: true, transparent: true, depthWrite: false })));

  function drift(flake, dt, time) {
    flake.vx *= 1 - dt * 0.9; flake.vy *= 1 - dt * 0.9; flake.vz *= 1 - dt * 0.9;
    flake.x += (flake.vx + Math.sin(time * 0.9 + flake.phase) * kind.sway) * dt;
    flake.y += (flake.vy - kind.fall * flake.pace) * dt + (kind.fall ? 0 : Math.cos(time + flake.phase) * dt * 0.6);
    flake.z += (flake.vz + Math.cos(time * 0.7 + flake.phase) * kind.sway) * dt;
    const out = globe && Math.hypot(flake.x, flake.y - middleY, flake.z) > radius * 0.95;
    if (out) { const back = (radius * 0.95) / Math.hypot(flake.x, flake.y - middleY, flake.z); flake.x *= back; flake.y = middleY + (flake.y - middleY) * back; flake.z *= back; flake.vx *= -0.4; flake.vy *= -0.4; flake.vz *= -0.4; }
    if (flake.y < low || Math.hypot(flake.x, flake.z) > radius * 1.3) Object.assign(flake, somewhere(), { y: globe ? middleY + Kit.random(0.2, 0.7) * radius : middleY + radius * 0.9 });
  }
  function shake() {
    for (const flake of flakes) Object.assign(flake, { vx: Kit.random(-1, 1) * radius * 1.4, vy: Kit.random(0.2, 1.6) * radius, vz: Kit.random(-1, 1) * radius * 1.4 });
    Sound.play("coin");
  }
  const button = element("button", { type: "button", onclick: shake }, words.shake);
  document.querySelector(".deck").append(button);
  Kit.loop((dt, time) => {
    flakes.forEach((flake, i) => { drift(flake, dt * eye.speed, time); places.set([flake.x, flake.y, flake.z], i * 3); });
    cloud.attributes.position.needsUpdate = true;
  });
})();
