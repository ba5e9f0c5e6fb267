// Enhancement only; every page works without it. A walk through statements by keys, rows opened for print, a way back.
(function () {
  'use strict';
  var at = -1;
  function steps() { return Array.prototype.slice.call(document.querySelectorAll('#reader [id^="s"].an')); }
  function go(step) {
    var all = steps();
    if (!all.length) return;
    var old = document.querySelector('.now');
    if (old) { old.classList.remove('now'); old.removeAttribute('tabindex'); }
    at = Math.max(0, Math.min(all.length - 1, at + step));
    var here = all[at], folded = here.closest('details');
    if (folded) folded.open = true;
    here.classList.add('now');
    here.setAttribute('tabindex', '-1');
    here.focus({ preventScroll: true });
    here.scrollIntoView({ block: 'center' });
  }
  function question() {
    var here = document.querySelector('.now');
    if (!here) return;
    var note = document.querySelector('#n' + here.id.slice(1));
    var link = note && note.closest('li').querySelector('a[href^="/points/"]');
    if (link) location.href = link.href;
  }
  document.addEventListener('keydown', function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key === '/') { event.preventDefault(); document.getElementById('find').focus(); }
    if (!document.getElementById('reader')) return;
    if (event.key === 'j') go(1);
    if (event.key === 'k') go(-1);
    if (event.key === 'q') question();
  });
  addEventListener('beforeprint', function () {
    document.querySelectorAll('details').forEach(function (d) { if (!d.classList.contains('furn')) d.open = true; });
  });
  function arrive() {
    var here = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var folded = here && here.closest('details');
    if (folded && !folded.open) { folded.open = true; here.scrollIntoView({ block: 'center' }); }
  }
  addEventListener('hashchange', arrive);
  arrive();
})();
