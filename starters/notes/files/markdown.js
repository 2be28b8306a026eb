// Markdown to HTML, safely: everything is escaped first, links only to http, https and mailto.
"use strict";

window.markdown = function (source) {
  const escape = (words) => words.replace(/[&<>"']/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[c]);
  const inline = (words) => {
    const kept = [];
    const keep = (html) => `\u0000${kept.push(html) - 1}\u0000`;
    return escape(words)
      .replace(/`([^`]+)`/g, (_, code) => keep(`<code>${code}</code>`))
      .replace(/\[([^\]]+)\]\(((?:https?:|mailto:)[^)\s]+)\)/g, (_, label, to) => keep(`<a href="${to}" rel="noopener" target="_blank">${label}</a>`))
      .replace(/\*\*(.+?)\*\*/g, "<strong>$1</strong>").replace(/__(.+?)__/g, "<strong>$1</strong>")
      .replace(/\*(.+?)\*/g, "<em>$1</em>").replace(/(^|\s)_(.+?)_(?=\s|[.,;:!?]|$)/g, "$1<em>$2</em>").replace(/~~(.+?)~~/g, "<del>$1</del>").replace(/==(.+?)==/g, "<mark>$1</mark>")
      .replace(/\u0000(\d+)\u0000/g, (_, i) => kept[i]);
  };
  const lines = String(source).replace(/\r\n?/g, "\n").split("\n");
  const html = [];
  let boxes = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    let found;
    if (/^\s*$/.test(line)) continue;
    if (/^```/.test(line)) {
      const code = [];
      while (++i < lines.length && !/^```/.test(lines[i])) code.push(lines[i]);
      html.push(`<pre><code>${escape(code.join("\n"))}</code></pre>`);
    } else if ((found = line.match(/^(#{1,6})\s+(.*)/))) html.push(`<h${found[1].length}>${inline(found[2])}</h${found[1].length}>`);
    else if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) html.push("<hr>");
    else if (/^>\s?/.test(line)) {
      const quote = [];
      for (; i < lines.length && /^>\s?/.test(lines[i]); i++) quote.push(inline(lines[i].replace(/^>\s?/, "")));
      i--;
      html.push(`<blockquote>${quote.join("<br>")}</blockquote>`);
    } else if ((found = line.match(/^\s*([-*+]|\d+[.)])\s+/))) {
      const tag = /\d/.test(found[1]) ? "ol" : "ul", items = [];
      for (; i < lines.length && (found = lines[i].match(/^\s*(?:[-*+]|\d+[.)])\s+(.*)/)); i++) {
        const box = found[1].match(/^\[([ xX])\]\s+(.*)/);
        items.push(box ? `<li class="tick"><label><input type="checkbox" data-box="${boxes++}"${box[1] === " " ? "" : " checked"}> <span>${inline(box[2])}</span></label></li>` : `<li>${inline(found[1])}</li>`);
      }
      i--;
      html.push(`<${tag}>${items.join("")}</${tag}>`);
    } else if (/^\s*\|.*\|/.test(line)) {
      const rows = [];
      for (; i < lines.length && /^\s*\|.*\|/.test(lines[i]); i++) if (!/^[\s|:-]+$/.test(lines[i])) rows.push(lines[i].trim().replace(/^\||\|$/g, "").split("|").map((cell) => inline(cell.trim())));
      i--;
      html.push(`<table>${rows.map((row, k) => `<tr>${row.map((cell) => (k ? `<td>${cell}</td>` : `<th>${cell}</th>`)).join("")}</tr>`).join("")}</table>`);
    } else {
      const words = [];
      for (; i < lines.length && lines[i].trim() && !/^(#{1,6}\s|>|```|\s*([-*+]|\d+[.)])\s|\s*\|)/.test(lines[i]); i++) words.push(inline(lines[i]));
      if (!words.length) words.push(inline(lines[i]));
      else i--;
      html.push(`<p>${words.join("<br>")}</p>`);
    }
  }
  return html.join("");
};
