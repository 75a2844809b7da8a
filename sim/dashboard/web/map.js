// The maps: one ramp for all cities, five classes; gatherings as discs, outages as hatching.
import { NO_VALUE, districtsAt } from './frame.js';
import { alignText, setFont } from './lettering.js';
import { classOf } from './ramp.js';

export const ONE_IN_100 = 0.055; // radius, in map sides, of the disc that stands for one resident in a hundred

export function districtPaths(geometry, rect) {
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

export function drawMap(g, pen, plan, rect, paths, scene) {
  const { geometry, frame, now, mapsCovered, pointed } = scene;
  const week = mapsCovered ? Math.min(0, now) : now;
  const [values, out, active] = ['map', 'outage', 'active'].map(name =>
    districtsAt(frame, name, rect.letter, week),
  );
  g.lineJoin = 'round';
  fillDistricts(g, pen, rect, paths, values, scene.ramp);
  paths.forEach((path, d) => {
    if (out && out[d]) hatch(g, pen, path, rect, geometry.centroids[d]);
  });
  drawLines(g, pen, rect, geometry);
  if (active) drawGatherings(g, rect, geometry, active, frame.activeFull);
  drawNames(g, pen, plan, rect, geometry);
  if (pointed && pointed.letter === rect.letter) {
    g.strokeStyle = pen.ink;
    g.lineWidth = 3;
    g.stroke(paths[pointed.district]);
  }
}

function fillDistricts(g, pen, rect, paths, values, ramp) {
  paths.forEach((path, d) => {
    const byte = values ? values[d] : NO_VALUE;
    g.fillStyle = byte === NO_VALUE ? pen.empty : pen.ramp[classOf(byte, ramp)];
    g.fill(path, 'evenodd');
    g.strokeStyle = pen.ground;
    g.lineWidth = borderWidth(rect.w, paths.length);
    g.stroke(path);
  });
}

// Borders of many small districts are drawn finer: at their usual width they would cover what they part.
export function borderWidth(side, districts) {
  const across = side / Math.sqrt(districts); // of a usual district
  return Math.min(Math.max(0.8, side / 300), across * 0.12);
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

export function drawLines(g, pen, rect, geometry) {
  for (const line of geometry.lines) {
    g.beginPath();
    for (let i = 0; i < line.length; i += 2) {
      g.lineTo(rect.x + line[i] * rect.w, rect.y + line[i + 1] * rect.h);
    }
    g.lineWidth = rect.w / 45;
    g.strokeStyle = pen.ground;
    g.stroke();
    g.lineWidth = rect.w / 85;
    g.strokeStyle = pen.river;
    g.stroke();
  }
}

export function drawNames(g, pen, plan, rect, geometry) {
  const size = plan.kind === 'stage' ? plan.small * 0.72 : Math.max(10.5, rect.w / 24);
  setFont(g, pen, Math.min(size, rect.w / 16), 600);
  alignText(g, 'center', 'middle');
  const labels = geometry.landmarks.map(d => [geometry.names[d], geometry.centroids[d]]);
  if (geometry.centre) labels.push([geometry.centreWord, geometry.centre]);
  for (const { text, x, y } of setApart(placedNames(g, rect, labels), g.measureText('M').width)) {
    g.lineWidth = 3.5;
    g.strokeStyle = pen.ground;
    g.strokeText(text, x, y);
    g.fillStyle = pen.ink;
    g.fillText(text, x, y);
  }
}

function placedNames(g, rect, labels) {
  return labels.map(([text, [cx, cy]]) => {
    const half = g.measureText(text).width / 2 + 3;
    const x = Math.min(Math.max(rect.x + cx * rect.w, rect.x + half), rect.x + rect.w - half);
    return { text, x, y: rect.y + cy * rect.h, half };
  });
}

// Names that would be written over one another are moved apart, upward or downward by what is missing.
export function setApart(names, size) {
  const tall = size * 1.25;
  for (let pass = 0; pass < 8; pass++) {
    names.forEach((one, i) =>
      names.slice(i + 1).forEach(other => {
        const miss = tall - Math.abs(one.y - other.y);
        if (miss <= 0 || Math.abs(one.x - other.x) >= one.half + other.half) return;
        const [upper, lower] = one.y <= other.y ? [one, other] : [other, one];
        upper.y -= miss / 2;
        lower.y += miss / 2;
      }),
    );
  }
  return names;
}

function drawGatherings(g, rect, geometry, active, full) {
  active.forEach((byte, d) => {
    const r = rect.w * gatheringRadius(byte, full, geometry.population[d]);
    const [x, y] = geometry.centroids[d];
    if (r >= 1.2) drawDisc(g, rect.x + x * rect.w, rect.y + y * rect.h, r, Math.max(1.6, rect.w / 170));
  });
}

// In map sides; the disc's area is the share of the city's residents who gather in the district.
export function gatheringRadius(byte, full, population) {
  if (byte === NO_VALUE) return 0;
  return ONE_IN_100 * Math.sqrt(((byte / 254) * full * population) / 0.01);
}

export function drawDisc(g, x, y, r, width) {
  g.beginPath();
  g.arc(x, y, r, 0, 7);
  g.fillStyle = '#fff';
  g.fill();
  g.lineWidth = width;
  g.strokeStyle = '#000';
  g.stroke();
}
