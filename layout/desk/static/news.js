// The stream of news, taken one after another; a lost desk is said and waited for.
import { say } from "./desk.js";

export function listen(take) {
  const stream = new EventSource("/news");
  let last = Promise.resolve();
  let next = null;
  stream.addEventListener("message", (event) => {
    next = JSON.parse(event.data);
    last = last.then(async () => {
      if (!next) return;
      const news = next;
      next = null;
      await take(news);
    });
  });
  stream.addEventListener("error", () => say(document.body.dataset.lost, true));
  stream.addEventListener("open", () => document.getElementById("status").classList.remove("wrong"));
}
