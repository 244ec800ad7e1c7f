// The desk's pages work without this file; with it fields follow the choice, drafts outlive a reload, and sessions go on.
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
    if (e.key === 'Escape' && menu) { menu.removeAttribute('open'); menu.querySelector('summary').focus(); }
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
