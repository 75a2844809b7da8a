// All points of a study on two outcomes, by city; those that nothing beats in both have a dark edge, and a tap loads one.
// Shipped scenarios are squares with numbers: filled where they are points of the study, hollow where run beside it.
import { circle, label, legend, lines, mark, rect, text } from '../answers/shapes.js';
import { across, acrossTicks, boxOf, up, upTicks } from './axes.js';

const LETTERS = ['A', 'B', 'C'];
const MOST_NAMED = 6; // cities in the list beside the points

export function drawPoints({ points, cities, shipped, axes, words }, w, h, u) {
  const list = w > 900 ? Math.min(w * 0.24, 15 * u) : 0;
  const plain = boxOf(w - list, h, u);
  const box = { ...plain, top: plain.top + (list ? 1 : 2.6) * u }; // below what the axis is called
  const [x, y] = [across(axes[0], box), up(axes[1], box)];
  const placed = [...points].sort((one, other) => one[5] - other[5]); // the best above the others
  return [
    ...upTicks(axes[1], box, u),
    ...acrossTicks(axes[0], box, u),
    ...placed.map(point => drawPoint(point, cities, words, x, y, u)),
    ...shipped.flatMap((one, i) => drawShipped(one, i + 1, words, x, y, u)),
    text(box.right, box.bottom + u * 2.9, `${named(axes[0], words)} →`, u, { anchor: 'end', weight: 700 }),
    text(0, u, `↑ ${named(axes[1], words)}`, u, { weight: 700 }),
    ...(list
      ? drawList(cities, shipped, words, { x: w - list, w: list, h, u })
      : legend(entries(cities), 0, u * 2.4, u)),
  ];
}

function named(axis, words) {
  const better = axis.better === 'more' ? words.more_better : words.less_better;
  return axis.better ? `${axis.label} · ${better}` : axis.label;
}

function drawPoint([part, point, city, across_, up_, best], cities, words, x, y, u) {
  const { name, label: said } = cities[city];
  const does = { do: 'study_load', part, point, city: name };
  const title = `${words.load}: ${point + 1}, ${said}`;
  const edge = best ? { stroke: 'ink', width: Math.max(2, u / 7) } : {};
  return symbol(city, x(across_), y(up_), u * (best ? 0.46 : 0.34), { does, title, ...edge });
}

function symbol(city, x, y, radius, style) {
  if (city < LETTERS.length) return mark(LETTERS[city], x, y, radius, { opacity: 0.85, ...style });
  return circle(x, y, radius, { fill: 'soft', opacity: 0.85, ...style });
}

function entries(cities) {
  return cities.slice(0, LETTERS.length).map(({ label: said }, city) => {
    return { said, shape: (x, y) => symbol(city, x, y, 5, {}) };
  });
}

// A square is drawn over the point that it names, and loads the same.
function drawShipped({ label: said, at, load }, number, words, x, y, u) {
  const more = load ? { does: { do: 'study_load', ...load }, title: `${words.load}: ${said}` } : {};
  return numbered(number, x(at[0]), y(at[1]), u, Boolean(load), more);
}

function numbered(number, x, y, u, filled, more) {
  const half = u * 0.55;
  const square = rect(x - half, y - half, 2 * half, 2 * half, {
    fill: filled ? 'ink' : 'ground',
    stroke: 'ink',
    width: Math.max(1.5, u / 9),
    ...more,
  });
  const style = { fill: filled ? 'ground' : 'ink', weight: 700, anchor: 'middle' };
  return [square, text(x, y + u * 0.28, number, u * 0.78, style)];
}

// What each sign means, one below the other: as near to each other as the height asks for.
function drawList(cities, shipped, words, { x, w, h, u }) {
  const edge = { fill: 'ground', stroke: 'ink', width: Math.max(2, u / 7) };
  const signs = [
    ...cities.slice(0, MOST_NAMED).map((one, i) => [at => [symbol(i, x + u, at, u * 0.45, {})], one.label]),
    [at => [circle(x + u, at, u * 0.4, edge)], words.best],
    ...shipped.map((one, i) => [at => numbered(i + 1, x + u, at, u, Boolean(one.load), {}), one.label]),
  ];
  const step = Math.min(2.4 * u, (h - u) / signs.length);
  return signs.flatMap(([sign, said], i) => {
    const at = (i + 0.6) * step;
    return [...sign(at), ...nameOf(said, x + 2.2 * u, at, w - 2.4 * u, step, u)];
  });
}

// In two lines where it takes two, as large as the step to the next allows.
function nameOf(said, x, y, width, step, u) {
  const single = Math.min(u, step * 0.8);
  const size = lines(said, width, single).length > 1 ? Math.min(u, step / 2.3) : single;
  return label(x, y, said, width, size);
}
