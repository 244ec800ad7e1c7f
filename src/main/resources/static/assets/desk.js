// The desk's pages work without this file; with it documents zoom and turn, keys work, and fields follow the outcome.
(function () {
  'use strict';
  var root = document.documentElement;
  root.className += ' js';
  function all(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }

  // fields that belong to an outcome
  function follow() {
    var chosen = document.querySelector('input[name=outcome]:checked');
    all('[data-only]').forEach(function (part) {
      var on = chosen && part.getAttribute('data-only').split(' ').indexOf(chosen.value) >= 0;
      part.classList.toggle('is-on', Boolean(on));
    });
    all('.choice').forEach(function (choice) {
      var input = choice.querySelector('input[type=radio]');
      if (input) { choice.classList.toggle('choice--on', input.checked); }
    });
    var go = document.querySelector('[data-go]');
    if (go && chosen) { go.textContent = go.getAttribute('data-go') + chosen.getAttribute('data-label'); }
  }
  document.addEventListener('change', follow);
  follow();

  // the viewer: one document at a time, zoom and turn without touching the file
  var viewer = document.querySelector('[data-viewer]');
  var zooms = ['z50', 'z75', 'z100', 'z150', 'z200', 'z300'];
  var zoom = 2;
  var turn = 0;
  var picks = all('[data-pick]');
  var shown = 0;
  function show(index) {
    if (!picks.length) { return; }
    shown = (index + picks.length) % picks.length;
    picks.forEach(function (pick, i) {
      var on = i === shown;
      pick.parentNode.classList.toggle('on', on);
      if (on) { pick.setAttribute('aria-current', 'true'); } else { pick.removeAttribute('aria-current'); }
      var panel = document.getElementById(pick.getAttribute('data-pick'));
      if (panel) { panel.classList.toggle('is-on', on); }
    });
  }
  function resize(by) {
    zoom = Math.max(0, Math.min(zooms.length - 1, zoom + by));
    zooms.forEach(function (name, i) { viewer.classList.toggle(name, i === zoom); });
    var words = document.querySelector('[data-zoom]');
    if (words) { words.textContent = zooms[zoom].slice(1) + '%'; }
  }
  function rotate() {
    turn = (turn + 90) % 360;
    all('[data-viewer] .page-img').forEach(function (img) {
      img.className = 'page-img' + (turn ? ' r' + turn : '');
    });
  }
  picks.forEach(function (pick, i) { pick.addEventListener('click', function (e) { e.preventDefault(); show(i); }); });
  if (viewer) {
    show(0);
    resize(0);
    all('[data-act]').forEach(function (button) {
      button.addEventListener('click', function () {
        var act = button.getAttribute('data-act');
        if (act === 'in') { resize(1); } else if (act === 'out') { resize(-1); } else { rotate(); }
      });
    });
  }

  // single keys, unless switched off or typing
  function off() { try { return localStorage.getItem('xudai-keys') === 'off'; } catch (e) { return false; } }
  var keys = document.querySelector('[data-keys]');
  if (keys) {
    keys.addEventListener('click', function (e) {
      e.preventDefault();
      try { localStorage.setItem('xudai-keys', off() ? 'on' : 'off'); } catch (x) { /* private mode */ }
      label();
    });
    label();
  }
  function label() { keys.textContent = keys.getAttribute(off() ? 'data-on' : 'data-off'); }
  document.addEventListener('keydown', function (e) {
    if (!viewer || off() || e.ctrlKey || e.altKey || e.metaKey || /INPUT|TEXTAREA|SELECT/.test(e.target.tagName)) { return; }
    if (e.key === 'j') { show(shown + 1); }
    else if (e.key === 'k') { show(shown - 1); }
    else if (e.key === '+' || e.key === '=') { resize(1); }
    else if (e.key === '-') { resize(-1); }
    else if (e.key === 'r') { rotate(); }
    else if (e.key === '?') { var help = document.querySelector('.help'); if (help) { help.classList.toggle('is-on'); } }
    else if (/^[1-9]$/.test(e.key) && Number(e.key) <= picks.length) { show(Number(e.key) - 1); }
  });

  // copy a text
  all('[data-copy]').forEach(function (button) {
    button.addEventListener('click', function () {
      var text = document.getElementById(button.getAttribute('data-copy')).textContent;
      navigator.clipboard.writeText(text).then(function () { button.textContent = button.getAttribute('data-done'); });
    });
  });

  // typed opinions outlive a lost session
  var form = document.querySelector('form[data-keep]');
  if (form) {
    var key = 'xudai-draft-' + form.getAttribute('data-keep');
    var comment = form.querySelector('[name=comment]');
    try {
      if (comment && !comment.value && sessionStorage.getItem(key)) { comment.value = sessionStorage.getItem(key); }
      if (comment) { comment.addEventListener('input', function () { sessionStorage.setItem(key, comment.value); }); }
    } catch (e) { /* private mode */ }
  }
})();
