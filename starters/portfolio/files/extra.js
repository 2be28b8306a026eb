// Skills as bars: data-level="80" on a list item of .skills.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  for (const skill of document.querySelectorAll("[data-level]")) {
    const level = Math.max(0, Math.min(100, parseFloat(skill.dataset.level) || 0));
    skill.style.setProperty("--level", `${level}%`);
    if (!skill.querySelector("small")) skill.insertAdjacentHTML("beforeend", `<small>${level}%</small>`);
  }
});
