// Answer 6: every city on two outcomes; the best are dark, those that hold under every set have a ring.
import { circle, label, legend, line, mark, scale, text } from './shapes.js';

const EDGE = 0.06; // of the range, free around the points
const NARROW = 900; // px below which names have no room beside the points

export function drawChoice(picture, w, h, u) {
  const beside = w >= NARROW;
  const list = beside ? Math.min(w * 0.42, 21 * u) : 0;
  const box = { left: 3 * u, right: w - list - 2 * u, top: 2.2 * u, bottom: h - 3.6 * u };
  const [x, y] = [axis(picture, 0, box.left, box.right), axis(picture, 1, box.bottom, box.top)];
  const numbered = picture.points.filter(one => one.best && !one.short);
  const placed = picture.points.map(point => ({
    ...point,
    x: x(point.at[0]),
    y: y(point.at[1]),
    place: numbered.indexOf(point) + 1,
  }));
  return [
    ...drawAxes(picture.axes, box, u),
    ...placed.flatMap(point => drawPoint(point, u)),
    ...(beside ? drawList(placed, { x: w - list, w: list, h, u }) : []),
    ...drawLegend(picture.words, box.left, h - u * 0.7, u),
  ];
}

function axis({ points }, place, from, to) {
  const values = points.map(point => point.at[place]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const edge = (high - low || 1) * EDGE;
  return scale(low - edge, high + edge, from, to);
}

function drawAxes([across, up], { left, right, top, bottom }, u) {
  const arrow = more => (more ? '→' : '←');
  return [
    line([[left, top], [left, bottom], [right, bottom]], { stroke: 'soft', width: 2 }), // prettier-ignore
    text(right, bottom + u * 1.2, `${across.label} · ${across.better} ${arrow(across.more)}`, u, {
      anchor: 'end',
      weight: 700,
    }),
    text(0, top - u * 1.1, `${up.more ? '↑' : '↓'} ${up.label} · ${up.better}`, u, { weight: 700 }),
  ];
}

function drawPoint(point, u) {
  const { x, y, best, robust, short, levers, label: title, place } = point;
  const radius = u * (best || short ? 0.62 : 0.27);
  const more = { does: { do: 'adopt', levers }, title };
  const ring = robust ? [circle(x, y, radius * 1.4, { stroke: 'ink', width: u * 0.1 })] : [];
  if (short) {
    const named = text(x + radius * 1.4, y + u * 0.4, short, u * 1.1, { fill: short, weight: 700 });
    return [
      ...ring,
      mark(short, x, y, radius * 0.8, { ...more, stroke: best ? 'ink' : 'none', width: 3 }),
      named,
    ];
  }
  if (!best) return [...ring, circle(x, y, radius, { fill: 'ground', stroke: 'soft', width: 2, ...more })];
  const number = text(x, y + u * 0.3, place, u * 0.85, { fill: 'ground', weight: 700, anchor: 'middle' });
  return [...ring, circle(x, y, radius, { fill: 'ink', ...more }), number];
}

// The cities compared and the best ones by name, beside the points: so that no name lies over another.
function drawList(points, { x, w, h, u }) {
  const named = [...points.filter(one => one.short), ...points.filter(one => one.place)];
  const step = Math.min((h - 2 * u) / Math.max(named.length, 1), 3.4 * u);
  return named.flatMap((one, i) => {
    const y = u + (i + 0.5) * step;
    const sign = one.short
      ? [mark(one.short, x + u * 0.6, y, u * 0.5)]
      : [
          circle(x + u * 0.6, y, u * 0.62, { fill: 'ink' }),
          text(x + u * 0.6, y + u * 0.3, one.place, u * 0.85, {
            fill: 'ground',
            weight: 700,
            anchor: 'middle',
          }),
        ];
    const values = text(x + w, y + u * 0.35, one.texts.join(' · '), u, { anchor: 'end', weight: 700 });
    return [...sign, ...label(x + 1.8 * u, y, one.label, w - 6 * u, u), values];
  });
}

function drawLegend(words, x, y, u) {
  const ring = (cx, cy) => [
    circle(cx, cy, u * 0.26, { fill: 'ink' }),
    circle(cx, cy, u * 0.46, { stroke: 'ink', width: u * 0.1 }),
  ];
  const entries = [
    { said: words.best, shape: (cx, cy) => circle(cx, cy, u * 0.36, { fill: 'ink' }) },
    { said: words.robust, shape: ring },
    {
      said: words.other,
      shape: (cx, cy) => circle(cx, cy, u * 0.27, { fill: 'ground', stroke: 'soft', width: 2 }),
    },
  ];
  return legend(entries, x, y, u);
}
