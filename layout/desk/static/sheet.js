// The page itself: its drawing fetched, changed group by group, and zoomed.
import { desk, svg } from "./desk.js";
import { drawZones } from "./zones.js";

const view = document.getElementById("view");
const paper = document.getElementById("paper");
let sheet = null;
let scale = 1;
let fitted = "fit";

export async function showPage(name) {
  const data = await fetched(name, "");
  if (!data) return;
  desk.page = name;
  const before = sheet;
  sheet = svg("svg", { id: "sheet", viewBox: `0 0 ${data.width} ${data.height}`, role: "group" });
  sheet.setAttribute("aria-label", name);
  sheet.append(svg("defs", { id: "glyphs" }), svg("g", { id: "drawn" }), svg("g", { id: "columns" }), svg("g", { id: "zones" }));
  const another = !before || !desk.data || desk.data.page !== name;
  apply(data);
  if (before) before.replaceWith(sheet);
  else paper.append(sheet);
  if (another) {
    fit();
    view.scrollTo(0, 0);
  }
}

export async function refreshPage() {
  if (!desk.page || !desk.data || desk.news.pages[desk.page] === desk.data.digest) return;
  const data = await fetched(desk.page, desk.data.digest);
  if (!data || data.page !== desk.page) return;
  if (data.whole) {
    sheet.querySelector("#drawn").replaceChildren();
    sheet.querySelector("#glyphs").replaceChildren();
  }
  apply(data);
}

async function fetched(name, have) {
  const answer = await fetch(`/pages/${encodeURIComponent(name)}/drawing?have=${have}`);
  return answer.ok ? answer.json() : null;
}

// Groups whose digest is the same are left alone, so that nothing flashes and what is focused stays.
function apply(data) {
  const glyphs = sheet.querySelector("#glyphs");
  const outlines = Object.entries(data.glyphs).map(([id, path]) => `<path id="${id}" d="${path}"/>`);
  const more = svg("g");
  more.innerHTML = outlines.join("");
  glyphs.append(...more.childNodes);
  const drawn = sheet.querySelector("#drawn");
  const known = new Map([...drawn.children].map((group) => [group.id, group]));
  const groups = data.order.map((name) => {
    const changed = data.groups[name];
    if (!changed) return known.get(name);
    const group = svg("g", { id: name, "data-digest": changed[0] });
    group.innerHTML = changed[1];
    return group;
  });
  reorder(drawn, groups.filter(Boolean));
  desk.data = data;
  drawColumns(data);
  drawZones(sheet.querySelector("#zones"), data);
  view.dataset.digest = data.digest;
  view.dataset.page = data.page;
}

function reorder(parent, children) {
  const wanted = new Set(children);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  children.forEach((child, at) => {
    if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at] ?? null);
  });
}

function drawColumns({ grid }) {
  const height = grid.lines * grid.leading;
  const bars = Array.from({ length: grid.columns }, (_, at) =>
    svg("rect", { x: grid.left + at * (grid.measure + grid.gutter), y: grid.top, width: grid.measure, height }));
  const lines = Array.from({ length: Math.floor(grid.lines / 5) + 1 }, (_, at) => {
    const y = grid.top + at * 5 * grid.leading;
    const width = grid.columns * (grid.measure + grid.gutter) - grid.gutter;
    return svg("path", { d: `M${grid.left} ${y}h${width}` });
  });
  sheet.querySelector("#columns").replaceChildren(...bars, ...lines);
}

function setScale(wanted, at) {
  if (!sheet || !desk.data) return;
  const before = scale;
  scale = Math.min(8, Math.max(0.1, wanted));
  sheet.style.width = `${desk.data.width * scale}px`;
  sheet.style.height = `${desk.data.height * scale}px`;
  document.getElementById("scale").textContent = `${Math.round(scale * 75)}%`;
  const point = at ?? { x: view.clientWidth / 2, y: view.clientHeight / 2 };
  view.scrollLeft = (view.scrollLeft + point.x) * (scale / before) - point.x;
  view.scrollTop = (view.scrollTop + point.y) * (scale / before) - point.y;
}

export function zoomBy(factor, at) {
  fitted = "";
  setScale(scale * factor, at);
}

export function fit() {
  fitted = "fit";
  if (!desk.data) return;
  const across = (view.clientWidth - 24) / desk.data.width;
  setScale(Math.min(across, (view.clientHeight - 24) / desk.data.height));
}

export function fitWidth() {
  fitted = "width";
  if (desk.data) setScale((view.clientWidth - 24) / desk.data.width);
}

export function pointOf(event) {
  const box = sheet.getBoundingClientRect();
  return { x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale };
}

export function bring(x, y, width, height) {
  const seen = view.getBoundingClientRect();
  const box = sheet.getBoundingClientRect();
  const left = box.left - seen.left + x * scale, top = box.top - seen.top + y * scale;
  const inside = left >= 0 && top >= 0 && left + width * scale <= seen.width && top + height * scale <= seen.height;
  if (inside) return;
  view.scrollBy(left - (seen.width - width * scale) / 2, top - Math.max(12, (seen.height - height * scale) / 2));
}

view.addEventListener("wheel", (event) => {
  if (!event.ctrlKey) return;
  event.preventDefault();
  const seen = view.getBoundingClientRect();
  zoomBy(Math.exp(-event.deltaY / 300), { x: event.clientX - seen.left, y: event.clientY - seen.top });
}, { passive: false });
new ResizeObserver(() => {
  if (fitted === "fit") fit();
  else if (fitted === "width") fitWidth();
}).observe(view);
