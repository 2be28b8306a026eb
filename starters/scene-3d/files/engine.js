// A 3D scene to look at from all sides. All content is in content.js.
const OBJECT = { name: "", shape: "sphere", colour: "#7c9cff", size: 1, x: 0, y: 0, z: 0, motion: "spin", speed: 1, orbit: 0, tall: 1, glow: false, text: "" };
const DEFAULTS = {
  lang: "en", title: "3D scene", subtitle: "", font: "modern", words: { speed: "Speed", labels: "Names", turn: "Turn", shake: "Shake it" }, weather: "none", amount: 500, globe: false,
  colours: { background: "#080a1a", text: "#f2f0ff", accent: "#ffc857" }, ground: "none", stars: true, autoTurn: 0.3, labels: true, orbitLines: true,
  camera: { distance: 20, height: 9 }, objects: [OBJECT], crowd: { shape: "cube", pattern: "none", count: 42, spread: 22, size: 1, motion: "none", colours: [] }, egg: { word: "", effect: "stars", message: "" },
};
const CHINESE = { speed: "速度", labels: "名称", turn: "转动", shake: "摇一摇" };
const S = Kit.settings(DEFAULTS);
const lang = Kit.page(S);
const words = Kit.fit(lang === "zh" ? CHINESE : DEFAULTS.words, Kit.given.words);
const C = Kit.theme(S.colours, S.font);
const TINTS = ["#ff6b6b", "#ffd166", "#06d6a0", "#4cc9f0", "#b388eb", "#f4978e"];
const bare = !Array.isArray(Kit.given.objects) || !S.objects.length;
if (bare && S.crowd.pattern === "none") {
  if (/city|town|skyline|building|skyscraper|城市|楼/i.test(JSON.stringify(Kit.given))) Object.assign(S.crowd, { pattern: "city", shape: "cube" });
  else S.objects = ["cube", "sphere", "torus", "gem"].map((shape, i) => ({ ...OBJECT, shape, colour: TINTS[i], x: i * 4 - 6, name: shape }));
}

// Many like things: where the i-th of n stands.
const PATTERNS = {
  scatter: (i, n, far) => [Kit.random(-far, far), Kit.random(-1, far * 0.5), Kit.random(-far, far)],
  ground: (i, n, far) => [Kit.random(-far, far), -0.2, Kit.random(-far, far)],
  ring: (i, n, far) => [Math.cos((i / n) * 6.283) * far * Kit.random(0.92, 1.08), Kit.random(-0.4, 0.4), Math.sin((i / n) * 6.283) * far * Kit.random(0.92, 1.08)],
  spiral: (i, n, far) => [Math.cos(i * 0.3) * far * (i / n), Kit.random(-0.5, 0.5), Math.sin(i * 0.3) * far * (i / n)],
  grid: (i, n, far) => { const side = Math.ceil(Math.sqrt(n)), step = (far * 2) / side; return [(i % side) * step - far + step / 2, 0, Math.floor(i / side) * step - far + step / 2]; },
};
PATTERNS.city = PATTERNS.grid;
function crowd() {
  const { shape, count, spread, size, motion, pattern } = S.crowd, place = PATTERNS[pattern], tints = Kit.palette(S.crowd.colours, TINTS), many = Kit.clamp(Math.round(count), 0, 160), city = pattern === "city";
  if (!place) return [];
  const wide = city ? (Kit.clamp(spread, 6, 60) * 1.1) / Math.ceil(Math.sqrt(many)) : size;
  return Array.from({ length: many }, (_, i) => {
    const [x, y, z] = place(i, many, Kit.clamp(spread, 2, 90)), tall = city ? Kit.random(0.8, 1.2 + 5 * Math.exp(-Math.hypot(x, z) / spread * 1.6)) : 1;
    return { ...OBJECT, name: "", shape: city ? "cube" : shape, colour: tints[i % tints.length], size: wide * (city ? 0.75 : Kit.random(0.7, 1.3)), tall, x, y: city ? wide * 0.6 * tall - 1 : y, z, motion: city ? "none" : motion, orbit: motion === "orbit" ? Math.hypot(x, z) : 0, speed: Kit.random(0.6, 1.1), many: true };
  });
}
S.objects = [...(bare && S.crowd.pattern !== "none" ? [] : S.objects.slice(0, 120)), ...crowd()];
const three = (value) => new THREE.Color(...Kit.rgb(value).map((part) => part / 255));
const scene = new THREE.Scene();
scene.background = three(C.background);
const camera = new THREE.PerspectiveCamera(50, 1, 0.1, 600);
let renderer = null;
try {
  renderer = new THREE.WebGLRenderer({ antialias: true });
  renderer.domElement.className = "stage";
  document.body.prepend(renderer.domElement);
} catch (error) {
  renderer = null; // no WebGL: the texts remain
}
const skin = (colour, glow) => (glow ? new THREE.MeshBasicMaterial({ color: three(colour) }) : new THREE.MeshStandardMaterial({ color: three(colour), roughness: 0.55, metalness: 0.1 }));
const bright = S.objects.some((o) => o.glow);
scene.add(new THREE.HemisphereLight(0xffffff, three(Kit.shade(C.background, 0.2)).getHex(), bright ? 0.42 : 0.75));
const sun = bright ? new THREE.PointLight(0xfff3d6, 1.5, 0) : new THREE.DirectionalLight(0xffffff, 0.9);
if (!bright) sun.position.set(12, 22, 14);
scene.add(sun);

function part(group, geometry, material, at = [0, 0, 0], turn = [0, 0, 0], scale = [1, 1, 1]) {
  const mesh = new THREE.Mesh(geometry, material);
  mesh.position.set(...at);
  mesh.rotation.set(...turn);
  mesh.scale.set(...scale);
  group.add(mesh);
}
function heart() {
  const line = new THREE.Shape();
  line.moveTo(0, -0.9);
  line.bezierCurveTo(-1.6, 0.2, -0.9, 1.3, 0, 0.5);
  line.bezierCurveTo(0.9, 1.3, 1.6, 0.2, 0, -0.9);
  return new THREE.ExtrudeGeometry(line, { depth: 0.4, bevelSize: 0.12, bevelThickness: 0.12 });
}
function starForm() {
  const line = new THREE.Shape();
  for (let i = 0; i <= 10; i++) {
    const [turn, far] = [(i * Math.PI) / 5, i % 2 ? 0.48 : 1.1];
    line[i ? "lineTo" : "moveTo"](Math.sin(turn) * far, Math.cos(turn) * far);
  }
  return new THREE.ExtrudeGeometry(line, { depth: 0.3, bevelSize: 0.08, bevelThickness: 0.08 });
}
const ball = (r, n = 28) => new THREE.SphereGeometry(r, n, n - 6);
const SHAPES = {
  sphere: (g, m) => part(g, ball(1), m),
  cube: (g, m) => part(g, new THREE.BoxGeometry(1.6, 1.6, 1.6), m),
  cone: (g, m) => part(g, new THREE.ConeGeometry(1, 2, 28), m),
  cylinder: (g, m) => part(g, new THREE.CylinderGeometry(0.8, 0.8, 2, 28), m),
  torus: (g, m) => part(g, new THREE.TorusGeometry(0.9, 0.34, 18, 48), m),
  knot: (g, m) => part(g, new THREE.TorusKnotGeometry(0.8, 0.26, 100, 14), m),
  pyramid: (g, m) => part(g, new THREE.ConeGeometry(1.2, 1.7, 4), m),
  gem: (g, m) => part(g, new THREE.OctahedronGeometry(1.1), m),
  rock: (g, m) => part(g, new THREE.IcosahedronGeometry(1, 0), m),
  star: (g, m) => part(g, starForm(), m, [0, 0, -0.15]),
  heart: (g, m) => part(g, heart(), m, [0, 0, -0.2]),
  ringed: (g, m) => { part(g, ball(1), m); const band = m.clone(); band.side = THREE.DoubleSide; part(g, new THREE.RingGeometry(1.35, 2.2, 64), band, [0, 0, 0], [1.2, 0.25, 0]); },
  tree: (g, m) => { part(g, new THREE.CylinderGeometry(0.16, 0.22, 1.2, 8), skin("#7a5238")); [0, 1, 2].forEach((i) => part(g, new THREE.ConeGeometry(1 - i * 0.22, 1.2, 9), m, [0, 0.9 + i * 0.62, 0])); },
  house: (g, m) => { part(g, new THREE.BoxGeometry(1.7, 1.3, 1.5), skin("#f4ead7")); part(g, new THREE.ConeGeometry(1.45, 0.95, 4), m, [0, 1.1, 0], [0, 0.785, 0]); part(g, new THREE.BoxGeometry(0.4, 0.75, 0.05), skin("#6b4a35"), [0, -0.27, 0.76]); },
  mountain: (g, m) => { part(g, new THREE.ConeGeometry(2, 2.6, 6), m); part(g, new THREE.ConeGeometry(0.72, 0.94, 6), skin("#ffffff"), [0, 0.86, 0]); },
  cloud: (g) => [[0, 0, 0.8], [0.8, -0.1, 0.55], [-0.8, -0.1, 0.6], [0.25, 0.4, 0.5]].forEach(([x, y, r]) => part(g, ball(r, 14), skin("#ffffff"), [x, y, 0])),
};
const ALIAS = { box: "cube", planet: "sphere", ball: "sphere", donut: "torus", ring: "torus", diamond: "gem", saturn: "ringed" };
const GROUNDS = { grass: "#5f9e5a", sand: "#e3c48d", snow: "#eef4fa", water: "#3a86b7", grid: Kit.shade(C.background, 0.08) };
const ground = String(S.ground).toLowerCase();
const paint = GROUNDS[ground] || (Kit.isColour(S.ground) ? S.ground : "");
const globe = S.globe || /snow ?globe|水晶球|雪球/i.test(`${S.title} ${S.subtitle}`);
if (paint && !globe) {
  const plane = new THREE.Mesh(new THREE.CircleGeometry(90, 64), new THREE.MeshStandardMaterial({ color: three(paint), roughness: ground === "water" ? 0.15 : 1 }));
  plane.rotation.x = -Math.PI / 2;
  plane.position.y = -1;
  scene.add(plane);
  scene.fog = new THREE.Fog(scene.background.getHex(), 45, 120);
  if (ground === "grid") { const lines = new THREE.GridHelper(120, 60, three(C.accent), three(Kit.blend(C.accent, C.background, 0.6))); lines.position.y = -0.98; scene.add(lines); }
}
if (S.stars) {
  const spots = new Float32Array(1500 * 3);
  for (let i = 0; i < 1500; i++) new THREE.Vector3().setFromSphericalCoords(Kit.random(120, 260), Math.acos(Kit.random(-1, 1)), Kit.random(0, 6.3)).toArray(spots, i * 3);
  const geometry = new THREE.BufferGeometry();
  geometry.setAttribute("position", new THREE.BufferAttribute(spots, 3));
  scene.add(new THREE.Points(geometry, new THREE.PointsMaterial({ color: 0xffffff, size: 0.9, transparent: true, opacity: 0.85, fog: false })));
}
const { element } = Kit;
const items = S.objects.map((wish, i) => {
  const o = { ...wish, colour: Kit.colour(wish.colour, TINTS[i % TINTS.length]), size: Kit.clamp(wish.size, 0.1, 30), motion: Kit.choice(wish.motion, ["spin", "float", "orbit", "bounce", "sway", "none"]) };
  const group = new THREE.Group();
  SHAPES[ALIAS[String(o.shape).toLowerCase()] || Kit.choice(o.shape, Object.keys(SHAPES), "sphere")](group, skin(o.colour, o.glow));
  group.scale.set(o.size, o.size * o.tall, o.size);
  group.position.set(o.x, o.y, o.z);
  group.userData.item = o;
  if (o.glow) {
    const halo = new THREE.Mesh(ball(1.28), new THREE.MeshBasicMaterial({ color: three(o.colour), transparent: true, opacity: 0.16, depthWrite: false }));
    group.add(halo);
    if (sun.isPointLight) sun.position.copy(group.position);
  }
  if (o.motion === "orbit" && S.orbitLines && !o.many) {
    const radius = o.orbit || Math.hypot(o.x, o.z) || 5;
    const curve = new THREE.EllipseCurve(0, 0, radius, radius).getPoints(120).map((p) => new THREE.Vector3(p.x, o.y, p.y));
    scene.add(new THREE.LineLoop(new THREE.BufferGeometry().setFromPoints(curve), new THREE.LineBasicMaterial({ color: three(C.text), transparent: true, opacity: 0.16 })));
  }
  scene.add(group);
  const label = element("span", { class: "label" }, o.name);
  document.body.append(label);
  return { o, group, label, phase: i * 2.4, radius: o.orbit || Math.hypot(o.x, o.z) || 5, angle: i * 2.4, pop: 0 };
});
function move(item, dt, time) {
  const { o, group } = item;
  const t = time * o.speed + item.phase;
  group.rotation.y += o.motion === "none" || o.motion === "sway" ? 0 : dt * o.speed * 0.7;
  if (o.motion === "orbit") { item.angle += dt * o.speed * 0.45; group.position.set(Math.cos(item.angle) * item.radius, o.y, Math.sin(item.angle) * item.radius); }
  else if (o.motion === "float") group.position.y = o.y + Math.sin(t) * 0.5 * o.size;
  else if (o.motion === "bounce") group.position.y = o.y + Math.abs(Math.sin(t * 2)) * 1.6 * o.size;
  else if (o.motion === "sway") group.rotation.z = Math.sin(t) * 0.16;
  item.pop *= Math.exp(-dt * 4);
  const big = Egg.active("giant") ? 1.8 : Egg.active("tiny") ? 0.5 : 1;
  const now = o.size * big * (1 + item.pop * 0.3);
  group.scale.set(now, now * o.tall, now);
}

// ---- looking around ----
const far = Kit.clamp(S.camera.distance, 4, 200) * (window.innerWidth < 560 ? 1.35 : 1);
const eye = { turn: 0.6, tilt: Kit.clamp(Math.atan2(S.camera.height, far), 0.05, 1.4), far, want: far, speed: 1, auto: Kit.clamp(S.autoTurn, -3, 3), labels: S.labels };
const fingers = new Map();
let [moved, gap] = [0, 0];
const about = element("aside", { class: "about" }, element("b"), element("p"));
function tell(item) {
  about.classList.toggle("shown", Boolean(item && (item.o.name || item.o.text)));
  if (!item) return;
  item.pop = 1;
  Sound.note(Sound.step("pentatonic", items.indexOf(item) + 4), "bell", 0.5);
  about.firstChild.textContent = item.o.name;
  about.lastChild.textContent = item.o.text;
}
const node = renderer ? renderer.domElement : document.body;
node.addEventListener("pointerdown", (e) => { fingers.set(e.pointerId, [e.clientX, e.clientY]); moved = 0; gap = 0; });
window.addEventListener("pointermove", (e) => {
  const was = fingers.get(e.pointerId);
  if (!was) return;
  fingers.set(e.pointerId, [e.clientX, e.clientY]);
  moved += Math.hypot(e.clientX - was[0], e.clientY - was[1]);
  if (fingers.size === 2) {
    const [a, b] = [...fingers.values()];
    const now = Math.hypot(a[0] - b[0], a[1] - b[1]);
    if (gap) eye.want = Kit.clamp(eye.want * (gap / now), 3, 220);
    gap = now;
    return;
  }
  eye.turn += (e.clientX - was[0]) * 0.006;
  eye.tilt = Kit.clamp(eye.tilt + (e.clientY - was[1]) * 0.005, paint ? 0.04 : -1.4, 1.45);
});
window.addEventListener("pointerup", (e) => {
  if (!fingers.delete(e.pointerId) || moved > 6) return;
  const ray = new THREE.Raycaster();
  ray.setFromCamera(new THREE.Vector2((e.clientX / window.innerWidth) * 2 - 1, 1 - (e.clientY / window.innerHeight) * 2), camera);
  const hit = ray.intersectObjects(items.map((item) => item.group), true)[0];
  tell(hit ? items.find((item) => item.group === hit.object.parent) : null);
});
window.addEventListener("pointercancel", (e) => fingers.delete(e.pointerId));
node.addEventListener("wheel", (e) => { e.preventDefault(); eye.want = Kit.clamp(eye.want * (1 + Math.sign(e.deltaY) * 0.1), 3, 220); }, { passive: false });
const toggle = (label, on, act) => { const b = element("button", { type: "button", "aria-pressed": String(on) }, label); b.addEventListener("click", () => b.setAttribute("aria-pressed", String(act()))); return b; };
const speed = element("input", { type: "range", min: 0, max: 4, step: 0.05, value: 1, "aria-label": words.speed });
speed.addEventListener("input", () => (eye.speed = Number(speed.value)));
const line = element("p", {}, S.subtitle);
document.body.append(
  element("div", { class: "brand" }, element("h1", {}, S.title), line), about,
  element("div", { class: "deck" }, element("label", {}, words.speed, speed), toggle(words.labels, S.labels, () => (eye.labels = !eye.labels)), toggle(words.turn, eye.auto !== 0, () => (eye.auto = eye.auto ? 0 : S.autoTurn || 0.3) !== 0)),
);
const egg = Egg.listen(S.egg, () => (line.textContent = S.egg.message || line.textContent));
Kit.onPress((name, event) => egg.type(event.key || ""));
function resize() {
  if (!renderer) return;
  renderer.setPixelRatio(Math.min(2, window.devicePixelRatio || 1));
  renderer.setSize(window.innerWidth, window.innerHeight);
  camera.aspect = window.innerWidth / window.innerHeight;
  camera.fov = camera.aspect < 0.8 ? 74 : 50;
  camera.updateProjectionMatrix();
}
window.addEventListener("resize", resize);
resize();
const middle = new THREE.Vector3(0, paint ? 1 : 0, 0);
let clock = 0;
Kit.loop((dt, time) => {
  const pace = dt * eye.speed * (Egg.active("slow-motion") ? 0.3 : 1);
  clock += pace;
  items.forEach((item) => move(item, pace, clock));
  const { held } = Kit;
  if (!fingers.size) eye.turn += dt * (eye.auto * 0.3 + ((held.left ? 1 : 0) - (held.right ? 1 : 0)) * 1.6);
  eye.tilt = Kit.clamp(eye.tilt + ((held.up ? 1 : 0) - (held.down ? 1 : 0)) * dt, paint ? 0.04 : -1.4, 1.45);
  eye.far = Kit.mix(eye.far, eye.want, Math.min(1, dt * 7));
  camera.position.set(Math.sin(eye.turn) * Math.cos(eye.tilt) * eye.far, Math.sin(eye.tilt) * eye.far + middle.y, Math.cos(eye.turn) * Math.cos(eye.tilt) * eye.far);
  camera.lookAt(middle);
  const at = new THREE.Vector3();
  items.forEach(({ o, group, label }) => {
    at.copy(group.position);
    at.y += o.size * 1.5;
    at.project(camera);
    label.hidden = !eye.labels || at.z > 1 || !o.name;
    label.style.transform = `translate(${((at.x + 1) / 2) * window.innerWidth}px, ${((1 - at.y) / 2) * window.innerHeight}px) translate(-50%, -100%)`;
  });
  if (renderer) renderer.render(scene, camera);
  Egg.frame(dt, time);
});
