// What decides: a bar a factor with its interval, the largest first; that of a factor without effect is pale.
import { label, line, rect, text, widthOf } from '../answers/shapes.js';
import { across, acrossTicks } from './axes.js';

export function drawFactors({ rows, across: axis, label: said }, w, h, u) {
  const left = Math.min(w * 0.34, 16 * u);
  const widest = Math.max(...rows.map(row => widthOf(row.text, u)), 5 * u);
  const room = Math.min(w * 0.4, widest + u);
  const box = { left, right: w - room, top: u * 0.5, bottom: h - 3.6 * u };
  const inside = across(axis, box);
  const x = value => Math.min(box.right, Math.max(box.left, inside(value))); // an interval may reach further
  const step = Math.min((box.bottom - box.top) / Math.max(rows.length, 1), 4 * u);
  const size = Math.min(u, step * 0.72, (u * (room - u * 0.6)) / widest);
  const bars = rows.flatMap((row, i) =>
    drawBar(row, { x, y: box.top + (i + 0.5) * step, step, size, box, u }),
  );
  return [
    ...acrossTicks(axis, box, u),
    ...bars,
    line([[x(0), box.top], [x(0), box.bottom]], { stroke: 'ink', width: 2 }), // prettier-ignore
    text(box.right, box.bottom + u * 2.9, said, u, { anchor: 'end' }),
  ];
}

function drawBar(row, { x, y, step, size, box, u }) {
  const thick = Math.min(step * 0.55, 1.6 * u);
  const [from, to] = [Math.min(x(0), x(row.value)), Math.max(x(0), x(row.value))];
  const ends = [x(row.value - row.reach), x(row.value + row.reach)];
  return [
    ...label(0, y, row.label, box.left - u, size, { weight: row.dummy ? 400 : 700 }),
    rect(from, y - thick / 2, to - from, thick, { fill: row.dummy ? 'line' : 'soft' }),
    ...interval(ends[0], ends[1], y, u),
    text(box.right + u * 0.6, y + size * 0.35, row.text, size),
  ];
}

// An interval lies on the bar and beyond it: edged in the ground's colour, so that it is seen on both.
function interval(low, high, y, u) {
  const thick = Math.max(2, u / 8);
  return [
    line([[low, y], [high, y]], { stroke: 'ground', width: thick + Math.max(3, u / 5) }), // prettier-ignore
    line([[low, y], [high, y]], { stroke: 'ink', width: thick }), // prettier-ignore
  ];
}
