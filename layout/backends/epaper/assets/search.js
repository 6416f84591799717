"use strict";
// Search without a server: the words of each edition are a script, loaded when it is looked through, the newest first.
(function () {
  var PAGE = 30, AROUND = 28;
  var form = document.getElementById("search");
  var status = document.getElementById("status");
  var results = document.getElementById("results");
  var more = document.getElementById("more");
  var texts = {};
  var run = 0;

  // The scripts call this with an edition's articles.
  window.paibanTexts = function (path, articles) {
    texts[path] = articles.map(function (article) {
      var folded = [article.title, article.text].map(fold);
      return { file: article.file, title: article.title, pages: article.pages, text: article.text, folded: folded };
    });
  };

  // Letters small, full-width letters and digits as the others: a character stays one character.
  function fold(text) {
    return text.replace(/[\uff01-\uff5e]/g, function (one) {
      return String.fromCharCode(one.charCodeAt(0) - 0xfee0);
    }).replace(/[A-Z]/g, function (one) { return one.toLowerCase(); });
  }

  function load(path, done) {
    if (texts[path]) return done(true);
    var script = document.createElement("script");
    script.src = "pc/content/" + path + "/search.js";
    script.onload = function () { done(Boolean(texts[path])); };
    script.onerror = function () { done(false); };
    document.head.appendChild(script);
  }

  function found(article, words) {
    return words.every(function (word) {
      return article.folded.some(function (text) { return text.indexOf(word) >= 0; });
    });
  }

  // Text with the words marked; made of nodes, so that nothing in it can become markup.
  function marked(text, words) {
    var made = document.createDocumentFragment(), folded = fold(text), at = 0;
    while (at < text.length) {
      var next = text.length, length = 0;
      words.forEach(function (word) {
        var start = folded.indexOf(word, at);
        if (start >= 0 && (start < next || (start === next && word.length > length))) {
          next = start;
          length = word.length;
        }
      });
      made.appendChild(document.createTextNode(text.slice(at, next)));
      if (!length) break;
      var mark = document.createElement("mark");
      mark.textContent = text.slice(next, next + length);
      made.appendChild(mark);
      at = next + length;
    }
    return made;
  }

  function excerpt(article, words) {
    var at = words.map(function (word) { return article.folded[1].indexOf(word); })
      .filter(function (start) { return start >= 0; })[0];
    if (at === undefined) at = 0;
    var start = Math.max(0, at - AROUND), end = Math.min(article.text.length, at + 3 * AROUND);
    var text = article.text.slice(start, end).replace(/\n/g, "\u3000");
    return (start ? "…" : "") + text + (end < article.text.length ? "…" : "");
  }

  function show(edition, article, words) {
    var item = document.createElement("li"), title = document.createElement("h2"), link = document.createElement("a");
    link.href = "pc/content/" + edition.path + "/" + article.file;
    link.appendChild(marked(article.title, words));
    title.appendChild(link);
    var where = document.createElement("p"), text = document.createElement("p");
    where.className = "where";
    where.textContent = edition.name + " " + article.pages.join("、") + "版";
    text.appendChild(marked(excerpt(article, words), words));
    item.append(title, where, text);
    results.appendChild(item);
  }

  // Looks through editions from `at` on until a page of results is full.
  function look(own, words, editions, at, count) {
    var full = results.children.length + PAGE;
    (function next() {
      if (own !== run) return;
      if (at >= editions.length || results.children.length >= full) {
        more.hidden = at >= editions.length;
        more.onclick = function () { look(own, words, editions, at, count); };
        var rest = at < editions.length ? "，查到" + editions[at - 1].date : "";
        status.textContent = count ? "找到" + count + "篇" + rest : "没有找到" + rest;
        return;
      }
      var edition = editions[at++];
      load(edition.path, function (there) {
        if (own !== run) return;
        (there ? texts[edition.path] : []).forEach(function (article) {
          if (!found(article, words)) return;
          count += 1;
          show(edition, article, words);
        });
        next();
      });
    })();
  }

  function start() {
    var words = fold(form.q.value).split(/[\s\u3000]+/).filter(Boolean);
    var editions = (window.paibanEditions || []).filter(function (edition) {
      return (!form.since.value || edition.date >= form.since.value) &&
        (!form.until.value || edition.date <= form.until.value);
    }).reverse();
    results.textContent = "";
    more.hidden = true;
    status.textContent = words.length ? "正在查找…" : "";
    run += 1;
    if (words.length) look(run, words, editions, 0, 0);
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    try {
      history.replaceState(null, "", "?q=" + encodeURIComponent(form.q.value));
    } catch (error) { /* an address of the file system may be kept as it is */ }
    start();
  });
  var asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    form.q.value = asked;
    start();
  }
  form.q.focus();
})();
