// What comes along the track: obstacles, things to collect, orbs, gates and the others in the race.
const Track = (() => {
  const { random, pick, clamp } = Kit;
  const LANE = 2.6;
  const FAR = 160;
  const POWERS = [["♥", "#ff6b81"], ["◈", "#5ccfff"], ["⊃", "#ffd43b"], ["⚡", "#c77dff"]];

  /** `options`: scene, kind, lanes, obstacles, coin, colours, powers. */
  function create(options) {
    const { scene, kind, lanes } = options;
    const flying = kind === "fly";
    const drives = kind === "drive";
    const track = { items: [], rivals: [], LANE };
    let [toRow, rows, open, sinceOrb] = [0, 0, 0, 0];
    const middle = Math.floor((lanes - 1) / 2);
    const laneX = (lane) => (lane - (lanes - 1) / 2) * LANE;
    track.laneX = laneX;
    track.middle = middle;

    function put(type, model, x, y, z, more = {}) {
      model.position.set(x, y, z);
      scene.add(model);
      track.items.push({ type, model, ...more });
    }
    track.remove = (item) => {
      const at = track.items.indexOf(item);
      if (at >= 0) track.items.splice(at, 1);
      scene.remove(item.model);
    };

    const kinds = options.obstacles.map((one) => ({ ...one, ...Things.obstacle(one) }));
    function obstacle(lane, z, wanted) {
      const fitting = wanted ? kinds.filter((one) => wanted.includes(one.pass)) : kinds;
      if (!fitting.length) return null;
      const kind = pick(fitting);
      const { model, pass, half, drives: own } = Things.obstacle(kind);
      const y = flying ? Math.floor(random(0, 3)) * 2.2 : 0;
      if (flying) model.children[model.children.length - 1].visible = false;
      put("obstacle", model, laneX(lane), y, z - half, { pass, half, lane, v: drives && own ? random(0.3, 0.5) : 0 });
      return pass;
    }

    function coins(lane, z, over) {
      const level = flying ? Math.floor(random(0, 3)) * 2.2 + 0.9 : 0.95;
      for (let i = 0; i < 6; i++) {
        const arc = over ? Math.sin(((i + 0.5) / 6) * Math.PI) * 1.7 : 0;
        put("coin", Things.coin(options.coin, options.colours.coin), laneX(lane), level + arc, z + 7 - i * 2.6);
      }
    }

    function orb(lane, z) {
      const power = Math.floor(Math.random() * POWERS.length);
      put("orb", Things.orb(POWERS[power][1]), laneX(lane), flying ? 2.6 : 1.2, z, { power });
    }

    // One row: a lane stays open, or has what can be jumped or slid under.
    function row(z) {
      rows += 1;
      open = clamp(open + Math.floor(random(-1, 2)), 0, lanes - 1);
      const early = rows < 5;
      if (early) open = middle;
      const most = lanes - 1;
      let blocked = 0;
      for (let lane = 0; lane < lanes; lane++) {
        if (lane === open || blocked >= most || Math.random() > (early ? 0.6 : 0.66)) continue;
        obstacle(lane, z);
        blocked += 1;
      }
      const passes = kind === "run" ? ["low", "high"] : kind === "ski" || kind === "boat" ? ["low"] : null;
      const pass = passes && !early && Math.random() < 0.42 ? obstacle(open, z, passes) : null;
      sinceOrb += 1;
      if (options.powers && sinceOrb > 8 && !pass) {
        sinceOrb = 0;
        orb(open, z - 6);
      } else if (Math.random() < 0.75 && pass !== "high") coins(open, z, pass === "low");
    }

    track.gate = (z) => put("gate", Things.gate((lanes * LANE) / 2 + 1.4, options.colours.accent), 0, 0, z);

    /** Begin anew; the first rows leave the middle open. */
    track.reset = () => {
      [...track.items].forEach(track.remove);
      track.rivals.forEach((one) => scene.remove(one.model));
      track.rivals = [];
      [rows, sinceOrb, open, toRow] = [0, 3, middle, 0];
      coins(middle, -34);
      [-84, -118, -150].forEach(row);
      toRow = 24;
    };

    /** Let all come nearer by `by` metres; `pace` says how far rows are apart. */
    track.step = (dt, by, pace, time) => {
      toRow -= by;
      if (toRow <= 0) {
        toRow = clamp(pace * 1.15, 20, 46);
        row(-FAR);
      }
      [...track.items].forEach((item) => {
        const { model, type } = item;
        model.position.z += by - (item.v ? item.v * pace * dt : 0);
        if (type === "coin" || type === "orb") model.rotation.y = time * 2.6 + model.position.z * 0.1;
        if (model.position.z > 12) track.remove(item);
      });
    };

    // ---- the others in the race ----
    track.start = (count, hero) => {
      for (let i = 0; i < count; i++) {
        const tint = ["#4dabf7", "#69db7c", "#ffd43b", "#da77f2", "#ffa94d", "#f8f9fa", "#63e6be", "#ff8787"][i % 8];
        const model = hero(tint);
        const lane = i % lanes;
        model.add(Solid.shadow(2.4, 4));
        scene.add(model);
        track.rivals.push({ model, lane, x: laneX(lane), at: 9 + i * 7, skill: 0.86 + (0.16 * (i + 1)) / count });
      }
    };

    const blocked = (lane, z) => track.items.some(({ type, lane: one, model }) => type === "obstacle" && one === lane && model.position.z < z && model.position.z > z - 26);
    function drive(rival, dt, cruise, distance) {
      const ahead = rival.at - distance;
      const even = ahead > 70 ? 0.86 : ahead < -50 ? 1.1 : 1;
      rival.pace = cruise * rival.skill * even;
      rival.at += rival.pace * dt;
      const z = distance - rival.at;
      if (z > -120 && z < 20 && blocked(rival.lane, z)) {
        const free = Array.from({ length: lanes }, (_, lane) => lane).filter((lane) => !blocked(lane, z));
        if (free.length) rival.lane = free.reduce((a, b) => (Math.abs(b - rival.lane) < Math.abs(a - rival.lane) ? b : a));
      }
      const before = rival.x;
      rival.x = Kit.mix(rival.x, laneX(rival.lane), Math.min(1, dt * 4));
      rival.model.position.set(rival.x, flying ? 2.2 : 0, z);
      rival.model.visible = z < 14 && z > -165;
      Heroes.move(rival.model, rival.at * 0.06, { pace: rival.pace, air: false, low: false, lean: clamp((rival.x - before) * 8, -1, 1) });
    }
    track.race = (dt, cruise, distance) => track.rivals.forEach((rival) => drive(rival, dt, cruise, distance));
    track.place = (distance) => 1 + track.rivals.filter((rival) => rival.at > distance).length;
    return track;
  }

  return { create, POWERS, LANE };
})();
