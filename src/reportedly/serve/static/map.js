// The places on a map of this host's own: land and borders by Natural Earth, a circle a place. The list holds all of it.
(function () {
  'use strict';
  var box = document.getElementById('map'), data = document.getElementById('map-of');
  if (!box || !data || !window.L || !window.topojson) return;
  var spots = JSON.parse(data.textContent);
  if (!spots.length) return;
  box.hidden = false;
  var map = L.map(box, { attributionControl: false, zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, minZoom: 1, maxZoom: 10, worldCopyJump: true });
  L.control.attribution({ prefix: false }).addAttribution('Borders: Natural Earth').addTo(map);
  var bounds = L.latLngBounds(spots.slice(0, 60).map(function (s) { return s.at; }));
  map.fitBounds(bounds.pad(0.2), { maxZoom: 6 });
  fetch('/static/countries-50m.json').then(function (r) { return r.json(); }).then(function (world) {
    var lands = topojson.feature(world, world.objects.countries);
    lands.features = lands.features.filter(function (f) { return f.id !== '010'; }); // Antarctica goes round the pole
    lands.features.forEach(function (f) { (f.geometry.type === 'Polygon' ? [f.geometry.coordinates] : f.geometry.coordinates).forEach(function (p) { p.forEach(unwound); }); });
    L.geoJSON(lands, { interactive: false, style: function () { return { className: 'land' }; } }).addTo(map).bringToBack();
  });
  function unwound(ring) { // a coast over the 180th meridian goes on beyond it instead of back across the world
    for (var k = 1; k < ring.length; k++) {
      var leap = ring[k][0] - ring[k - 1][0];
      if (Math.abs(leap) > 180) ring[k] = [ring[k][0] - Math.sign(leap) * 360, ring[k][1]];
    }
  }
  spots.forEach(function (s) {
    var says = document.createElement('span'), link = document.createElement('a');
    link.href = s.href;
    link.textContent = s.name;
    says.appendChild(link);
    says.appendChild(document.createTextNode(' named ' + s.many + (s.many === 1 ? ' time' : ' times')));
    L.circleMarker(s.at, { radius: 3 + 2.2 * Math.sqrt(Math.min(s.many, 60)), className: 'spot' }).bindPopup(says).bindTooltip(s.name).addTo(map);
  });
})();
