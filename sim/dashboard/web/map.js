// The maps: one ramp for all cities, five fixed classes; gatherings as discs, outages as hatching.
const NO_VALUE = 255;
const ONE_IN_100 = 0.055; // radius, in map sides, of the disc that stands for one resident in a hundred

function districtPaths(geometry, rect) {
  return geometry.polygons.map(rings => {
    const path = new Path2D();
    for (const ring of rings) {
      for (let i = 0; i < ring.length; i += 2) {
        const x = rect.x + ring[i] * rect.w;
        const y = rect.y + ring[i + 1] * rect.h;
        if (i) path.lineTo(x, y);
        else path.moveTo(x, y);
      }
      path.closePath();
    }
    return path;
  });
}

function classOf(byte) {
  return Math.min(4, Math.floor(byte / 254 * 5));
}

function drawMap(g, pen, plan, rect, paths, scene) {
  const { geometry, frame, now, mapsCovered } = scene;
  const week = mapsCovered ? Math.min(0, now) : now;
  const values = districtsAt(frame, 'map', rect.letter, week);
  const out = districtsAt(frame, 'outage', rect.letter, week);
  const active = districtsAt(frame, 'active', rect.letter, week);
  g.lineJoin = 'round';
  paths.forEach((path, d) => {
    const byte = values ? values[d] : NO_VALUE;
    g.fillStyle = byte === NO_VALUE ? pen.empty : pen.ramp[classOf(byte)];
    g.fill(path, 'evenodd');
    g.strokeStyle = pen.ground;
    g.lineWidth = Math.max(0.8, rect.w / 300);
    g.stroke(path);
  });
  if (out) paths.forEach((path, d) => { if (out[d]) hatch(g, pen, path, rect, geometry.centroids[d]); });
  drawLines(g, pen, rect, geometry);
  if (active) drawGatherings(g, rect, geometry, active, frame.activeFull);
  drawNames(g, pen, plan, rect, geometry);
  if (scene.pointed && scene.pointed.letter === rect.letter) {
    g.strokeStyle = pen.ink;
    g.lineWidth = 3;
    g.stroke(paths[scene.pointed.district]);
  }
}

function hatch(g, pen, path, rect, centre) {
  g.save();
  g.clip(path, 'evenodd');
  g.strokeStyle = pen.ink;
  g.lineWidth = Math.max(1, rect.w / 220);
  const x = rect.x + centre[0] * rect.w;
  const y = rect.y + centre[1] * rect.h;
  const reach = rect.w * 0.3;
  g.beginPath();
  for (let at = -reach * 2; at < reach * 2; at += rect.w / 45) {
    g.moveTo(x + at - reach, y + reach);
    g.lineTo(x + at + reach, y - reach);
  }
  g.stroke();
  g.restore();
  g.strokeStyle = pen.ink;
  g.lineWidth = Math.max(1.4, rect.w / 160);
  g.stroke(path);
}

function drawLines(g, pen, rect, geometry) {
  for (const line of geometry.lines) {
    g.beginPath();
    for (let i = 0; i < line.length; i += 2) g.lineTo(rect.x + line[i] * rect.w, rect.y + line[i + 1] * rect.h);
    g.lineWidth = rect.w / 45;
    g.strokeStyle = pen.ground;
    g.stroke();
    g.lineWidth = rect.w / 85;
    g.strokeStyle = pen.river;
    g.stroke();
  }
}

function drawNames(g, pen, plan, rect, geometry) {
  const size = plan.kind === 'stage' ? plan.small * 0.72 : Math.max(10.5, rect.w / 24);
  setFont(g, pen, Math.min(size, rect.w / 16), 600);
  g.textAlign = 'center';
  g.textBaseline = 'middle';
  const labels = geometry.landmarks.map(d => [geometry.names[d], geometry.centroids[d]]);
  if (geometry.centre) labels.push([geometry.centreWord, geometry.centre]);
  for (const [text, [cx, cy]] of labels) {
    const half = g.measureText(text).width / 2 + 3;
    const x = Math.min(Math.max(rect.x + cx * rect.w, rect.x + half), rect.x + rect.w - half);
    const y = rect.y + cy * rect.h;
    g.lineWidth = 3.5;
    g.strokeStyle = pen.ground;
    g.strokeText(text, x, y);
    g.fillStyle = pen.ink;
    g.fillText(text, x, y);
  }
}

function drawGatherings(g, rect, geometry, active, full) {
  active.forEach((byte, d) => {
    if (byte === NO_VALUE || !byte) return;
    const share = byte / 254 * full * geometry.population[d];
    const r = rect.w * ONE_IN_100 * Math.sqrt(share / 0.01);
    if (r < 1.2) return;
    g.beginPath();
    g.arc(rect.x + geometry.centroids[d][0] * rect.w, rect.y + geometry.centroids[d][1] * rect.h, r, 0, 7);
    g.fillStyle = '#fff';
    g.fill();
    g.lineWidth = Math.max(1.6, rect.w / 170);
    g.strokeStyle = '#000';
    g.stroke();
  });
}

function drawPlate(g, pen, plan, rect, label, last) {
  const wide = plan.kind === 'stage' && plan.maps.length === 2;
  const room = wide ? 540 * plan.scale : rect.w;
  let size = plan.kind === 'stage' ? 40 * plan.scale : plan.unit * 1.08;
  const y = rect.y - size * (wide ? 1.2 : 0.85);
  setFont(g, pen, size, 700);
  size *= Math.max(0.7, Math.min(1, (room - size) / g.measureText(label.name).width)); // a camp's long name is written smaller
  setFont(g, pen, size * 0.86);
  const notes = [label.note, label.altered, ''].map(text => ({ text, width: text ? g.measureText(text).width + size * 0.35 : 0 }));
  setFont(g, pen, size, 700);
  const name = fitText(g, label.name, room - size);
  const nameWidth = g.measureText(name).width;
  const note = notes.find(one => !one.width || size + nameWidth + one.width <= room); // that it was changed comes first
  const x = last && wide ? rect.x + rect.w - size - nameWidth - note.width : rect.x;
  drawSymbol(g, pen, rect.letter, x + size * 0.42, y, size * 0.34);
  setFont(g, pen, size, 700);
  g.textAlign = 'left';
  g.textBaseline = 'middle';
  g.fillStyle = pen.cities[rect.letter];
  g.fillText(name, x + size, y);
  if (!note.text) return;
  setFont(g, pen, size * 0.86);
  g.fillStyle = pen.ink;
  g.fillText(note.text, x + size * 1.35 + nameWidth, y);
}

function fitText(g, text, width) {
  if (g.measureText(text).width <= width) return text;
  let cut = text;
  while (cut.length > 1 && g.measureText(`${cut}…`).width > width) cut = cut.slice(0, -1);
  return `${cut}…`;
}

function drawMapLegend(g, pen, plan, at, scene, first) {
  const small = plan.small;
  g.textAlign = 'left';
  g.textBaseline = 'middle';
  setFont(g, pen, small);
  if (first) {
    const w = Math.min(at.w * 0.52, small * 9) / 5;
    const y = at.y + (plan.kind === 'stage' ? small * 1.7 : small * 1.75);
    if (plan.kind === 'stage' || scene.titled) { g.fillStyle = pen.ink; g.fillText(fitText(g, scene.mapDial.label, at.w), at.x, at.y + small * 0.5); }
    pen.ramp.forEach((colour, i) => {
      g.fillStyle = colour;
      g.fillRect(at.x + i * w, y, w, small * 0.85);
      g.strokeStyle = pen.soft;
      g.lineWidth = 0.8;
      g.strokeRect(at.x + i * w, y, w, small * 0.85);
    });
    const [low, high] = scene.mapDial.axis.map(v => formatNumber(v, scene.mapDial, scene.language));
    g.fillStyle = pen.soft;
    g.fillText(`${low} → ${high}`, at.x + 5 * w + small * 0.6, y + small * 0.45);
  }
  if (!first || plan.kind === 'phone') drawMarksLegend(g, pen, plan, at, scene, !first);
}

function drawMarksLegend(g, pen, plan, at, scene, second) {
  const small = plan.small;
  const side = plan.maps[0].w;
  let y = at.y + (second ? small * 0.5 : small * 3.6);
  g.save();
  g.beginPath();
  g.rect(at.x, y - small * 0.5, small, small);
  g.strokeStyle = pen.ink;
  g.lineWidth = 1.4;
  g.stroke();
  g.clip();
  g.beginPath();
  for (let i = -1; i < 4; i++) { g.moveTo(at.x + i * small / 3, y + small); g.lineTo(at.x + (i + 3) * small / 3, y - small); }
  g.lineWidth = 1;
  g.stroke();
  g.restore();
  setFont(g, pen, small);
  g.fillStyle = pen.ink;
  g.textAlign = 'left';
  g.fillText(scene.words.outage, at.x + small * 1.4, y);
  const r = Math.min(side * ONE_IN_100, small * 0.9);
  y += small * 1.6;
  g.beginPath();
  g.arc(at.x + r, y, r, 0, 7);
  g.fillStyle = '#fff';
  g.fill();
  g.strokeStyle = '#000';
  g.lineWidth = 1.6;
  g.stroke();
  g.fillStyle = pen.ink;
  g.fillText(fitText(g, scene.words.ring, at.w - r * 2 - small), at.x + r * 2 + small * 0.5, y);
}
