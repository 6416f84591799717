// Everything the desk does, by keys.
import { desk } from "./desk.js";
import { move } from "./post.js";
import { picked } from "./zones.js";

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const PLAIN = {
  "[": () => desk.turn(-1), "]": () => desk.turn(1), PageUp: () => desk.turn(-1), PageDown: () => desk.turn(1),
  j: () => desk.step(1), k: () => desk.step(-1),
  1: () => desk.showPanel("findings"), 2: () => desk.showPanel("orders"), 3: () => desk.showPanel("story"),
  4: () => desk.showPanel("galley"), 5: () => desk.showPanel("compare"),
  "+": () => desk.act("in"), "=": () => desk.act("in"), "-": () => desk.act("out"),
  0: () => desk.act("fit"), 9: () => desk.act("width"), z: () => desk.act("zones"), g: () => desk.act("grid"),
  "?": () => desk.act("help"), e: () => desk.openPicked(),
};

function shift(event) {
  const found = picked();
  if (!found || !(event.altKey || event.shiftKey)) return false;
  const [across, down] = STEPS[event.key];
  const was = found.zone.places[found.box][4];
  const now = event.shiftKey
    ? [was[0], was[1] + across, was[2], was[3] + down]
    : [was[0] + across, was[1], was[2] + down, was[3]];
  move(found.zone.name, found.box, was, now);
  return true;
}

function enter(event) {
  if (event.target.matches?.(".zone")) {
    const { zone, box } = event.target.dataset;
    if (zone === desk.zone) desk.openPicked();
    else desk.pick(zone, box);
    return true;
  }
  if (event.target.closest("button, a, summary")) return false;
  desk.openPicked();
  return true;
}

function handled(event) {
  const typing = event.target.matches?.("textarea, input");
  const form = event.target.closest?.(".field");
  const command = event.ctrlKey || event.metaKey;
  if (command && event.key === "Enter" && form) return form.requestSubmit(), true;
  if (event.key === "Escape") return escape(event, form);
  if (typing) return false;
  if (command && event.key.toLowerCase() === "z") return desk.act(event.shiftKey ? "redo" : "undo"), true;
  if (command) return false;
  if (STEPS[event.key]) return shift(event);
  if (event.altKey) return false;
  if (event.key === "Enter") return enter(event);
  const act = PLAIN[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  act?.();
  return Boolean(act);
}

function escape(event, form) {
  desk.letGo();
  if (form?.closest("#inplace")) form.querySelector("[data-do=cancel]").click();
  else if (form) document.getElementById("view").focus();
  else desk.pick("");
  return false;
}

export function startKeys() {
  document.addEventListener("keydown", (event) => {
    if (document.getElementById("help").open) return;
    if (handled(event)) event.preventDefault();
  });
}
