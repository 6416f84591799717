// What can be picked on the page: drawn over it, picked by pointer and by keys.
import { desk, svg } from "./desk.js";
import { bring } from "./sheet.js";
import { refreshPanel, showPanel } from "./panel.js";

export function drawZones(layer, data) {
  const drawn = new Map([...layer.querySelectorAll(".zone")].map((one) => [one.dataset.key, one]));
  const rects = data.zones.flatMap((zone) => zone.places.map((place, number) => {
    const key = `${zone.name}:${number}`;
    const rect = drawn.get(key) ?? svg("rect", { tabindex: "0", role: "button" });
    const [x, y, width, height, box] = place;
    for (const [name, value] of Object.entries({ x, y, width, height })) rect.setAttribute(name, value);
    rect.setAttribute("class", `zone ${zone.kind}`);
    rect.setAttribute("aria-label", `${zone.title} ${box.join(" ")}`);
    Object.assign(rect.dataset, { key, zone: zone.name, box: number, story: zone.story });
    return rect;
  }));
  const mark = layer.querySelector("#mark") ?? svg("rect", { id: "mark", class: "mark" });
  layer.replaceChildren(...rects, mark);
  showPicked();
}

export function picked() {
  const zone = desk.data?.zones.find((one) => one.name === desk.zone);
  if (!zone) return null;
  return { zone, box: Math.min(desk.box ?? 0, zone.places.length - 1) };
}

function showPicked() {
  document.querySelectorAll("#zones .handle").forEach((one) => one.remove());
  for (const rect of document.querySelectorAll("#zones .zone")) {
    const on = rect.dataset.zone === desk.zone;
    rect.classList.toggle("picked", on);
    rect.setAttribute("aria-pressed", String(on));
    if (on) addHandles(rect);
  }
}

function addHandles(rect) {
  const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => Number(rect.getAttribute(name)));
  const size = 9;
  const corners = { e: [x + width, y + height / 2], s: [x + width / 2, y + height], se: [x + width, y + height],
    w: [x, y + height / 2], n: [x + width / 2, y] };
  for (const [side, [cx, cy]] of Object.entries(corners)) {
    const handle = svg("rect", { class: `handle ${side}`, x: cx - size / 2, y: cy - size / 2, width: size, height: size });
    Object.assign(handle.dataset, { zone: rect.dataset.zone, box: rect.dataset.box, side });
    rect.parentNode.append(handle);
  }
}

export function pick(name, box = 0) {
  desk.zone = name;
  desk.box = Number(box);
  showPicked();
  const found = picked();
  if (found) bring(...found.zone.places[found.box].slice(0, 4));
  if (["story", "galley"].includes(desk.panel)) refreshPanel();
}

// The next or the previous story of the page.
export function step(by) {
  const stories = (desk.data?.zones ?? []).filter((zone) => zone.kind === "story");
  if (!stories.length) return;
  const at = stories.findIndex((zone) => zone.name === desk.zone);
  pick(stories[at < 0 ? 0 : (at + by + stories.length) % stories.length].name);
}

export async function findStory(page, story, rect) {
  if (page && page !== desk.page) await desk.openPage(page);
  const zone = desk.data?.zones.find((one) => one.kind === "story" && one.story === story);
  if (zone) pick(zone.name);
  const mark = document.getElementById("mark");
  const numbers = rect ? rect.split(" ").map(Number) : null;
  mark.classList.toggle("on", Boolean(numbers));
  if (!numbers) return;
  ["x", "y", "width", "height"].forEach((name, at) => mark.setAttribute(name, numbers[at]));
  bring(...numbers);
}

document.getElementById("paper").addEventListener("click", (event) => {
  const zone = event.target.closest?.(".zone");
  if (zone) {
    pick(zone.dataset.zone, zone.dataset.box);
    if (desk.panel !== "galley") showPanel("story");
  }
});
