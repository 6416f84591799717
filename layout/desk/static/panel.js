// The panel beside the page: findings, copyfit, the story's fields. What is being typed is never taken away.
import { desk } from "./desk.js";
import { findStory, pick } from "./zones.js";
import { move } from "./post.js";

const panel = document.getElementById("panel");
let scope = "page";

function address() {
  const page = encodeURIComponent(desk.page || "-");
  if (desk.panel === "orders") return `/orders/${page}`;
  if (desk.panel === "story") return `/story/${page}/${encodeURIComponent(desk.zone || "-")}`;
  if (desk.panel === "galley") return `/galley/${page}/${encodeURIComponent(desk.zone || "-")}`;
  if (desk.panel === "compare") return `/compare/${page}`;
  return `/findings/${scope === "all" ? "-" : page}`;
}

let shown = "";
export async function refreshPanel() {
  const wanted = address();
  // Another story's fields are not morphed out of these: what stands in a text area would stay.
  const swap = wanted === shown ? "innerMorph" : "innerHTML";
  if (swap === "innerHTML" && panel.querySelector(".dirty, .conflict") && !confirmLoss()) return;
  shown = wanted;
  await htmx.ajax("GET", wanted, { target: "#panel", swap });
}

// Unsaved fields are put aside under their story, and come back when it is shown again.
const aside = new Map();
function confirmLoss() {
  for (const form of panel.querySelectorAll(".dirty, .conflict")) aside.set(keyOf(form), form.elements.text.value);
  return true;
}
const keyOf = (form) => `${form.elements.file.value} ${form.elements.way.value}`;

export function showPanel(name) {
  desk.panel = name;
  for (const tab of document.querySelectorAll("[data-panel]")) {
    const on = tab.dataset.panel === name;
    tab.setAttribute("aria-selected", String(on));
    if (on) panel.setAttribute("aria-labelledby", tab.id);
  }
  return refreshPanel();
}

export async function refreshStrip() {
  await htmx.ajax("GET", "/strip", { target: "#strip", swap: "innerMorph" });
}

export function mark(form) {
  const dirty = form.elements.text.value !== form.elements.text.defaultValue;
  form.classList.toggle("dirty", dirty);
  form.toggleAttribute("hx-morph-skip", dirty || form.classList.contains("conflict"));
}

document.querySelector(".tabs").addEventListener("click", (event) => {
  const tab = event.target.closest("[data-panel]");
  if (tab) showPanel(tab.dataset.panel);
});
panel.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.scope) {
    scope = button.dataset.scope;
    refreshPanel();
  } else if (button.dataset.zone) {
    pick(button.dataset.zone);
    showPanel("story");
  } else if (button.closest(".findings")) {
    findStory(button.dataset.page, button.dataset.story, button.dataset.rect);
    if (matchMedia("(max-width: 760px)").matches) desk.reveal("view");
  }
});
panel.addEventListener("submit", (event) => {
  const form = event.target.closest(".numbers");
  if (!form) return;
  event.preventDefault();
  const now = ["column", "columns", "line", "lines"].map((name) => Number(form.elements[name].value));
  move(form.dataset.zone, Number(form.dataset.box), JSON.parse(form.dataset.was), now);
});
document.addEventListener("input", (event) => {
  const form = event.target.closest?.(".field");
  if (form) mark(form);
});
document.addEventListener("click", (event) => {
  const button = event.target.closest?.(".field [data-do]");
  if (!button) return;
  const form = button.closest(".field");
  const text = form.elements.text;
  if (button.dataset.do === "theirs") {
    const was = JSON.parse(form.elements.was.value);
    text.value = was === null ? "" : Array.isArray(was) ? was.join("\n") : was;
    text.defaultValue = text.value;
  } else {
    text.value = text.defaultValue;
  }
  form.classList.remove("conflict");
  mark(form);
  if (!form.closest("#inplace")) refreshPanel();
});
document.addEventListener("htmx:after:swap", () => {
  for (const form of panel.querySelectorAll(".field")) {
    const kept = aside.get(keyOf(form));
    if (kept === undefined) continue;
    aside.delete(keyOf(form));
    form.elements.text.value = kept;
    mark(form);
  }
});
addEventListener("beforeunload", (event) => {
  if (aside.size || document.querySelector(".field.dirty")) event.preventDefault();
});
