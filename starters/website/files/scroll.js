// <main data-scroll="#8ed8ff #000814">: the page's ground runs through the colours on the way down.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const told = document.querySelector("[data-scroll]")?.dataset.scroll || "";
  const colours = told.split(/[\s;|]+|,(?![^(]*\))/).map((word) => word.trim()).filter((word) => word && CSS.supports("color", word)).map(parts);
  if (colours.length < 2) return;

  function parts(colour) {
    const pen = document.createElement("canvas").getContext("2d");
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
  }

  function paint() {
    const page = document.documentElement;
    const down = Math.min(1, Math.max(0, scrollY / Math.max(1, page.scrollHeight - innerHeight)));
    const place = down * (colours.length - 1), i = Math.min(Math.floor(place), colours.length - 2), share = place - i;
    const mixed = colours[i].map((value, at) => Math.round(value + (colours[i + 1][at] - value) * share));
    const light = mixed[0] * 0.299 + mixed[1] * 0.587 + mixed[2] * 0.114 > 140;
    document.body.style.setProperty("--ground", `rgb(${mixed.join(" ")})`);
    document.body.classList.toggle("deep", !light);
    document.body.classList.toggle("pale", light);
  }

  document.body.classList.add("scrolls");
  addEventListener("scroll", paint, { passive: true });
  addEventListener("resize", paint);
  paint();
});
