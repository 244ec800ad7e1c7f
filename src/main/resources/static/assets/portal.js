// The borrower's pages work without this file; with it they save as typed, show progress and come back by themselves.
(function () {
  'use strict';
  var root = document.documentElement;
  root.className += ' js';
  function meta(name) {
    var found = document.querySelector('meta[name="' + name + '"]');
    return found ? found.getAttribute('content') : null;
  }
  function remember(key, value) { try { localStorage.setItem(key, value); } catch (e) { /* private mode */ } }
  function remembered(key) { try { return localStorage.getItem(key) || ''; } catch (e) { return ''; } }

  // text size
  function size(value) {
    if (value) { root.setAttribute('data-text', value); } else { root.removeAttribute('data-text'); }
    document.querySelectorAll('[data-size]').forEach(function (button) {
      button.setAttribute('aria-pressed', String(button.getAttribute('data-size') === value));
    });
  }
  size(remembered('xudai-text'));
  document.querySelectorAll('[data-size]').forEach(function (button) {
    button.addEventListener('click', function () {
      remember('xudai-text', button.getAttribute('data-size'));
      size(button.getAttribute('data-size'));
    });
  });

  // an error summary takes the focus
  var summary = document.querySelector('[data-focus]');
  if (summary) { summary.focus(); }

  // answers are saved as typed
  document.querySelectorAll('form[data-save]').forEach(function (form) {
    var note = document.querySelector('[data-saved]');
    var timer = null;
    var delay = 600;
    function save() {
      fetch(form.getAttribute('data-save'), {
        method: 'POST', credentials: 'same-origin', body: new URLSearchParams(new FormData(form)),
        headers: { 'X-CSRF-TOKEN': meta('csrf') }
      }).then(function (answer) {
        if (!answer.ok) { throw new Error(String(answer.status)); }
        delay = 600;
        if (note) { note.textContent = note.getAttribute('data-saved'); }
      }).catch(function () {
        delay = Math.min(delay * 2, 30000);
        if (note) { note.textContent = note.getAttribute('data-offline'); }
        timer = setTimeout(save, delay);
      });
    }
    form.addEventListener('input', function () { clearTimeout(timer); timer = setTimeout(save, 600); });
  });

  // uploads show how far they are and try again
  document.querySelectorAll('form[data-upload]').forEach(function (form) {
    var box = document.querySelector('[data-progress]');
    form.querySelectorAll('input[type=file]').forEach(function (input) {
      input.addEventListener('change', function () { if (input.files.length) { send(input.files, 1); } });
    });
    function mb(bytes) { return (bytes / 1048576).toFixed(1); }
    function send(files, attempt) {
      var data = new FormData();
      Array.prototype.forEach.call(files, function (file) { data.append('file', file, file.name); });
      data.append('_csrf', meta('csrf'));
      var request = new XMLHttpRequest();
      box.hidden = false;
      var words = box.querySelector('[data-words]');
      var bar = box.querySelector('progress');
      words.textContent = words.getAttribute('data-sending');
      request.upload.addEventListener('progress', function (e) {
        if (e.lengthComputable) {
          bar.max = e.total; bar.value = e.loaded;
          words.textContent = words.getAttribute('data-sending') + ' ' + mb(e.loaded) + ' / ' + mb(e.total) + ' MB';
        }
      });
      request.addEventListener('load', function () {
        if (request.status >= 500 && attempt < 6) { again(); return; }
        if (request.status === 413) { words.textContent = words.getAttribute('data-large'); return; }
        location.reload();
      });
      request.addEventListener('error', again);
      function again() {
        words.textContent = words.getAttribute('data-retry');
        if (attempt < 8) { setTimeout(function () { send(files, attempt + 1); }, 1000 * Math.pow(2, attempt)); }
      }
      request.open('POST', form.getAttribute('action'));
      request.setRequestHeader('X-CSRF-TOKEN', meta('csrf'));
      request.send(data);
    }
  });

  // a verdict is on its way: look again
  if (document.querySelector('[data-pending]')) {
    setTimeout(function () { location.reload(); }, 1500);
  }

  // two minutes before the session ends
  var seconds = Number(meta('session-seconds'));
  var warning = document.querySelector('[data-timeout]');
  if (seconds > 150 && warning) {
    setTimeout(function () { warning.hidden = false; warning.focus(); }, (seconds - 120) * 1000);
    warning.querySelector('button').addEventListener('click', function () { location.reload(); });
  }
})();
