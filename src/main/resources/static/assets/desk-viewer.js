// The pages of a task. Without this file they lie below one another, issued beside received; with it one page is open at a
// time, both can be laid over one another, what was found is one key away, and zoom and place stay from view to view.
(function () {
  'use strict';
  function all(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }
  function one(selector, within) { return (within || document).querySelector(selector); }

  var viewer = one('[data-viewer]');
  var picks = all('[data-pick]');
  if (!viewer || !picks.length) { return; }

  var zooms = [50, 75, 100, 150, 200, 300];
  var zoom = 2;
  var turn = 0;
  var doc = 0;
  var page = 0;
  var mode = 'side';
  var other = false;
  var timer = null;
  var current = null;
  var motion = !(window.matchMedia && window.matchMedia('(prefers-reduced-motion: reduce)').matches);

  function panel(index) { return document.getElementById(picks[index].getAttribute('data-pick')); }
  function pages(index) { return all('[data-page]', panel(index)); }
  function leaf() { return pages(doc)[page] || null; }
  function visible(element) { return Boolean(element) && element.getClientRects().length > 0; }
  function panes() { return leaf() ? all('.pane', leaf()).filter(visible) : []; }

  // ---- where one looks, as shares of the page: kept from zoom to zoom and from view to view
  function place() {
    var pane = panes()[panes().length - 1];
    return pane ? [(pane.scrollLeft + pane.clientWidth / 2) / pane.scrollWidth, pane.scrollTop / pane.scrollHeight] : [0.5, 0];
  }
  function look(at) { panes().forEach(function (pane) { move(pane, at); }); }
  function move(pane, at) {
    pane.scrollLeft = at[0] * pane.scrollWidth - pane.clientWidth / 2;
    pane.scrollTop = at[1] * pane.scrollHeight;
  }
  var led = null;
  viewer.addEventListener('scroll', function (e) {
    if (!e.target.classList.contains('pane')) { return; }
    if (e.target === led) { led = null; return; }
    var at = [(e.target.scrollLeft + e.target.clientWidth / 2) / e.target.scrollWidth, e.target.scrollTop / e.target.scrollHeight];
    panes().forEach(function (pane) { if (pane !== e.target) { led = pane; move(pane, at); } });
  }, true);

  // ---- which view a page can have: only one that was laid straight lies over the issued one
  function able(name) {
    var now = leaf();
    return Boolean(now) && !now.classList.contains('pair--one')
      && (name === 'side' || name === 'photo' || now.classList.contains('pair--laid'));
  }
  function shown() { return able(mode) ? mode : 'side'; }
  function lay() {
    var sheet = one('[data-laid]', leaf());
    if (one('.under', sheet)) { return; }
    var under = one('.pair-issued img', leaf()).cloneNode(false);
    under.className = 'under';
    under.alt = '';
    under.loading = 'eager';
    sheet.insertBefore(under, one('.boxes', sheet));
    var border = document.createElement('span');
    border.className = 'border';
    sheet.appendChild(border);
    drag(border, sheet);
  }
  function frame(at) {
    var now = shown();
    viewer.className = 'viewer z' + zooms[zoom] + ' m-' + now + (turn ? ' turned r' + turn : '') + (other ? ' is-other' : '');
    one('[data-zoom]').textContent = zooms[zoom] + '%';
    one('[data-modes]').hidden = !able('side');
    all('[data-mode]').forEach(function (button) {
      button.setAttribute('aria-pressed', String(button.getAttribute('data-mode') === now));
      button.disabled = !able(button.getAttribute('data-mode'));
    });
    all('[data-for]').forEach(function (part) { part.hidden = part.getAttribute('data-for') !== now; });
    if (now === 'flicker' || now === 'slide') { lay(); }
    if (now !== 'flicker') { alternate(false); }
    var label = one('[data-now]');
    label.textContent = label.getAttribute(other ? 'data-issued' : 'data-received');
    if (at) { look(at); }
  }
  function view(name) {
    var at = place();
    mode = name;
    other = false;
    frame(at);
  }

  // ---- flicker: by hand, or by itself where motion is welcome
  function swap() { other = !other; frame(); }
  function alternate(on) {
    window.clearInterval(timer);
    timer = on ? window.setInterval(swap, 700) : null;
    one('[data-auto]').setAttribute('aria-pressed', String(Boolean(timer)));
  }
  one('[data-other]').addEventListener('click', function () { alternate(false); swap(); });
  one('[data-auto]').addEventListener('click', function () { alternate(!timer); });
  function flicker() {
    if (shown() === 'flicker') { alternate(false); swap(); return; }
    view('flicker');
    if (shown() === 'flicker') { alternate(motion); }
  }

  // ---- slide: the border between issued and received is moved by a range, or by hand on the page itself
  var curtain = one('[data-curtain]');
  function cut() { viewer.style.setProperty('--cut', curtain.value + '%'); }
  curtain.addEventListener('input', cut);
  cut();
  function drag(border, sheet) {
    var held = false;
    border.addEventListener('pointerdown', function (e) {
      e.preventDefault();
      held = true;
      border.setPointerCapture(e.pointerId);
    });
    border.addEventListener('pointermove', function (e) {
      if (!held) { return; }
      var box = sheet.getBoundingClientRect();
      curtain.value = Math.round((e.clientX - box.left) / box.width * 100);
      cut();
    });
    ['pointerup', 'pointercancel'].forEach(function (end) { border.addEventListener(end, function () { held = false; }); });
  }
  function slide() {
    view('slide');
    if (shown() === 'slide') { curtain.focus(); }
  }

  // ---- one document, one page
  function open(index, at) {
    var where = place();
    doc = (index + picks.length) % picks.length;
    page = Math.max(0, Math.min(at, pages(doc).length - 1));
    other = false;
    picks.forEach(function (pick, i) {
      var on = i === doc;
      pick.parentNode.classList.toggle('on', on);
      if (on) { pick.setAttribute('aria-current', 'true'); } else { pick.removeAttribute('aria-current'); }
      panel(i).classList.toggle('is-on', on);
    });
    all('[data-of]').forEach(function (part) {
      part.classList.toggle('is-on', part.getAttribute('data-of') === picks[doc].getAttribute('data-pick'));
    });
    pages(doc).forEach(function (one, i) { one.classList.toggle('is-on', i === page); });
    one('[data-title]').textContent = leaf() ? leaf().getAttribute('data-title') : panel(doc).getAttribute('aria-label');
    frame([where[0], 0]);
    ahead();
  }
  function step(by) {
    var next = page + by;
    if (next >= pages(doc).length) { open(doc + 1, 0); }
    else if (next < 0) { open(doc - 1, 999); }
    else { open(doc, next); }
    first();
  }
  // the next page is there before it is asked for
  function ahead() {
    var next = pages(doc)[page + 1] || pages((doc + 1) % picks.length)[0];
    if (next) { all('.pair-issued img, .pair-received img', next).forEach(function (picture) { picture.loading = 'eager'; }); }
  }

  // ---- what was found and its box: each leads to the other
  function list(index) { return all('[data-of="' + picks[index].getAttribute('data-pick') + '"] [data-finding]'); }
  function boxes() { return current && leaf() ? all('[data-box="' + current.getAttribute('data-finding') + '"]', leaf()) : []; }
  function point(finding) {
    current = finding;
    all('.finding--on').forEach(function (was) { was.classList.remove('finding--on'); });
    all('.boxes .is-on').forEach(function (was) { was.classList.remove('is-on'); });
    if (finding) { finding.classList.add('finding--on'); }
    boxes().forEach(function (box) { box.classList.add('is-on'); });
    crop();
  }
  function go(finding) {
    open(doc, Number(finding.getAttribute('data-at')) - 1);
    point(finding);
    if (boxes().length && !boxes().some(visible)) {
      view(shown() !== 'photo' && boxes().some(function (box) { return box.closest('.pair-photo'); }) ? 'photo' : 'side');
    }
    var seen = boxes().filter(visible);
    var box = seen[seen.length - 1];
    if (box) {
      box.scrollIntoView({ block: 'center', inline: 'center' });
      if (box.focus) { box.focus({ preventScroll: true }); }
    }
  }
  // what is shown of a page that was just opened
  function first() {
    point(list(doc).filter(function (finding) {
      return Number(finding.getAttribute('data-at')) - 1 === page && leaf() && one('[data-box="' + finding.getAttribute('data-finding') + '"]', leaf());
    })[0] || null);
  }
  function hop(by) {
    var here = list(doc);
    var next = here[(current ? here.indexOf(current) : by > 0 ? -1 : here.length) + by];
    for (var away = 1; !next && away <= picks.length; away++) {
      var index = (doc + by * away + picks.length * 2) % picks.length;
      var there = list(index);
      if (there.length) { open(index, 0); next = there[by > 0 ? 0 : there.length - 1]; }
    }
    if (next) { go(next); }
  }

  // ---- the place of a finding enlarged, issued and received
  var strip = one('[data-crops]');
  function crop() {
    var now = leaf();
    var box = now && now.classList.contains('pair--laid') ? one('.pair-received [data-box="' + (current ? current.getAttribute('data-finding') : '') + '"] rect', now) : null;
    strip.hidden = !box;
    if (!box) { return; }
    all('canvas', strip).forEach(function (canvas) {
      var picture = one('.pair-' + canvas.getAttribute('data-crop') + ' img.page-img', now);
      function draw() { if (current && visible(canvas)) { paint(canvas, picture, box); } }
      if (picture.complete && picture.naturalWidth) { draw(); } else { picture.addEventListener('load', draw, { once: true }); }
    });
  }
  function paint(canvas, picture, box) {
    function number(name) { return Number(box.getAttribute(name)); }
    var sheet = box.ownerSVGElement.viewBox.baseVal;
    var wide = canvas.clientWidth;
    var w = Math.max(number('width') * 1.1, 150);
    var h = Math.max(number('height') * 1.4, 26);
    var high = Math.max(44, Math.min(140, wide * h / w));
    w = Math.max(w, h * wide / high);
    var left = number('x') + number('width') / 2 - w / 2;
    var top = number('y') + number('height') / 2 - w * high / wide / 2;
    var scale = window.devicePixelRatio || 1;
    canvas.width = wide * scale;
    canvas.height = high * scale;
    canvas.style.height = high + 'px';
    var pen = canvas.getContext('2d');
    var dots = picture.naturalWidth / sheet.width;
    pen.setTransform(wide * scale / w, 0, 0, wide * scale / w, 0, 0);
    pen.translate(-left, -top);
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(picture, 0, 0, sheet.width, picture.naturalHeight / dots);
    if (canvas.getAttribute('data-crop') === 'received') {
      pen.strokeStyle = getComputedStyle(box).stroke;
      pen.lineWidth = w / wide * 2;
      pen.strokeRect(number('x'), number('y'), number('width'), number('height'));
    }
  }
  window.addEventListener('resize', crop);

  // ---- buttons, links and keys
  var acts = {
    'in': function () { var at = place(); zoom = Math.min(zooms.length - 1, zoom + 1); frame(at); },
    out: function () { var at = place(); zoom = Math.max(0, zoom - 1); frame(at); },
    turn: function () {
      turn = (turn + 90) % 360;
      if (turn && leaf() && leaf().classList.contains('pair--laid')) { mode = 'photo'; }
      frame();
    },
    back: function () { step(-1); },
    forth: function () { step(1); }
  };
  var views = { side: function () { view('side'); }, photo: function () { view('photo'); }, flicker: flicker, slide: slide };
  picks.forEach(function (pick, i) { pick.addEventListener('click', function (e) { e.preventDefault(); open(i, 0); first(); }); });
  all('[data-act]').forEach(function (button) { button.addEventListener('click', acts[button.getAttribute('data-act')]); });
  all('[data-mode]').forEach(function (button) { button.addEventListener('click', views[button.getAttribute('data-mode')]); });
  all('[data-finding]').forEach(function (finding) { finding.addEventListener('click', function (e) { e.preventDefault(); go(finding); }); });
  all('a[data-box]').forEach(function (box) {
    box.addEventListener('click', function (e) {
      e.preventDefault();
      var finding = document.getElementById(box.getAttribute('href').slice(1));
      point(finding);
      finding.focus();
    });
  });

  function off() { try { return localStorage.getItem('xudai-keys') === 'off'; } catch (e) { return false; } }
  function typing(element) { return /TEXTAREA|SELECT/.test(element.tagName) || (element.tagName === 'INPUT' && element.type !== 'range'); }
  var keys = {
    j: acts.forth, k: acts.back, '+': acts['in'], '=': acts['in'], '-': acts.out, r: acts.turn,
    n: function () { hop(1); }, p: function () { hop(-1); }, f: flicker, s: slide, b: views.side, o: views.photo,
    '?': function () { one('[data-help]').classList.toggle('is-big'); }
  };
  document.addEventListener('keydown', function (e) {
    if (off() || e.ctrlKey || e.altKey || e.metaKey || typing(e.target)) { return; }
    if (Object.prototype.hasOwnProperty.call(keys, e.key)) { keys[e.key](); }
    else if (/^[1-9]$/.test(e.key) && Number(e.key) <= picks.length) { open(Number(e.key) - 1, 0); first(); }
  });

  // first what has a place on a page, else what somebody has to look at
  var placed = picks.map(function (pick, i) {
    return list(i).filter(function (finding) { return finding.getAttribute('href').indexOf('#box-') === 0; })[0];
  });
  var start = placed.findIndex(Boolean);
  var asks = picks.findIndex(function (pick) { return Boolean(pick.querySelector('.mk-ask')); });
  open(Math.max(0, start < 0 ? asks : start), start < 0 ? 0 : Number(placed[start].getAttribute('data-at')) - 1);
  first();
})();
