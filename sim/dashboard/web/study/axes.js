// Axes of a study's pictures: from values to pixels, with the ticks that Python has written.
import { line, scale, text } from '../answers/shapes.js';

export function boxOf(w, h, u) {
  return { left: 4 * u, right: w - 1.5 * u, top: 1.6 * u, bottom: h - 3.6 * u };
}

export function across(axis, box) {
  return scale(axis.low, axis.high, box.left, box.right);
}

export function up(axis, box) {
  return scale(axis.low, axis.high, box.bottom, box.top);
}

// Lines across the picture with their values; the one at ``strong`` is drawn in ink.
export function upTicks(axis, box, u, strong = null) {
  const y = up(axis, box);
  return axis.ticks.flatMap(([value, said]) => [
    line(
      [[box.left, y(value)], [box.right, y(value)]], // prettier-ignore
      value === strong ? { stroke: 'ink', width: 2 } : { stroke: 'line', width: 1 },
    ),
    text(box.left - u * 0.5, y(value) + u * 0.35, said, u, { anchor: 'end' }),
  ]);
}

export function acrossTicks(axis, box, u) {
  const x = across(axis, box);
  return axis.ticks.flatMap(([value, said]) => [
    line([[x(value), box.bottom], [x(value), box.bottom + u * 0.4]], { stroke: 'soft', width: 1 }), // prettier-ignore
    text(x(value), box.bottom + u * 1.5, said, u, { anchor: 'middle' }),
  ]);
}
