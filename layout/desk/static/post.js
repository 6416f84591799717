// What changes the files without a form: boxes put elsewhere, steps taken back.
import { desk, say } from "./desk.js";

async function post(address, body) {
  try {
    const answer = await fetch(address, { method: "POST", headers: { "X-Paiban": "desk" }, body });
    const told = await answer.json();
    say(told.said, !answer.ok);
    return answer.ok;
  } catch {
    say(document.body.dataset.lost, true);
    return false;
  }
}

export const undo = () => post("/undo");
export const redo = () => post("/redo");

export async function move(zone, box, was, now) {
  if (was.every((number, at) => number === now[at])) return true;
  const { columns, lines } = desk.data.grid;
  const inside = now[0] >= 1 && now[1] >= 1 && now[0] + now[1] - 1 <= columns
    && now[2] >= 1 && now[3] >= 1 && now[2] + now[3] - 1 <= lines;
  return inside && post("/move", JSON.stringify({ page: desk.page, zone, box, was, now }));
}
