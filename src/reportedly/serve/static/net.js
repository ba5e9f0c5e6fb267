// Who relies on whom, as a picture in ranks: origins, relays, outlets. It adds nothing to the table but lines.
(function () {
  'use strict';
  var box = document.getElementById('net'), data = document.getElementById('net-of');
  if (!box || !data || !window.cytoscape || innerWidth < 720) return;
  var net = JSON.parse(data.textContent), ranks = [], place = {}, chosen = null;
  if (net.edges.length < 2) return;
  net.nodes.forEach(function (n) { while (ranks.length <= n.rank) ranks.push([]); ranks[n.rank].push(n.id); });
  var last = ranks.length - 1;
  function at(rank) { ranks[rank].forEach(function (id, k) { place[id] = (k + 0.5) / ranks[rank].length; }); }
  ranks.forEach(function (_, r) { at(r); });
  function settle(rank) { // each beside the middle of what it is tied to: fewer lines cross
    var middle = {};
    ranks[rank].forEach(function (id) {
      var sum = 0, many = 0;
      net.edges.forEach(function (e) {
        var end = e.from === id ? e.to : e.to === id ? e.from : null;
        if (end) { sum += place[end] * e.many; many += e.many; }
      });
      middle[id] = many ? sum / many : place[id];
    });
    ranks[rank].sort(function (a, b) { return middle[a] - middle[b]; });
    at(rank);
  }
  for (var turn = 0; turn < 6; turn++) for (var r = last; r >= 0; r--) settle(r);
  var most = Math.max.apply(null, ranks.map(function (ids) { return ids.length; }));
  box.hidden = false;
  document.getElementById('net-says').hidden = false;
  box.style.height = Math.max(160, most * 30 + 30) + 'px';
  var wide = box.clientWidth, high = box.clientHeight, style = getComputedStyle(document.documentElement);
  function colour(name) { return style.getPropertyValue('--' + name).trim(); }
  var columns = ranks.map(function (_, r) { return wide * (0.25 + 0.5 * r / last); }), byId = {};
  net.nodes.forEach(function (n) { byId[n.id] = n; });
  var cy = cytoscape({
    container: box, userZoomingEnabled: false, userPanningEnabled: false, boxSelectionEnabled: false, autoungrabify: true,
    elements: net.nodes.map(function (n) {
      return { data: { id: n.id, name: n.name, colour: colour('o' + n.slot) || colour('o7'), side: n.rank === 0 ? 'left' : n.rank === last ? 'right' : 'center' }, position: { x: columns[n.rank], y: 16 + place[n.id] * (high - 32) }, classes: n.rank === 0 ? 'from' : n.rank === last ? 'to' : 'by' };
    }).concat(net.edges.map(function (e, k) {
      return { data: { id: 'e' + k, source: e.from, target: e.to, wide: 1 + Math.min(5, Math.sqrt(e.many)), colour: colour('o' + (byId[e.from].slot)) || colour('o7') } };
    })),
    layout: { name: 'preset', fit: false },
    style: [
      { selector: 'node', style: { width: 8, height: 8, 'background-color': 'data(colour)', label: 'data(name)', color: colour('ink'), 'font-size': 12.5, 'font-family': 'Liberation Sans, Arial, sans-serif', 'text-valign': 'center', 'text-outline-color': colour('paper'), 'text-outline-width': 3 } },
      { selector: '.from', style: { 'text-halign': 'left', 'text-margin-x': -6 } },
      { selector: '.to', style: { 'text-halign': 'right', 'text-margin-x': 6, shape: 'rectangle', 'background-color': colour('ink') } },
      { selector: '.by', style: { 'text-valign': 'top', 'text-margin-y': -2, 'background-color': colour('soft') } },
      { selector: 'edge', style: { width: 'data(wide)', 'line-color': 'data(colour)', opacity: 0.34, 'curve-style': 'unbundled-bezier', 'control-point-distances': 0, 'control-point-weights': 0.5 } },
      { selector: '.off', style: { opacity: 0.07 } }
    ]
  });
  cy.on('tap', 'node', function (event) {
    var node = event.target;
    if (chosen === node.id() && byId[chosen].href) { location.href = byId[chosen].href; return; }
    chosen = node.id();
    cy.elements().addClass('off');
    node.union(node.predecessors()).union(node.successors()).removeClass('off');
  });
  cy.on('tap', function (event) { if (event.target === cy) { chosen = null; cy.elements().removeClass('off'); } });
})();
