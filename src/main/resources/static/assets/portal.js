// The borrower's pages work without this file; with it they save as typed, show progress and come back by themselves.
// Written for Chromium 80.
(function () {
  'use strict';
  var root = document.documentElement;
  root.className += ' js';
  function one(selector) { return document.querySelector(selector); }
  function each(selector, act) { Array.prototype.forEach.call(document.querySelectorAll(selector), act); }
  function meta(name) {
    var found = one('meta[name="' + name + '"]');
    return found ? found.getAttribute('content') : null;
  }
  function keep(key, value) {
    try {
      if (value === null) { sessionStorage.removeItem(key); } else { sessionStorage.setItem(key, value); }
    } catch (e) { /* private mode */ }
  }
  function kept(key) { try { return sessionStorage.getItem(key); } catch (e) { return null; } }
  function post(address, body) {
    return fetch(address, {
      method: 'POST', credentials: 'same-origin', body: body, redirect: 'manual',
      headers: { 'X-CSRF-TOKEN': meta('csrf') }
    }).then(function (answer) {
      if (!answer.ok) { throw new Error(String(answer.status)); }
      stillHere();
      return answer;
    });
  }

  // two minutes before the session ends; every answer of the server puts it off
  var warning = one('[data-timeout]');
  var seconds = Number(meta('session-seconds'));
  var warnTimer = null;
  var endTimer = null;
  function stillHere() {
    if (!warning || seconds <= 0) { return; }
    clearTimeout(warnTimer);
    clearTimeout(endTimer);
    warning.hidden = true;
    warnTimer = setTimeout(function () {
      warning.hidden = false;
      warning.querySelector('[role=alert]').focus();
    }, Math.max(0, seconds - 120) * 1000);
    endTimer = setTimeout(function () { location.assign('/i?ended'); }, (seconds + 1) * 1000);
  }
  if (warning) {
    warning.querySelector('button').addEventListener('click', function () {
      post('/my/stay').catch(function () { location.reload(); });
    });
    stillHere();
  }

  // text size without leaving the page
  each('[data-size]', function (link) {
    link.addEventListener('click', function (event) {
      event.preventDefault();
      var value = link.getAttribute('data-size');
      document.cookie = 'XDTEXT=' + value + ';path=/;max-age=31536000;SameSite=Lax'
        + (location.protocol === 'https:' ? ';Secure' : '');
      if (value === 'normal') { root.removeAttribute('data-text'); } else { root.setAttribute('data-text', value); }
      each('[data-size]', function (other) {
        if (other === link) { other.setAttribute('aria-current', 'true'); } else { other.removeAttribute('aria-current'); }
      });
    });
  });

  // what went wrong takes the focus
  var first = one('[data-focus]');
  if (first) { first.focus(); }

  // a code pasted with its message, typed in full width or filled in by the phone
  var code = one('[data-code]');
  if (code) {
    code.addEventListener('input', function () {
      var plain = code.value.replace(/[\uff10-\uff19]/g, function (c) { return String.fromCharCode(c.charCodeAt(0) - 0xfee0); });
      var six = /(?:^|\D)(\d{6})(?!\d)/.exec(plain);
      if (six && code.value !== six[1]) { code.value = six[1]; }
    });
    if (!first) { code.focus(); }
  }
  each('[data-wait]', function (button) {
    var words = button.textContent;
    var left = Number(button.getAttribute('data-wait'));
    function tick() {
      button.disabled = left > 0;
      button.textContent = left > 0 ? button.getAttribute('data-wait-words').replace('#', String(left)) : words;
      if (left-- > 0) { setTimeout(tick, 1000); }
    }
    tick();
  });

  // an act is done once, however often the button is pressed
  each('form[data-once]', function (form) {
    var sent = false;
    form.addEventListener('submit', function (event) {
      if (sent) { event.preventDefault(); }
      sent = true;
    });
  });
  window.addEventListener('pageshow', function (event) { if (event.persisted) { location.reload(); } });

  // a signature: drawn with a finger, kept in this browser until it is sent, whatever way the phone is turned
  each('form[data-sign]', function (form) {
    var pad = form.querySelector('[data-pad]');
    var pen = pad.getContext && pad.getContext('2d');
    var drawing = form.querySelector('[data-draw]');
    var typing = form.querySelector('[data-type]');
    var word = form.querySelector('[data-drawn]');
    var place = 'xudai-signature ' + form.getAttribute('data-key');
    var strokes = [];
    var stroke = null;
    try { strokes = JSON.parse(kept(place) || '[]'); } catch (e) { strokes = []; }
    function mode() {
      var drawn = form.elements.mode.value === 'DRAWN';
      drawing.hidden = !drawn;
      typing.hidden = drawn;
      if (drawn) { paint(); }
    }
    function line(points) {
      var w = pad.clientWidth;
      pen.beginPath();
      pen.moveTo(points[0][0] * w, points[0][1] * w);
      for (var i = 1; i < points.length - 1; i++) {
        pen.quadraticCurveTo(points[i][0] * w, points[i][1] * w,
          (points[i][0] + points[i + 1][0]) / 2 * w, (points[i][1] + points[i + 1][1]) / 2 * w);
      }
      var last = points[points.length - 1];
      pen.lineTo(last[0] * w, last[1] * w + (points.length === 1 ? 0.5 : 0));
      pen.stroke();
    }
    function paint() {
      var scale = window.devicePixelRatio || 1;
      if (!pad.clientWidth) { return; }
      pad.width = pad.clientWidth * scale;
      pad.height = pad.clientHeight * scale;
      pen.setTransform(scale, 0, 0, scale, 0, 0);
      pen.lineWidth = 3;
      pen.lineCap = 'round';
      pen.lineJoin = 'round';
      pen.strokeStyle = '#1d2b4f';
      strokes.forEach(line);
      word.textContent = strokes.length ? word.getAttribute('data-yes') : word.getAttribute('data-no');
      word.classList.toggle('saved--none', !strokes.length);
    }
    function point(event) {
      var box = pad.getBoundingClientRect();
      return [Math.round((event.clientX - box.left) / box.width * 10000) / 10000,
        Math.round((event.clientY - box.top) / box.width * 10000) / 10000];
    }
    if (pen && window.PointerEvent) {
      pad.addEventListener('pointerdown', function (event) {
        event.preventDefault();
        if (pad.setPointerCapture) { pad.setPointerCapture(event.pointerId); }
        stroke = [point(event)];
        strokes.push(stroke);
        paint();
      });
      pad.addEventListener('pointermove', function (event) {
        if (!stroke) { return; }
        stroke.push(point(event));
        paint();
      });
      ['pointerup', 'pointercancel'].forEach(function (name) {
        pad.addEventListener(name, function () {
          if (stroke) { keep(place, JSON.stringify(strokes)); }
          stroke = null;
        });
      });
      form.querySelector('[data-clear]').addEventListener('click', function () {
        strokes = [];
        keep(place, null);
        paint();
      });
      window.addEventListener('resize', paint);
      form.addEventListener('change', mode);
      form.addEventListener('submit', function () { form.elements.strokes.value = JSON.stringify(strokes); });
      form.querySelector('[name=mode][value=DRAWN]').checked = kept(place + ' typed') === null;
      each('form[data-sign] .choice', function (choice) {
        choice.classList.toggle('choice--on', choice.querySelector('input').checked);
      });
      form.addEventListener('change', function (event) {
        if (event.target.name === 'mode') { keep(place + ' typed', event.target.value === 'TYPED' ? 'yes' : null); }
      });
      mode();
    }
    var name = form.elements.name;
    name.value = kept(place + ' name') || name.value;
    name.addEventListener('input', function () { keep(place + ' name', name.value); });
    var digits = form.querySelector('[data-digits]');
    digits.addEventListener('input', function () {
      var plain = digits.value.replace(/[\uff10-\uff19]/g, function (c) { return String.fromCharCode(c.charCodeAt(0) - 0xfee0); });
      var six = /(?:^|\D)(\d{6})(?!\d)/.exec(plain);
      if (six && digits.value !== six[1]) { digits.value = six[1]; }
    });
    // the code is sent without leaving the page
    var ask = one('form[data-ask-code]');
    var button = one('[data-ask]');
    var said = one('[data-said]');
    ask.addEventListener('submit', function (event) {
      event.preventDefault();
      fetch(ask.getAttribute('data-ask-code'), {
        method: 'POST', credentials: 'same-origin', headers: { 'X-CSRF-TOKEN': meta('csrf'), 'X-Stay': '1' }
      }).then(function (answer) {
        if (!answer.ok) { throw new Error(String(answer.status)); }
        stillHere();
        return answer.json();
      }).then(function (answer) {
        if (answer.state === 'ANSWERS_MISSING' || answer.state === 'VERSION_REPLACED') { location.reload(); return; }
        said.textContent = answer.text;
        if (answer.state === 'SENT' || answer.state === 'CODE_TOO_SOON') { wait(60); digits.focus(); }
      }).catch(function () { ask.submit(); });
    });
    function wait(left) {
      var words = button.getAttribute('data-words') || button.textContent;
      button.setAttribute('data-words', words);
      (function tick() {
        button.disabled = left > 0;
        button.textContent = left > 0 ? button.getAttribute('data-wait-words').replace('#', String(left)) : words;
        if (left-- > 0) { setTimeout(tick, 1000); }
      })();
    }
  });

  // choices
  each('.choices', function (box) {
    box.addEventListener('change', function () {
      Array.prototype.forEach.call(box.querySelectorAll('.choice'), function (choice) {
        choice.classList.toggle('choice--on', choice.querySelector('input').checked);
      });
    });
  });

  // answers are saved as typed; what the network did not take stays in this browser until it does
  each('form[data-save]', function (form) {
    var note = one('[data-saved]');
    var words = note ? note.querySelector('[data-words]') : null;
    var place = 'xudai-draft ' + form.getAttribute('data-save');
    var timer = null;
    var delay = 600;
    function say(text, bad) {
      if (words) { words.textContent = text; note.classList.toggle('saved--bad', bad); }
    }
    function save() {
      clearTimeout(timer);
      var body = new URLSearchParams(new FormData(form));
      body.delete('_csrf');
      keep(place, body.toString());
      post(form.getAttribute('data-save'), body).then(function (answer) { return answer.json(); }).then(function (capitals) {
        delay = 600;
        keep(place, null);
        var now = new Date();
        say(('0' + now.getHours()).slice(-2) + ':' + ('0' + now.getMinutes()).slice(-2) + ' ' + note.getAttribute('data-saved'), false);
        Object.keys(capitals).forEach(function (name) {
          var echo = one('[data-echo="' + name + '"]');
          if (echo) {
            echo.textContent = capitals[name];
            echo.parentNode.classList.toggle('echo--none', !capitals[name]);
          }
        });
      }).catch(function () {
        delay = Math.min(delay * 2, 30000);
        say(note.getAttribute('data-offline'), true);
        timer = setTimeout(save, delay);
      });
    }
    var draft = kept(place);
    if (draft) {
      new URLSearchParams(draft).forEach(function (value, name) {
        var field = form.elements[name];
        if (field && 'value' in field) { field.value = value; }
      });
      save();
    }
    form.addEventListener('input', function () { clearTimeout(timer); timer = setTimeout(save, 600); });
    form.addEventListener('change', save);
    window.addEventListener('online', function () { if (kept(place)) { save(); } });
    // with no network the page stays, so that nothing typed is lost
    form.addEventListener('submit', function (event) {
      if (navigator.onLine === false) { event.preventDefault(); save(); } else { keep(place, null); }
    });
  });

  // uploads show how far they are and try again; the same place on the server takes them only once
  each('form[data-upload]', function (form) {
    var most = 20 * 1048576;
    var bar = one('.bar');
    var box = one('[data-progress]');
    if (!box) { return; }
    var words = box.querySelector('[data-words]');
    var meter = box.querySelector('progress');
    var more = one('[data-again]');
    var opened = 'xudai-camera ' + form.getAttribute('data-code');
    var waiting = null;
    var timer = null;
    function say(name) { return words.getAttribute('data-' + name); }
    function mb(bytes) { return (bytes / 1048576).toFixed(1); }
    function show(text) { box.hidden = false; words.textContent = text; }
    function idle(text) {
      bar.classList.remove('is-busy');
      meter.hidden = true;
      show(text);
    }
    var lost = one('[data-lost]');
    if (lost && kept(opened) === form.elements.slot.value) { lost.hidden = false; }
    keep(opened, null);
    each('[data-file]', function (input) {
      input.addEventListener('click', function () { if (input.hasAttribute('capture')) { keep(opened, form.elements.slot.value); } });
      input.addEventListener('change', function () {
        keep(opened, null);
        var files = Array.prototype.slice.call(input.files);
        if (!files.length) { return; }
        if (files.some(function (file) { return file.size > most; })) { input.value = ''; idle(say('large')); return; }
        if (files.some(function (file) { return file.size === 0; })) { input.value = ''; idle(say('empty')); return; }
        send(files, 1);
      });
    });
    function progress(files, loaded) {
      var before = 0;
      var nth = 0;
      while (nth < files.length - 1 && loaded > before + files[nth].size) { before += files[nth].size; nth++; }
      var done = Math.max(0, Math.min(loaded - before, files[nth].size));
      var which = files.length > 1 ? say('nth').replace('#', String(nth + 1)).replace('#', String(files.length)) : '';
      return say('sending') + which + ' ' + mb(done) + ' / ' + mb(files[nth].size) + ' MB';
    }
    function send(files, attempt) {
      clearTimeout(timer);
      waiting = null;
      more.hidden = true;
      meter.hidden = false;
      meter.value = 0;
      bar.classList.add('is-busy');
      show(progress(files, 0));
      var data = new FormData();
      ['slot', 'keep', 'at'].forEach(function (name) {
        if (form.elements[name]) { data.append(name, form.elements[name].value); }
      });
      Array.prototype.forEach.call(form.querySelectorAll('[name=kept]'), function (input) { data.append('kept', input.value); });
      files.forEach(function (file) { data.append('file', file, file.name); });
      var request = new XMLHttpRequest();
      request.upload.addEventListener('progress', function (event) {
        if (!event.lengthComputable) { return; }
        meter.max = event.total;
        meter.value = event.loaded;
        show(event.loaded >= event.total ? say('checking') : progress(files, event.loaded));
      });
      request.addEventListener('load', function () {
        if (request.status >= 500) { again(); return; }
        if (request.status === 413) { idle(say('large')); return; }
        if (request.status === 429) { later(Number(request.getResponseHeader('Retry-After')) || 60); return; }
        location.replace(request.status < 400 && request.responseURL ? request.responseURL : location.pathname);
      });
      request.addEventListener('error', again);
      request.addEventListener('timeout', again);
      // the server says when it takes uploads again; until then the files stay here
      function later(seconds) {
        idle(say('busy').replace('#', String(Math.ceil(seconds / 60))));
        more.hidden = false;
        waiting = function () { send(files, 1); };
        timer = setTimeout(waiting, seconds * 1000);
      }
      function again() {
        show(say(attempt < 6 ? 'retry' : 'stuck'));
        more.hidden = attempt < 3;
        waiting = function () { send(files, attempt + 1); };
        timer = setTimeout(waiting, Math.min(60000, 1000 * Math.pow(2, attempt)));
      }
      request.open('POST', form.getAttribute('action'));
      request.timeout = 300000;
      request.setRequestHeader('X-CSRF-TOKEN', meta('csrf'));
      request.send(data);
      stillHere();
    }
    function now() { if (waiting) { waiting(); } }
    more.addEventListener('click', now);
    window.addEventListener('online', now);
  });

  // a verdict is on its way: look again, less often as time goes by
  var pending = one('[data-pending]');
  if (pending) {
    var tries = Number(kept('xudai-looks') || 0);
    keep('xudai-looks', String(tries + 1));
    setTimeout(function () { location.reload(); }, Math.min(30, Number(pending.getAttribute('data-pending')) * (1 + tries / 4)) * 1000);
  } else {
    keep('xudai-looks', null);
  }
})();
