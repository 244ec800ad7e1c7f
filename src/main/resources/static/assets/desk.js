// The desk's pages work without this file; with it documents zoom and turn, keys work, and fields follow the choice.
(function () {
  'use strict';
  function all(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }
  function one(selector) { return document.querySelector(selector); }

  // ---- what has to be mended gets the focus
  var focus = one('[data-focus]');
  if (focus) { focus.focus(); }

  // ---- fields that belong to a choice
  function follow() {
    var chosen = one('input[name=outcome]:checked');
    all('[data-only]').forEach(function (part) {
      part.classList.toggle('is-on', Boolean(chosen) && part.getAttribute('data-only').split(' ').indexOf(chosen.value) >= 0);
    });
    all('[data-opens]').forEach(function (box) {
      var part = document.getElementById(box.getAttribute('data-opens'));
      if (part) { part.classList.toggle('is-on', box.checked); }
    });
    all('.choice').forEach(function (choice) {
      var input = choice.querySelector('input');
      choice.classList.toggle('choice--on', Boolean(input) && input.checked);
    });
    var go = one('[data-go]');
    if (go && chosen) { go.textContent = go.getAttribute('data-go') + chosen.getAttribute('data-label'); }
  }
  document.addEventListener('change', follow);
  follow();

  // ---- the viewer: one page at a time, zoom and turn without touching the file
  var viewer = one('[data-viewer]');
  var picks = all('[data-pick]');
  var zooms = [50, 75, 100, 150, 200, 300];
  var zoom = 2;
  var turn = 0;
  var doc = 0;
  var page = 0;

  function panel(index) { return document.getElementById(picks[index].getAttribute('data-pick')); }
  function pages(index) { return all('[data-page]', panel(index)); }

  function show() {
    picks.forEach(function (pick, i) {
      var on = i === doc;
      pick.parentNode.classList.toggle('on', on);
      if (on) { pick.setAttribute('aria-current', 'true'); } else { pick.removeAttribute('aria-current'); }
      panel(i).classList.toggle('is-on', on);
    });
    all('[data-of]').forEach(function (part) {
      part.classList.toggle('is-on', part.getAttribute('data-of') === picks[doc].getAttribute('data-pick'));
    });
    var leaves = pages(doc);
    leaves.forEach(function (leaf, i) { leaf.classList.toggle('is-on', i === page); });
    var title = one('[data-title]');
    var leaf = leaves[page];
    if (title) { title.textContent = leaf ? leaf.getAttribute('data-title') : panel(doc).getAttribute('aria-label'); }
  }
  function open(index, at) {
    doc = (index + picks.length) % picks.length;
    page = Math.max(0, Math.min(at, pages(doc).length - 1));
    show();
  }
  function step(by) {
    var next = page + by;
    if (next >= pages(doc).length) { open(doc + 1, 0); }
    else if (next < 0) { open(doc - 1, 999); }
    else { open(doc, next); }
  }
  function frame() {
    viewer.className = 'viewer z' + zooms[zoom] + (turn ? ' turned r' + turn : '') + (beside ? '' : ' alone');
    one('[data-zoom]').textContent = zooms[zoom] + '%';
  }
  var beside = true;
  var acts = {
    'in': function () { zoom = Math.min(zooms.length - 1, zoom + 1); frame(); },
    out: function () { zoom = Math.max(0, zoom - 1); frame(); },
    turn: function () { turn = (turn + 90) % 360; frame(); },
    back: function () { step(-1); },
    forth: function () { step(1); },
    beside: function () { beside = !beside; one('[data-act=beside]').setAttribute('aria-pressed', String(beside)); frame(); }
  };
  if (viewer && picks.length) {
    picks.forEach(function (pick, i) { pick.addEventListener('click', function (e) { e.preventDefault(); open(i, 0); }); });
    all('[data-act]').forEach(function (button) { button.addEventListener('click', acts[button.getAttribute('data-act')]); });
    all('[data-finding]').forEach(function (finding) {
      finding.addEventListener('click', function (e) {
        e.preventDefault();
        open(doc, Number(finding.getAttribute('data-at') || page + 1) - 1);
        all('.finding--on').forEach(function (other) { other.classList.remove('finding--on'); });
        finding.classList.add('finding--on');
      });
    });
    var looked = picks.map(function (pick) { return Boolean(pick.querySelector('.mk-ask')); }).indexOf(true);
    open(Math.max(0, looked), 0);
    frame();
  }

  // ---- single keys: may be switched off, and never while typing
  function off() { try { return localStorage.getItem('xudai-keys') === 'off'; } catch (e) { return false; } }
  function label() {
    all('[data-keys]').forEach(function (button) { button.textContent = button.getAttribute(off() ? 'data-on' : 'data-off'); });
  }
  all('[data-keys]').forEach(function (button) {
    button.addEventListener('click', function () {
      try { localStorage.setItem('xudai-keys', off() ? 'on' : 'off'); } catch (e) { /* private mode: for this page only */ }
      label();
    });
  });
  label();
  document.addEventListener('keydown', function (e) {
    var menu = one('.d-me[open]');
    if (e.key === 'Escape' && menu) { menu.removeAttribute('open'); menu.querySelector('summary').focus(); return; }
    if (!viewer || !picks.length || off() || e.ctrlKey || e.altKey || e.metaKey || /INPUT|TEXTAREA|SELECT/.test(e.target.tagName)) { return; }
    var keys = { j: acts.forth, k: acts.back, '+': acts['in'], '=': acts['in'], '-': acts.out, r: acts.turn };
    if (keys[e.key]) { keys[e.key](); }
    else if (e.key === '?') { one('[data-help]').classList.toggle('is-big'); }
    else if (/^[1-9]$/.test(e.key) && Number(e.key) <= picks.length) { open(Number(e.key) - 1, 0); }
  });
  document.addEventListener('click', function (e) {
    var menu = one('.d-me[open]');
    if (menu && !menu.contains(e.target)) { menu.removeAttribute('open'); }
  });

  // ---- copy a text; show a password
  all('[data-copy]').forEach(function (button) {
    button.addEventListener('click', function () {
      var source = document.getElementById(button.getAttribute('data-copy'));
      function done() { button.textContent = button.getAttribute('data-done'); }
      function choose() { window.getSelection().selectAllChildren(source); }
      if (navigator.clipboard) { navigator.clipboard.writeText(source.textContent).then(done, choose); } else { choose(); }
    });
  });
  all('[data-reveal]').forEach(function (button) {
    button.addEventListener('click', function () {
      var field = document.getElementById(button.getAttribute('data-reveal'));
      var hidden = field.type === 'password';
      field.type = hidden ? 'text' : 'password';
      button.textContent = button.getAttribute(hidden ? 'data-hide' : 'data-show');
    });
  });

  // ---- an upload says that it is under way; it is sent once
  all('form').forEach(function (form) {
    form.addEventListener('submit', function () {
      all('button[data-busy]', form).forEach(function (button) {
        button.textContent = button.getAttribute('data-busy');
        window.setTimeout(function () { button.disabled = true; }, 0);
      });
    });
  });

  // ---- how far an import is
  var progress = one('#progress[data-running]');
  function look() {
    fetch(location.href, { credentials: 'same-origin' }).then(function (answer) { return answer.ok ? answer.text() : ''; }).then(function (text) {
      var fresh = new DOMParser().parseFromString(text, 'text/html').getElementById('progress');
      var old = document.getElementById('progress');
      if (fresh && old) { old.parentNode.replaceChild(document.importNode(fresh, true), old); }
      if (!fresh || fresh.hasAttribute('data-running')) { window.setTimeout(look, 1500); }
    }, function () { window.setTimeout(look, 5000); });
  }
  if (progress) { window.setTimeout(look, 1000); }

  // ---- what is typed in a decision outlives the tab's reload; it is forgotten once it was sent on
  var form = one('form[data-keep]');
  if (form) {
    var key = 'xudai-draft-' + form.getAttribute('data-keep');
    try {
      var draft = JSON.parse(sessionStorage.getItem(key) || '{}');
      all('textarea', form).forEach(function (area) {
        if (draft[area.name] && !area.value) { area.value = draft[area.name]; }
        area.addEventListener('input', function () {
          draft[area.name] = area.value;
          sessionStorage.setItem(key, JSON.stringify(draft));
        });
      });
    } catch (e) { /* private mode */ }
  }

  all('form[action$="/desk/sign-out"]').forEach(function (out) {
    out.addEventListener('submit', function () { try { sessionStorage.clear(); } catch (e) { /* private mode */ } });
  });

  // ---- two minutes before the session ends: say so, and let it go on
  var seconds = one('meta[name=session-seconds]');
  var stay = one('[data-stay]');
  var warning;
  function arm() {
    window.clearTimeout(warning);
    warning = window.setTimeout(function () { stay.hidden = false; stay.querySelector('button').focus(); }, Math.max(0, Number(seconds.content) - 120) * 1000);
  }
  if (seconds && stay) {
    arm();
    stay.querySelector('[data-stay-button]').addEventListener('click', function () {
      fetch('/desk/stay', { method: 'POST', credentials: 'same-origin', headers: { 'X-CSRF-TOKEN': one('meta[name=csrf]').content } })
        .then(function (answer) { if (answer.ok) { stay.hidden = true; arm(); } });
    });
  }
})();
