// Words edited where they stand: a double click on the page opens the field of what is there.
import { desk } from "./desk.js";
import { pick, picked } from "./zones.js";
import { mark, refreshPanel } from "./panel.js";

const place = document.getElementById("inplace");
const view = document.getElementById("view");

// The part whose letters are nearest to a point: glyphs are thin, so that their boxes are asked.
function partAt(event, story) {
  let best = null;
  for (const part of document.querySelectorAll("#drawn [data-part]")) {
    if (!part.dataset.part.startsWith(`${story}/`)) continue;
    for (const run of part.children) {
      const box = run.getBoundingClientRect();
      const dx = Math.max(box.left - event.clientX, 0, event.clientX - box.right);
      const dy = Math.max(box.top - event.clientY, 0, event.clientY - box.bottom);
      const far = Math.hypot(dx, dy) + (run.localName === "rect" ? 0.5 : 0);
      if (!best || far < best.far) best = { far, part, box };
    }
  }
  return best && best.far < 24 ? best : null;
}

document.getElementById("paper").addEventListener("dblclick", (event) => {
  const zone = document.elementsFromPoint(event.clientX, event.clientY).find((one) => one.matches?.(".zone"));
  if (!zone?.dataset.story) return;
  const found = partAt(event, zone.dataset.story);
  if (found) openAt(zone.dataset.zone, found);
});

export async function openAt(zone, { part, box }) {
  const name = part.dataset.part.split("/").pop();
  const address = `/part/${encodeURIComponent(desk.page)}/${encodeURIComponent(zone)}/${encodeURIComponent(name)}`;
  const answer = await fetch(address);
  if (!answer.ok) return;
  place.innerHTML = await answer.text();
  place.hidden = false;
  htmx.process(place);
  const seen = view.getBoundingClientRect();
  const width = Math.min(Math.max(box.width, 320), seen.width - 16);
  place.style.width = `${width}px`;
  const left = Math.min(Math.max(box.left - seen.left, 8), seen.width - width - 8);
  place.style.left = `${left + view.scrollLeft}px`;
  place.style.top = `${Math.max(box.top - seen.top - 24, 8) + view.scrollTop}px`;
  const text = place.querySelector("textarea");
  text.focus();
  pick(zone);
}

// The field of the picked story's headline, for keys.
export function openPicked() {
  const found = picked();
  if (!found) return;
  const part = document.querySelector(`#drawn [data-part="${CSS.escape(found.zone.story)}/headline-0"]`)
    ?? document.querySelector(`#drawn [data-part^="${CSS.escape(found.zone.story)}/"]`);
  if (part) openAt(found.zone.name, { part, box: part.getBoundingClientRect() });
}
desk.openPicked = openPicked;

export function close() {
  place.hidden = true;
  place.replaceChildren();
  view.focus();
}
desk.closeInplace = close;

place.addEventListener("click", (event) => {
  if (event.target.closest("[data-do=cancel], [data-do=theirs]")) close();
});
document.addEventListener("htmx:after:swap", () => {
  if (place.querySelector(".saved")) {
    close();
    refreshPanel();
  } else if (place.querySelector(".field")) {
    mark(place.querySelector(".field"));
  }
});
