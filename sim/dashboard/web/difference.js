// A minus B on one map: five classes around "no difference", in the cities' colours, with letters in the legend.
import { NO_VALUE, districtsAt } from './frame.js';
import { alignText, haloText, setFont } from './lettering.js';
import { drawClasses } from './legend.js';
import { borderWidth, drawLines, drawNames } from './map.js';

const CLASSES = [-10, -2, 2, 10]; // points between the classes: less than two either way is no difference

export function drawDifference(g, pen, plan, rect, paths, at, scene) {
  const { geometry } = scene;
  const classes = differenceClasses(scene);
  drawDifferenceTitle(g, pen, plan, rect, scene.words.minus);
  paths.forEach((path, d) => {
    g.fillStyle = classes[d] === null ? pen.empty : pen.diverging[classes[d]];
    g.fill(path, 'evenodd');
    g.strokeStyle = pen.soft;
    g.lineWidth = borderWidth(rect.w, paths.length);
    g.stroke(path);
  });
  drawLines(g, pen, rect, geometry);
  geometry.centroids.forEach(([x, y], d) => {
    if (classes[d] === null) return;
    drawHigher(g, pen, classes[d], rect.x + x * rect.w, rect.y + y * rect.h, rect.w / 27);
  });
  drawNames(g, pen, plan, rect, geometry);
  drawDifferenceLegend(g, pen, plan, at);
}

function drawDifferenceTitle(g, pen, plan, rect, title) {
  const size = plan.kind === 'stage' ? 40 * plan.scale : plan.unit * 1.08;
  setFont(g, pen, size, 700);
  alignText(g, 'left', 'middle');
  g.fillStyle = pen.ink;
  g.fillText(title, rect.x, rect.y - size * 0.85);
}

// The class of each district, null where either city has no value.
export function differenceClasses({ frame, geometry, mapOutcome, mapsCovered, now }) {
  const week = mapsCovered ? Math.min(0, now) : now;
  const [a, b] = ['A', 'B'].map(letter => districtsAt(frame, 'map', letter, week));
  const points = ((mapOutcome.axis[1] - mapOutcome.axis[0]) * mapOutcome.scale) / 254;
  return geometry.centroids.map((_, d) => {
    const known = a && b && a[d] !== NO_VALUE && b[d] !== NO_VALUE;
    return known ? differenceClass((a[d] - b[d]) * points) : null;
  });
}

// The letter of the city that is higher, larger where it is much higher: the colours are alike in grey.
function drawHigher(g, pen, at, x, y, size) {
  if (at === 2) return;
  setFont(g, pen, at === 0 || at === 4 ? size * 1.35 : size, 700);
  g.textAlign = 'center';
  g.textBaseline = 'middle';
  haloText(g, pen, at < 2 ? 'A' : 'B', x, y, pen.ink);
}

export function differenceClass(points) {
  return 4 - CLASSES.filter(limit => points > limit).length;
}

function drawDifferenceLegend(g, pen, plan, at) {
  const small = plan.small;
  const w = Math.min(at.w * 0.7, small * 11) / 5;
  const left = at.x + small * 2;
  const y = at.y + small * 0.4;
  setFont(g, pen, small, 700);
  alignText(g, 'left', 'middle');
  g.fillStyle = pen.cities.A;
  g.fillText('A +', at.x, y + small * 0.45);
  drawClasses(g, pen, pen.diverging, { x: left, y, w, h: small * 0.85 });
  pen.diverging.forEach((_, i) =>
    drawHigher(g, pen, i, left + (i + 0.5) * w, y + small * 0.45, small * 0.62),
  );
  setFont(g, pen, small, 700);
  g.textAlign = 'left';
  g.fillStyle = pen.cities.B;
  g.fillText('B +', left + 5 * w + small * 0.5, y + small * 0.45);
  setFont(g, pen, small * 0.85);
  g.fillStyle = pen.soft;
  g.textAlign = 'center';
  CLASSES.forEach((limit, i) => g.fillText(Math.abs(limit), left + (i + 1) * w, y + small * 1.5));
}
