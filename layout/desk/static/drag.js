// Boxes dragged and resized, by whole columns and lines.
import { desk, svg } from "./desk.js";
import { pointOf } from "./sheet.js";
import { move } from "./post.js";
import { pick } from "./zones.js";

const paper = document.getElementById("paper");
const NEAR = 4;
let held = null;

function snapped(side, from, to, box, grid) {
  const across = Math.round((to.x - from.x) / (grid.measure + grid.gutter));
  const down = Math.round((to.y - from.y) / grid.leading);
  let [column, columns, line, lines] = box;
  const within = (value, least, most) => Math.max(least, Math.min(most, value));
  if (!side) {
    column = within(column + across, 1, grid.columns - columns + 1);
    line = within(line + down, 1, grid.lines - lines + 1);
  }
  if (side.includes("e")) columns = within(columns + across, 1, grid.columns - column + 1);
  if (side.includes("s")) lines = within(lines + down, 1, grid.lines - line + 1);
  if (side.includes("w")) {
    const moved = within(across, 1 - column, columns - 1);
    [column, columns] = [column + moved, columns - moved];
  }
  if (side.includes("n")) {
    const moved = within(down, 1 - line, lines - 1);
    [line, lines] = [line + moved, lines - moved];
  }
  return [column, columns, line, lines];
}

export function rectOf([column, columns, line, lines], grid) {
  return {
    x: grid.left + (column - 1) * (grid.measure + grid.gutter),
    y: grid.top + (line - 1) * grid.leading,
    width: columns * (grid.measure + grid.gutter) - grid.gutter,
    height: lines * grid.leading,
  };
}

paper.addEventListener("pointerdown", (event) => {
  const target = event.target.closest?.(".handle, .zone.picked");
  if (!target || event.button || event.pointerType === "touch" && !target.matches(".handle")) return;
  const zone = desk.data.zones.find((one) => one.name === target.dataset.zone);
  const number = Number(target.dataset.box);
  held = { zone, number, side: target.dataset.side ?? "", from: pointOf(event), box: zone.places[number][4],
    screen: [event.clientX, event.clientY], ghost: null };
  paper.setPointerCapture(event.pointerId);
});
paper.addEventListener("pointermove", (event) => {
  if (!held) return;
  const far = Math.hypot(event.clientX - held.screen[0], event.clientY - held.screen[1]);
  if (!held.ghost && far < NEAR) return;
  held.ghost ??= document.getElementById("zones").appendChild(svg("rect", { class: "ghost" }));
  held.now = snapped(held.side, held.from, pointOf(event), held.box, desk.data.grid);
  const rect = rectOf(held.now, desk.data.grid);
  for (const [name, value] of Object.entries(rect)) held.ghost.setAttribute(name, value);
});
paper.addEventListener("pointerup", () => {
  const done = held;
  drop();
  if (done?.now) move(done.zone.name, done.number, done.box, done.now);
  else if (done) {
    pick(done.zone.name, done.number);
  }
});
paper.addEventListener("pointercancel", drop);
desk.letGo = drop;

function drop() {
  held?.ghost?.remove();
  held = null;
}
