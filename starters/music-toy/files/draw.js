// Draws the toy: shapes, obstacles, ripples where something sounded.
const Draw = (() => {
  const { alpha, shade, clamp } = Kit;
  const ripples = [];

  // A soft light, painted once for each colour: far cheaper than a shadow.
  const lights = {};
  function glow(context, x, y, size, tint, strength) {
    if (!lights[tint]) {
      const made = document.createElement("canvas");
      made.width = made.height = 128;
      const paint = made.getContext("2d");
      const fade = paint.createRadialGradient(64, 64, 8, 64, 64, 64);
      fade.addColorStop(0, alpha(tint, 0.75));
      fade.addColorStop(1, alpha(tint, 0));
      paint.fillStyle = fade;
      paint.fillRect(0, 0, 128, 128);
      lights[tint] = made;
    }
    context.globalAlpha = strength;
    context.drawImage(lights[tint], x - size, y - size, size * 2, size * 2);
    context.globalAlpha = 1;
  }

  function path(context, vertices) {
    context.beginPath();
    vertices.forEach((v, i) => (i ? context.lineTo(v.x, v.y) : context.moveTo(v.x, v.y)));
    context.closePath();
  }

  function shape(context, body, settings) {
    const look = body.look;
    const heat = clamp(look.heat, 0, 1);
    if (settings.glow && heat > 0.03) glow(context, body.position.x, body.position.y, look.size * 2.6, look.colour, heat);
    if (look.emoji) {
      context.save();
      context.translate(body.position.x, body.position.y);
      context.rotate(body.angle);
      const grow = 1 + heat * 0.18;
      context.scale(grow, grow);
      context.fillStyle = "#fff";
      Kit.emoji(context, look.emoji, 0, 0, look.size * 1.9);
      context.restore();
    } else {
      context.fillStyle = heat > 0.03 ? shade(look.colour, heat * 0.55) : look.colour;
      if (look.kind === "circle") {
        context.beginPath();
        context.arc(body.position.x, body.position.y, look.size, 0, 7);
      } else path(context, look.outline(body));
      context.fill();
      context.lineJoin = "round";
      context.lineWidth = 2;
      context.strokeStyle = alpha("#fff", 0.22);
      context.stroke();
    }
  }

  function face(context, body) {
    // Two dots that look where the shape flies to: the toy's only character.
    const { size } = body.look;
    if (body.look.emoji || size < 18) return;
    const speed = Math.hypot(body.velocity.x, body.velocity.y) || 1;
    const [dx, dy] = [(body.velocity.x / speed) * size * 0.12, (body.velocity.y / speed) * size * 0.12];
    context.fillStyle = "rgba(10,10,25,.8)";
    [-1, 1].forEach((side) => {
      context.beginPath();
      context.arc(body.position.x + side * size * 0.26 + dx, body.position.y + dy, Math.max(1.6, size * 0.09), 0, 7);
      context.fill();
    });
  }

  function obstacle(context, body, colours) {
    const heat = clamp(body.look.heat, 0, 1);
    context.fillStyle = Kit.blend(body.look.colour || colours.obstacles, "#fff", heat * 0.6);
    if (heat > 0.03) glow(context, body.position.x, body.position.y, 90, body.look.colour || colours.accent, heat * 0.7);
    if (body.look.round) {
      context.beginPath();
      context.arc(body.position.x, body.position.y, body.look.round, 0, 7);
    } else path(context, body.vertices);
    context.fill();
  }

  return {
    ripple(x, y, tint, strength) {
      if (ripples.length < 60) ripples.push({ x, y, tint, strength, life: 1 });
    },
    scene(view, bodies, obstacles, settings, colours, dt) {
      const { context, width, height } = view;
      const ground = context.createLinearGradient(0, 0, 0, height);
      ground.addColorStop(0, shade(colours.background, 0.05));
      ground.addColorStop(1, shade(colours.background, Kit.light(colours.background) > 0.4 ? -0.05 : -0.22));
      context.globalAlpha = settings.trails ? 0.16 : 1;
      context.fillStyle = ground;
      context.fillRect(0, 0, width, height);
      context.globalAlpha = 1;
      obstacles.forEach((body) => {
        obstacle(context, body, colours);
        body.look.heat *= Math.exp(-dt * 5);
      });
      bodies.forEach((body) => {
        shape(context, body, settings);
        face(context, body);
        body.look.heat *= Math.exp(-dt * 4);
      });
      for (let i = ripples.length - 1; i >= 0; i--) {
        const r = ripples[i];
        r.life -= dt * 1.8;
        if (r.life <= 0) { ripples.splice(i, 1); continue; }
        context.strokeStyle = alpha(r.tint, r.life * 0.6);
        context.lineWidth = 2.5 * r.life + 0.5;
        context.beginPath();
        context.arc(r.x, r.y, 12 + (1 - r.life) * (40 + r.strength * 60), 0, 7);
        context.stroke();
      }
    },
  };
})();
