// Enhancement only: a way back after following a number to its words; rows open for print; open all rows at once.
(function () {
  var from = null, back = null;
  document.addEventListener('click', function (event) {
    var link = event.target.closest && event.target.closest('a[href^="#"]');
    if (!link || link === back || link.closest('#reader') || link.closest('nav')) return;
    from = scrollY;
    if (!back) {
      back = document.createElement('a');
      back.className = 'back';
      back.href = '#';
      back.textContent = '\u21a9 back to where you were';
      document.body.appendChild(back);
      back.addEventListener('click', function (e) { e.preventDefault(); scrollTo(0, from); back.hidden = true; });
    }
    back.hidden = false;
  });
  addEventListener('beforeprint', function () {
    document.querySelectorAll('details').forEach(function (d) { d.open = true; });
  });
  var table = document.querySelector('.qs');
  if (!table) return;
  var line = document.createElement('p'), button = document.createElement('button');
  line.className = 'u-show';
  button.type = 'button';
  button.textContent = 'Open all rows';
  button.setAttribute('aria-expanded', 'false');
  line.append(button);
  table.before(line);
  button.onclick = function () {
    var open = button.getAttribute('aria-expanded') !== 'true';
    table.querySelectorAll('details').forEach(function (d) { d.open = open; });
    button.setAttribute('aria-expanded', String(open));
    button.textContent = open ? 'Close all rows' : 'Open all rows';
  };
})();
