// A minus B on one map: five classes around "no difference", in the cities' colours, with letters in the legend.
const CLASSES = [-10, -2, 2, 10]; // points between the classes: less than two either way is no difference

function drawDifference(g, pen, plan, rect, paths, at, scene) {
  const { frame, geometry, mapDial } = scene;
  const week = scene.mapsCovered ? Math.min(0, scene.now) : scene.now;
  const [a, b] = ['A', 'B'].map(letter => districtsAt(frame, 'map', letter, week));
  const size = plan.kind === 'stage' ? 40 * plan.scale : plan.unit * 1.08;
  setFont(g, pen, size, 700);
  g.textAlign = 'left';
  g.textBaseline = 'middle';
  g.fillStyle = pen.ink;
  g.fillText(scene.words.minus, rect.x, rect.y - size * 0.85);
  const points = (mapDial.axis[1] - mapDial.axis[0]) * mapDial.scale / 254;
  paths.forEach((path, d) => {
    const known = a && b && a[d] !== NO_VALUE && b[d] !== NO_VALUE;
    g.fillStyle = known ? pen.diverging[differenceClass((a[d] - b[d]) * points)] : pen.empty;
    g.fill(path, 'evenodd');
    g.strokeStyle = pen.soft;
    g.lineWidth = Math.max(0.8, rect.w / 300);
    g.stroke(path);
  });
  drawLines(g, pen, rect, geometry);
  if (a && b) geometry.centroids.forEach(([x, y], d) => {
    const known = a[d] !== NO_VALUE && b[d] !== NO_VALUE;
    if (known) drawHigher(g, pen, differenceClass((a[d] - b[d]) * points), rect.x + x * rect.w, rect.y + y * rect.h, rect.w / 27);
  });
  drawNames(g, pen, plan, rect, geometry);
  drawDifferenceLegend(g, pen, plan, at, scene);
}

// The letter of the city that is higher, larger where it is much higher: the colours are alike in grey.
function drawHigher(g, pen, at, x, y, size) {
  if (at === 2) return;
  setFont(g, pen, at === 0 || at === 4 ? size * 1.35 : size, 700);
  g.textAlign = 'center';
  g.textBaseline = 'middle';
  haloText(g, pen, at < 2 ? 'A' : 'B', x, y, pen.ink);
}

function differenceClass(points) {
  return 4 - CLASSES.filter(limit => points > limit).length;
}

function drawDifferenceLegend(g, pen, plan, at, scene) {
  const small = plan.small;
  const w = Math.min(at.w * 0.7, small * 11) / 5;
  const y = at.y + small * 0.4;
  setFont(g, pen, small, 700);
  g.textBaseline = 'middle';
  g.textAlign = 'left';
  g.fillStyle = pen.cities.A;
  g.fillText('A +', at.x, y + small * 0.45);
  const left = at.x + small * 2;
  pen.diverging.forEach((colour, i) => {
    g.fillStyle = colour;
    g.fillRect(left + i * w, y, w, small * 0.85);
    g.strokeStyle = pen.soft;
    g.lineWidth = 0.8;
    g.strokeRect(left + i * w, y, w, small * 0.85);
    drawHigher(g, pen, i, left + (i + 0.5) * w, y + small * 0.45, small * 0.62);
  });
  setFont(g, pen, small, 700);
  g.textAlign = 'left';
  g.fillStyle = pen.cities.B;
  g.fillText('B +', left + 5 * w + small * 0.5, y + small * 0.45);
  setFont(g, pen, small * 0.85);
  g.fillStyle = pen.soft;
  g.textAlign = 'center';
  ['10', '2', '2', '10'].forEach((text, i) => g.fillText(text, left + (i + 1) * w, y + small * 1.5));
}
