// How two cities differ, point by point in order of size, each with its interval over seeds. The words stand where
// no point does: the least differences are on the left, the largest on the right.
import { circle, line, mark, text } from '../answers/shapes.js';
import { boxOf, up, upTicks } from './axes.js';

export function drawPaired({ rows, up: level, first, second, told }, w, h, u) {
  const box = boxOf(w, h, u);
  const y = up(level, box);
  const step = (box.right - box.left) / Math.max(rows.length, 1);
  const points = rows.flatMap((row, i) => drawPoint(row, box.left + (i + 0.5) * step, y, Math.min(u, step)));
  return [
    ...upTicks(level, box, u, 0),
    ...points,
    text(box.left + u * 0.6, box.top - u * 0.5, `↑ ${first}`, u, { weight: 700 }),
    text(box.right, box.bottom - u * 0.5, `↓ ${second}`, u, { weight: 700, anchor: 'end' }),
    text(box.left, box.bottom + u * 2.4, told, u, { fill: 'soft' }),
  ];
}

// A difference beyond luck is filled; one whose interval holds zero is hollow.
function drawPoint([difference, low, high], x, y, size) {
  const side = difference >= 0 ? 'A' : 'B';
  const beyond = low !== null && Math.sign(low) === Math.sign(high);
  const band =
    low === null ? [] : [line([[x, y(low)], [x, y(high)]], { stroke: side, width: Math.max(2, size / 6) })]; // prettier-ignore
  const radius = Math.max(2.5, size * 0.36);
  if (!beyond) return [...band, circle(x, y(difference), radius, { fill: 'ground', stroke: side, width: 2 })];
  return [...band, mark(side, x, y(difference), radius)];
}
