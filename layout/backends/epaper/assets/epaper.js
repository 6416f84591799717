"use strict";
// What the pages do beyond links: zones that follow the picture's size, highlights, keys, the editions before and after.
(function () {
  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  // An image map's coordinates are pixels of the picture as it is shown.
  function scaleZones(picture) {
    var areas = document.querySelectorAll("#PagePicMap area");
    var drawn = Array.prototype.map.call(areas, function (area) {
      return area.coords.split(",").map(Number);
    });
    var full = Number(picture.getAttribute("width"));
    function follow() {
      var scale = picture.clientWidth / full;
      if (!scale) return;
      Array.prototype.forEach.call(areas, function (area, at) {
        area.coords = drawn[at].map(function (value) { return Math.round(value * scale); }).join(",");
      });
    }
    follow();
    if (window.ResizeObserver) new ResizeObserver(follow).observe(picture);
    else window.addEventListener("resize", follow);
  }

  // A zone and its title in the list light up together.
  function highlight() {
    function mark(name, on) {
      each("[data-zone]", function (element) {
        if (element.dataset.zone === name) element.classList.toggle("lit", on);
      });
    }
    each("area[data-zone], #titleList a[data-zone]", function (element) {
      var name = element.dataset.zone;
      ["mouseenter", "focus"].forEach(function (event) {
        element.addEventListener(event, function () { mark(name, true); });
      });
      ["mouseleave", "blur"].forEach(function (event) {
        element.addEventListener(event, function () { mark(name, false); });
      });
    });
  }

  function zoom(picture) {
    var button = document.getElementById("zoom");
    var page = document.getElementById("page");
    button.hidden = false;
    button.addEventListener("click", function () {
      var large = page.classList.toggle("large");
      button.setAttribute("aria-pressed", String(large));
      button.textContent = large ? "缩小" : "放大";
      if (large) page.setAttribute("tabindex", "0");
      else page.removeAttribute("tabindex");
      each("#page source", function (source) { source.sizes = large ? "2160px" : "(min-width: 64rem) 40rem, 100vw"; });
    });
  }

  // Left and right turn pages and articles, unless somebody is writing or scrolling.
  function keys() {
    document.addEventListener("keydown", function (event) {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
      if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.closest("[tabindex='0']")) return;
      var wanted = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
      var link = wanted && document.querySelector("main a[rel~='" + wanted + "']");
      if (link) location.href = link.href;
    });
  }

  // Pages of an edition stay as they were made; which editions are beside it, the site knows.
  function neighbours(place) {
    var editions = window.paibanEditions || [];
    var at = editions.findIndex(function (edition) { return edition.path === place.dataset.path; });
    if (at < 0) return;
    [["上一期", editions[at - 1]], ["下一期", editions[at + 1]]].forEach(function (one) {
      if (!one[1]) return;
      var link = document.createElement("a");
      link.href = "../../../../" + one[1].first;
      link.textContent = one[0];
      link.title = one[1].name;
      place.appendChild(link);
      place.appendChild(document.createTextNode(" "));
    });
  }

  var picture = document.getElementById("PagePic");
  if (picture) {
    scaleZones(picture);
    zoom(picture);
  }
  highlight();
  keys();
  each(".issues", neighbours);
})();
