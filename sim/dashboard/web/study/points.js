// All points of a study on two outcomes, by city; those that nothing beats in both have a dark edge, and a tap loads one.
import { circle, label, legend, mark, text } from '../answers/shapes.js';
import { across, acrossTicks, boxOf, up, upTicks } from './axes.js';

const LETTERS = ['A', 'B', 'C'];
const MOST_NAMED = 6; // cities in the list beside the points

export function drawPoints({ points, cities, axes, words }, w, h, u) {
  const list = w > 900 ? Math.min(w * 0.24, 15 * u) : 0;
  const plain = boxOf(w - list, h, u);
  const box = { ...plain, top: plain.top + (list ? 1 : 2.6) * u }; // below what the axis is called
  const [x, y] = [across(axes[0], box), up(axes[1], box)];
  const placed = [...points].sort((one, other) => one[5] - other[5]); // the best above the others
  return [
    ...upTicks(axes[1], box, u),
    ...acrossTicks(axes[0], box, u),
    ...placed.map(point => drawPoint(point, cities, words, x, y, u)),
    text(box.right, box.bottom + u * 2.9, `${named(axes[0], words)} →`, u, { anchor: 'end', weight: 700 }),
    text(0, u, `↑ ${named(axes[1], words)}`, u, { weight: 700 }),
    ...(list ? drawList(cities, words, w - list, list, u) : legend(entries(cities), 0, u * 2.4, u)),
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

function drawList(cities, words, x, w, u) {
  const shown = cities.slice(0, MOST_NAMED);
  const names = shown.flatMap((one, i) => {
    const at = u * (2.4 + i * 2.4);
    return [symbol(i, x + u, at, u * 0.45, {}), ...label(x + 2.2 * u, at, one.label, w - 2.4 * u, u)];
  });
  const at = u * (2.4 + shown.length * 2.4);
  const best = circle(x + u, at, u * 0.4, { fill: 'ground', stroke: 'ink', width: Math.max(2, u / 7) });
  return [...names, best, ...label(x + 2.2 * u, at, words.best, w - 2.4 * u, u)];
}
