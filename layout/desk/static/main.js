// The desk's page: which page, which story, which panel; everything else is in the modules.
import { desk } from "./desk.js";
import { showPage, refreshPage, fit, fitWidth, zoomBy } from "./sheet.js";
import { pick, step } from "./zones.js";
import { showPanel, refreshPanel, refreshStrip } from "./panel.js";
import { listen } from "./news.js";
import { startKeys } from "./keys.js";
import { undo, redo } from "./post.js";
import "./inplace.js";
import "./drag.js";

const acts = {
  undo, redo, fit, width: fitWidth,
  in: () => zoomBy(1.25),
  out: () => zoomBy(0.8),
  zones: (button) => toggle(button, "show-zones"),
  grid: (button) => toggle(button, "show-grid"),
  help: () => document.getElementById("help").showModal(),
};

function toggle(button, name) {
  const on = document.body.classList.toggle(name);
  button.setAttribute("aria-pressed", String(on));
}

desk.act = (name) => acts[name]?.(document.querySelector(`.bar [data-do="${name}"]`));

document.querySelector(".bar").addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (button) acts[button.dataset.do]?.(button);
});
document.querySelector(".foot").addEventListener("click", (event) => {
  const button = event.target.closest("[data-show]");
  if (button) desk.reveal(button.dataset.show);
});
desk.reveal = (name) => {
  document.body.dataset.shown = name;
  if (name === "view") fit();
};
document.getElementById("strip").addEventListener("click", (event) => {
  const link = event.target.closest("[data-page]");
  if (!link) return;
  event.preventDefault();
  openPage(link.dataset.page);
  desk.reveal("view");
});

async function openPage(name) {
  if (!desk.news.pages[name]) return;
  desk.zone = "";
  await showPage(name);
  history.replaceState(null, "", `#${name}`);
  markPage();
  refreshPanel();
}
desk.openPage = openPage;
desk.turn = (by) => {
  const names = Object.keys(desk.news.pages);
  openPage(names[(names.indexOf(desk.page) + by + names.length) % names.length]);
};

function markPage() {
  for (const link of document.querySelectorAll("#strip [data-page]")) {
    if (link.dataset.page === desk.page) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.querySelector("#strip [aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

async function take(news) {
  const before = desk.news;
  desk.news = news;
  for (const name of ["undo", "redo"]) {
    document.querySelector(`.bar [data-do="${name}"]`).disabled = !news[name];
  }
  const found = document.getElementById("found");
  found.textContent = news.error + news.warning || "";
  found.className = news.error ? "error" : "warning";
  const words = document.body.dataset;
  const made = news.settled ? news.took ? `${words.ready} · ${news.took} ms` : words.ready : words.making;
  document.getElementById("status").textContent = news.stale ? words.stale : made;
  document.body.classList.toggle("is-stale", news.stale);
  if (before.revision === news.revision) return;
  await refreshPage();
  if (!news.settled) return;
  await Promise.all([refreshStrip(), refreshPanel()]);
  markPage();
}

document.body.classList.add("show-zones");
desk.pick = pick;
desk.step = step;
desk.showPanel = showPanel;
desk.reveal("view");
startKeys();
const first = JSON.parse(document.body.dataset.news);
desk.news = first;
const wanted = decodeURIComponent(location.hash.slice(1));
const start = first.pages[wanted] ? wanted : Object.keys(first.pages)[0];
await take(first);
if (start) await openPage(start);
else await refreshPanel();
listen(take);
