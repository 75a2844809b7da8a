// Answer 6: every city on two outcomes; the best are dark, those that hold under every set have a ring.
import { circle, legend, line, mark, scale, text, widthOf } from './shapes.js';

const EDGE = 0.06; // of the range, free around the points

export function draw(picture, w, h, u) {
  const box = { left: 3 * u, right: w - 2 * u, top: 2.2 * u, bottom: h - 3.4 * u };
  const [x, y] = [axis(picture, 0, box.left, box.right), axis(picture, 1, box.bottom, box.top)];
  const placed = picture.points.map(point => ({ ...point, x: x(point.at[0]), y: y(point.at[1]) }));
  return [
    ...drawAxes(picture.axes, box, u),
    ...placed.flatMap(point => drawPoint(point, u)),
    ...drawNames(placed, box, u),
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
  const { x, y, best, robust, short, levers, label } = point;
  const radius = u * (best || short ? 0.42 : 0.27);
  const more = { does: { do: 'adopt', levers }, title: label };
  const ring = robust ? [circle(x, y, radius * 1.8, { stroke: 'ink', width: u * 0.1 })] : [];
  if (short)
    return [...ring, mark(short, x, y, radius, { ...more, stroke: best ? 'ink' : 'none', width: 3 })];
  const style = best ? { fill: 'ink' } : { fill: 'ground', stroke: 'soft', width: 2 };
  return [...ring, circle(x, y, radius, { ...style, ...more })];
}

// Names of the best and of the cities compared; where two would overprint, the later one moves down.
function drawNames(points, { left, right, top, bottom }, u) {
  const taken = [];
  return points
    .filter(({ best, short }) => best || short)
    .map(({ x, y, label, short }) => {
      const width = widthOf(label, u);
      const isLeft = x + width + u > right;
      const from = isLeft ? Math.max(left, x - width - u * 0.8) : x + u * 0.8;
      let at = y;
      const meets = other =>
        Math.abs(other.at - at) < u * 1.1 && from < other.to && other.from < from + width;
      while (taken.some(meets) && at < bottom) at += u * 1.1;
      taken.push({ from, to: from + width, at });
      const style = short ? { fill: short, weight: 700 } : {};
      return text(from, Math.max(at, top) + u * 0.35, label, u, style);
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
