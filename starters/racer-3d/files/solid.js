// Models of one piece: many simple solids with their colours become one mesh, so that drawing is cheap.
const Solid = (() => {
  const bend = { value: new THREE.Vector2(0, 0) }; // how the far end of the road turns
  const LIFT = "\nmvPosition.xy += roadBend * mvPosition.z * mvPosition.z;\ngl_Position = projectionMatrix * mvPosition;";

  /** Let a material follow the bends of the road. */
  function bent(material) {
    material.onBeforeCompile = (shader) => {
      shader.uniforms.roadBend = bend;
      const body = shader.vertexShader.replace("#include <project_vertex>", `#include <project_vertex>${LIFT}`);
      shader.vertexShader = `uniform vec2 roadBend;\n${body}`;
    };
    return material;
  }
  const lit = bent(new THREE.MeshLambertMaterial({ vertexColors: true }));
  const glow = bent(new THREE.MeshBasicMaterial({ vertexColors: true }));

  const kept = {};
  const once = (key, make) => kept[key] || (kept[key] = make());
  /** The solids; the same sizes are made once. */
  const G = {
    box: (x = 1, y = 1, z = 1) => once(`b${x},${y},${z}`, () => new THREE.BoxGeometry(x, y, z)),
    ball: (r = 1, n = 10) => once(`s${r},${n}`, () => new THREE.SphereGeometry(r, n, Math.max(5, n - 3))),
    cone: (r, h, n = 7) => once(`c${r},${h},${n}`, () => new THREE.ConeGeometry(r, h, n)),
    tube: (a, b, h, n = 8) => once(`t${a},${b},${h},${n}`, () => new THREE.CylinderGeometry(a, b, h, n)),
    ring: (r, t, n = 18) => once(`r${r},${t},${n}`, () => new THREE.TorusGeometry(r, t, 6, n)),
    rock: (r) => once(`i${r}`, () => new THREE.IcosahedronGeometry(r, 0)),
    gem: (r) => once(`o${r}`, () => new THREE.OctahedronGeometry(r, 0)),
  };
  const three = (colour) => new THREE.Color(...Kit.rgb(colour).map((x) => x / 255));

  function bake(parts) {
    const total = parts.reduce((sum, part) => sum + part.attributes.position.count, 0);
    const [place, normal, colour] = [0, 1, 2].map(() => new Float32Array(total * 3));
    let at = 0;
    parts.forEach((part) => {
      place.set(part.attributes.position.array, at);
      normal.set(part.attributes.normal.array, at);
      colour.set(part.attributes.color.array, at);
      at += part.attributes.position.count * 3;
    });
    const geometry = new THREE.BufferGeometry();
    [["position", place], ["normal", normal], ["color", colour]].forEach(([name, list]) =>
      geometry.setAttribute(name, new THREE.BufferAttribute(list, 3)),
    );
    return geometry;
  }

  // One solid in its place, darker below than above.
  function piece(geometry, colour, at, turn, size, depth) {
    const part = geometry.index ? geometry.toNonIndexed() : geometry.clone();
    const matrix = new THREE.Matrix4().compose(
      new THREE.Vector3(...at), new THREE.Quaternion().setFromEuler(new THREE.Euler(...turn)), new THREE.Vector3(...size),
    );
    part.applyMatrix4(matrix);
    part.computeVertexNormals();
    part.computeBoundingBox();
    const { min, max } = part.boundingBox;
    const { r, g, b } = three(colour);
    const places = part.attributes.position;
    const colours = new Float32Array(places.count * 3);
    for (let i = 0; i < places.count; i++) {
      const light = 1 - depth * (1 - (places.getY(i) - min.y) / Math.max(0.001, max.y - min.y));
      colours.set([r * light, g * light, b * light], i * 3);
    }
    part.setAttribute("color", new THREE.BufferAttribute(colours, 3));
    return part;
  }

  /** Collect solids with add() and shine(), then mesh() makes a group of them. */
  function create() {
    const parts = { lit: [], glow: [] };
    const self = {
      add(geometry, colour, at = [0, 0, 0], turn = [0, 0, 0], size = [1, 1, 1]) {
        parts.lit.push(piece(geometry, colour, at, turn, size, 0.3));
        return self;
      },
      shine(geometry, colour, at = [0, 0, 0], turn = [0, 0, 0], size = [1, 1, 1]) {
        parts.glow.push(piece(geometry, colour, at, turn, size, 0.12));
        return self;
      },
      bake: () => ({ lit: parts.lit.length ? bake(parts.lit) : null, glow: parts.glow.length ? bake(parts.glow) : null }),
      mesh: () => from(self.bake()),
    };
    return self;
  }

  function from({ lit: solid, glow: bright }) {
    const group = new THREE.Group();
    if (solid) group.add(new THREE.Mesh(solid, lit));
    if (bright) group.add(new THREE.Mesh(bright, glow));
    return group;
  }

  const soft = document.createElement("canvas");
  soft.width = soft.height = 64;
  const brush = soft.getContext("2d");
  const fade = brush.createRadialGradient(32, 32, 2, 32, 32, 32);
  fade.addColorStop(0, "rgba(0,0,0,.6)");
  fade.addColorStop(0.6, "rgba(0,0,0,.3)");
  fade.addColorStop(1, "rgba(0,0,0,0)");
  brush.fillStyle = fade;
  brush.fillRect(0, 0, 64, 64);
  const shadowPaint = bent(new THREE.MeshBasicMaterial({ map: new THREE.CanvasTexture(soft), transparent: true, depthWrite: false }));
  const flat = new THREE.PlaneGeometry(1, 1).rotateX(-Math.PI / 2);

  /** A soft shadow on the ground. */
  function shadow(wide, long = wide) {
    const mesh = new THREE.Mesh(flat, shadowPaint);
    mesh.scale.set(wide, 1, long);
    mesh.position.y = 0.04;
    return mesh;
  }

  return { G, create, from, bent, bend, three, shadow };
})();
