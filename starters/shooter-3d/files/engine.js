// The game: flight, waves, bosses, hits, power-ups. All content is in content.js.
const DEFAULTS = {
  ...Game.COMMON, title: "Star Shooter", subtitle: "", story: [], ending: "", theme: "space",
  colours: { background: "#070b1f", text: "#eef3ff", accent: "#5ce1e6", player: "#e8edf7", bullet: "#8dfcff" }, player: "ship",
  enemies: [{ name: "Bat", shape: "bat", colour: "#b57bff", health: 1, points: 10 }, { name: "Drone", shape: "drone", colour: "#ff7b9c", health: 2, points: 20 }, { name: "Spike", shape: "spike", colour: "#ffb35c", health: 3, points: 30 }],
  waves: ["", "", "", "", "", ""], bossEvery: 3, boss: { name: "Boss", shape: "jelly", colour: "#ff4d6d", health: 25 },
  enemiesPerWave: 8, endless: false, lives: 4, speed: 1, powerUps: true, bossSize: 3.2, fireRate: 5,
};
const settings = Kit.settings(DEFAULTS);
if (!settings.enemies.length) settings.enemies = DEFAULTS.enemies;
if (!settings.waves.length) settings.waves = DEFAULTS.waves;
const speed = Kit.clamp(settings.speed, 0.3, 3);
const most = Kit.clamp(Math.round(settings.enemiesPerWave), 1, 40);
const bossEvery = Math.max(0, Math.round(settings.bossEvery));
const game = Game.create(settings, ["score", "lives", "wave"], { start, frame, egg: (effect) => (player.wild = effect) });
const { colours } = game;
colours.player = Kit.colour(colours.player, "#e8edf7");
colours.bullet = Kit.colour(colours.bullet, colours.accent);
const world = World.create(settings, colours);
const { scene, camera } = world || { scene: new THREE.Scene(), camera: new THREE.PerspectiveCamera() };

const flash = Kit.element("div", { class: "flash" });
const bossBar = Kit.element("i");
const bossBox = Kit.element("div", { class: "boss" }, settings.boss.name, Kit.element("div", {}, bossBar));
document.body.append(bossBox, flash);
Kit.pads({ left: "←", right: "→", up: "↑", down: "↓", fire: "✦" });

const player = { model: Models.player(settings.player, colours.player, colours.accent), vx: 0, vy: 0, safe: 0, cool: 0, power: 0, shield: 0, wild: "" };
const flame = Models.add(player.model, Models.G.cone(0.2, 1.1, 8), Models.paint(colours.bullet, 1), [0, 0, 1.5], [Math.PI / 2, 0, 0]);
scene.add(player.model);
let [score, lives, wave, toCome, wait] = [0, 0, 0, 0, 0];
let [enemies, bullets, shots, rings, sparks] = [[], [], [], [], []];
const bulletShape = new THREE.SphereGeometry(0.16, 6, 5);
const bulletPaint = new THREE.MeshBasicMaterial({ color: world ? world.three(colours.bullet) : 0xffffff });
const shotPaint = new THREE.MeshBasicMaterial({ color: 0xff5470 });
const sparkShape = new THREE.TetrahedronGeometry(0.2);

const remove = (list, item) => {
  const at = list.indexOf(item);
  if (at >= 0) list.splice(at, 1);
  scene.remove(item.model);
};
const clearAll = () => [enemies, bullets, shots, rings, sparks].forEach((list) => [...list].forEach((item) => remove(list, item)));

function burst(at, tint, count = 16) {
  const paint = new THREE.MeshBasicMaterial({ color: world.three(tint), transparent: true });
  for (let i = 0; i < count && sparks.length < 160; i++) {
    const model = new THREE.Mesh(sparkShape, paint);
    model.position.copy(at);
    scene.add(model);
    sparks.push({ model, life: Kit.random(0.5, 1), v: new THREE.Vector3(Kit.random(-9, 9), Kit.random(-9, 9), Kit.random(-5, 12)) });
  }
}

function start() {
  clearAll();
  [score, lives, wave] = [0, Kit.clamp(Math.round(settings.lives), 1, 20), 0];
  Object.assign(player, { vx: 0, vy: 0, safe: 2, cool: 0, power: 0, shield: 0, wild: "" });
  player.model.position.set(0, 0, 0);
  nextWave();
}

function nextWave() {
  wave += 1;
  if (!settings.endless && wave > settings.waves.length) {
    game.over(true, score, [settings.ending]);
    return;
  }
  const line = settings.waves[(wave - 1) % settings.waves.length];
  const boss = bossEvery > 0 && wave % bossEvery === 0;
  toCome = boss ? Math.ceil(most / 2) : most + Math.floor(wave / 2);
  wait = 0.8;
  const begin = () => {
    if (boss) spawnBoss();
    Sound.play("power");
  };
  // The title has told the story so far: the first wave begins at once.
  if (line && wave > 1) game.story([line], begin, `${game.words.wave} ${wave}`);
  else {
    game.toast(line || `${game.words.wave} ${wave}`, 4);
    begin();
  }
}

function spawn() {
  const known = Math.min(settings.enemies.length, 1 + Math.ceil(wave / 2));
  const kind = settings.enemies[Math.floor(Math.random() * known)];
  const tint = Kit.colour(kind.colour, "#ff7b9c");
  const model = Models.enemy(kind.shape, tint);
  model.position.set(Kit.random(-11, 11), Kit.random(-4.5, 6), -95);
  scene.add(model);
  enemies.push({ model, tint, health: Kit.clamp(kind.health, 1, 50), points: kind.points, x: model.position.x, y: model.position.y, swing: Kit.random(0.5, 3), phase: Math.random() * 6, fast: Kit.random(15, 21) + wave, size: 1.35, cool: Kit.random(1, 4) });
}

function spawnBoss() {
  const tint = Kit.colour(settings.boss.colour, "#ff4d6d");
  const model = Models.enemy(settings.boss.shape, tint);
  const size = Kit.clamp(settings.bossSize, 1.5, 6);
  model.scale.setScalar(size);
  model.position.set(0, 1, -110);
  scene.add(model);
  const health = Kit.clamp(settings.boss.health, 3, 500) * (1 + 0.4 * (wave / Math.max(1, bossEvery) - 1));
  enemies.push({ model, tint, boss: true, health, full: health, points: 300, x: 0, y: 1, swing: 7, phase: 0, fast: 18, size, cool: 1.5 });
  game.toast(`⚠ ${settings.boss.name}`, 3);
}

function fire() {
  if (player.cool > 0) return;
  player.cool = 1 / (Kit.clamp(settings.fireRate, 1, 20) * (player.power > 0 ? 1.6 : 1));
  const at = player.model.position;
  (player.power > 0 ? [-0.9, 0, 0.9] : [-0.35, 0.35]).forEach((x) => {
    const model = new THREE.Mesh(bulletShape, bulletPaint);
    model.scale.z = 5;
    model.position.set(at.x + x, at.y, at.z - 1.6);
    scene.add(model);
    bullets.push({ model, vx: player.power > 0 ? x * 6 : 0 });
  });
  Sound.play("shoot");
}

function hurt() {
  if (player.safe > 0) return;
  player.safe = 1.6;
  if (player.shield > 0) {
    player.shield = 0;
    return;
  }
  lives -= 1;
  flash.classList.remove("on");
  void flash.offsetWidth;
  flash.classList.add("on");
  burst(player.model.position, "#ff5470", 24);
  Sound.play("boom");
  if (lives <= 0) {
    bossBox.classList.remove("shown");
    game.over(false, score);
  }
}

function kill(enemy) {
  score += Math.round(enemy.points);
  burst(enemy.model.position, enemy.tint, enemy.boss ? 70 : 18);
  Sound.play("boom");
  if (settings.powerUps && (enemy.boss || Math.random() < 0.16)) dropRing(enemy.model.position);
  remove(enemies, enemy);
}

const POWERS = [["#69db7c", "♥"], ["#ffd43b", "⚡"], ["#4dabf7", "◈"]];
function dropRing(at) {
  const kind = Math.floor(Math.random() * POWERS.length);
  const model = new THREE.Mesh(new THREE.TorusGeometry(0.9, 0.16, 8, 24), Models.paint(POWERS[kind][0], 0.9));
  model.position.copy(at);
  scene.add(model);
  rings.push({ model, kind });
}
function take(ring) {
  if (ring.kind === 0) lives += 1;
  else if (ring.kind === 1) player.power = 9;
  else player.shield = 12;
  score += 5;
  game.toast(POWERS[ring.kind][1], 1);
  Sound.play("coin");
}

function fly(dt, time) {
  const { held } = Kit;
  const push = 70 * speed;
  player.vx += ((held.right ? 1 : 0) - (held.left ? 1 : 0)) * push * dt;
  player.vy += ((held.up ? 1 : 0) - (held.down ? 1 : 0)) * push * dt;
  player.vx *= Math.exp(-dt * 4.2);
  player.vy *= Math.exp(-dt * 4.2);
  const at = player.model.position;
  const wide = Math.min(12, 9.5 * camera.aspect);
  at.x = Kit.clamp(at.x + player.vx * dt, -wide, wide);
  at.y = Kit.clamp(at.y + player.vy * dt, -5, 6.5);
  player.model.rotation.z = -player.vx * 0.045;
  player.model.rotation.x = player.vy * 0.03;
  ["cool", "safe", "power", "shield"].forEach((name) => (player[name] = Math.max(0, player[name] - dt)));
  player.model.visible = player.safe <= 0 || Math.sin(time * 30) > -0.4;
  if (held.fire) fire();
}

function steer(enemy, dt, time) {
  const at = enemy.model.position;
  if (!enemy.boss || at.z < -32) at.z += dt * enemy.fast * speed;
  at.x = enemy.x + Math.sin(time * 1.4 + enemy.phase) * enemy.swing;
  at.y = enemy.y + Math.cos(time * 1.1 + enemy.phase) * Math.min(2.4, enemy.swing);
  Models.move(enemy.model, time + enemy.phase);
  enemy.model.rotation.y = Math.sin(time + enemy.phase) * 0.3;
  enemy.cool -= dt;
  if (enemy.cool <= 0 && at.z < -14 && (enemy.boss || wave > 1)) {
    enemy.cool = enemy.boss ? 0.85 : Kit.random(2.5, 5);
    const model = new THREE.Mesh(bulletShape, shotPaint);
    model.scale.setScalar(enemy.boss ? 2.6 : 1.8);
    model.position.copy(at);
    scene.add(model);
    const v = player.model.position.clone().sub(at).normalize().multiplyScalar(26 * speed);
    shots.push({ model, v });
  }
  const reach = enemy.size * 0.75 + 0.7;
  if (at.distanceTo(player.model.position) < reach) {
    hurt();
    if (!enemy.boss) kill(enemy);
  } else if (at.z > 8) {
    remove(enemies, enemy);
  }
}

function fight(dt, time) {
  wait -= dt;
  if (toCome > 0 && wait <= 0) {
    toCome -= 1;
    wait = Math.max(0.35, 1.5 - wave * 0.08) / speed;
    spawn();
  }
  [...enemies].forEach((enemy) => steer(enemy, dt, time));
  [...bullets].forEach((b) => {
    b.model.position.z -= dt * 95;
    b.model.position.x += b.vx * dt;
    const near = enemies.find((e) => e.model.position.z < b.model.position.z && Math.hypot(e.model.position.x - b.model.position.x, e.model.position.y - b.model.position.y) < 3.4);
    if (near) { // a little help: depth is hard to judge on a screen
      b.model.position.x += (near.model.position.x - b.model.position.x) * dt * 5;
      b.model.position.y += (near.model.position.y - b.model.position.y) * dt * 5;
    }
    const hit = enemies.find((e) => {
      const [p, q] = [e.model.position, b.model.position];
      return Math.abs(p.z - q.z) < 2 + e.size && Math.hypot(p.x - q.x, p.y - q.y) < e.size + 0.5;
    });
    if (hit) {
      hit.health -= 1;
      burst(b.model.position, hit.tint, 4);
      Sound.play("hit");
      remove(bullets, b);
      if (hit.health <= 0) kill(hit);
    } else if (b.model.position.z < -110) remove(bullets, b);
  });
  [...shots].forEach((s) => {
    s.model.position.addScaledVector(s.v, dt);
    if (s.model.position.distanceTo(player.model.position) < 0.9) {
      remove(shots, s);
      hurt();
    } else if (s.model.position.z > 10) remove(shots, s);
  });
  [...rings].forEach((ring) => {
    ring.model.position.z += dt * 16;
    ring.model.rotation.y += dt * 3;
    if (ring.model.position.distanceTo(player.model.position) < 2) {
      take(ring);
      remove(rings, ring);
    } else if (ring.model.position.z > 9) remove(rings, ring);
  });
  const boss = enemies.find((e) => e.boss);
  bossBox.classList.toggle("shown", Boolean(boss));
  if (boss) bossBar.style.width = `${Kit.clamp((boss.health / boss.full) * 100, 0, 100)}%`;
  if (game.state === "playing" && toCome <= 0 && !enemies.length) nextWave();
}

function frame(dt, time, state) {
  if (!world) return;
  const slow = Egg.active("slow-motion") ? 0.3 : 1;
  const grown = Egg.active("giant") ? 2.2 : Egg.active("tiny") ? 0.5 : 1;
  player.model.scale.setScalar(Kit.mix(player.model.scale.x, grown, Math.min(1, dt * 4)));
  if (state === "playing") {
    fly(dt, time);
    fight(dt * slow, time);
  } else if (state === "title") {
    player.model.position.set(Math.sin(time * 0.7) * 3, Math.cos(time * 0.9) * 1.2 - 1, 0);
    player.model.rotation.z = -Math.cos(time * 0.7) * 0.35;
  }
  if (state !== "paused") world.step(dt * slow, (state === "playing" ? 34 : 16) * speed);
  [...sparks].forEach((s) => {
    s.life -= dt * 1.4;
    s.model.position.addScaledVector(s.v, dt);
    s.model.rotation.x += dt * 8;
    s.model.scale.setScalar(Math.max(0.01, s.life));
    if (s.life <= 0) remove(sparks, s);
  });
  Models.move(player.model, time);
  flame.scale.set(1, 0.7 + Math.random() * 0.6, 1);
  const at = player.model.position;
  camera.position.set(at.x * 0.45, at.y * 0.35 + 2.6, 9.5);
  camera.lookAt(at.x * 0.3, at.y * 0.25 + 0.4, -20);
  game.set("score", score);
  game.set("lives", "♥".repeat(Kit.clamp(lives, 0, 9)) || "–");
  game.set("wave", Math.max(1, wave));
  world.renderer.render(scene, camera);
}
game.ready();
