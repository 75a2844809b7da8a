// Answer 3: both cities' values under each set of assumptions; beneath, the sampled assumptions as a bar of three parts.
import { label, line, mark, rect, scale, text } from './shapes.js';

export function drawAssumed(picture, w, h, u) {
  const sample = Math.max(4.4 * u, h * 0.2);
  return [...drawRows(picture.rows, w, h - sample - u, u), ...drawShares(picture, w, h - sample, sample, u)];
}

function drawRows(rows, w, h, u) {
  const values = rows.flatMap(({ a, b }) => [a, b]);
  const left = Math.min(w * 0.32, 13 * u);
  const right = w - Math.min(w * 0.26, 9 * u);
  const x = scale(Math.min(...values), Math.max(...values), left + 2.4 * u, right - 2.4 * u);
  const step = h / rows.length;
  return rows.flatMap((row, i) => {
    const y = (i + 0.5) * step;
    return [
      ...label(0, y, row.label, left - u * 0.5, u, { weight: row.chosen ? 700 : 400 }),
      line([[left, y], [right, y]], { stroke: 'line', width: 1 }), // prettier-ignore
      line([[x(row.a), y], [x(row.b), y]], { stroke: 'soft', width: u * 0.16 }), // prettier-ignore
      ...drawCity('A', x(row.a), y, row.a_text, row.a <= row.b, u),
      ...drawCity('B', x(row.b), y, row.b_text, row.a > row.b, u),
      ...label(right + u * 0.6, y, row.word, w - right - u * 0.6, u),
    ];
  });
}

// A value stands outside of the two symbols.
function drawCity(letter, x, y, said, isLeft, u) {
  const style = { fill: letter, weight: 700, anchor: isLeft ? 'end' : 'start' };
  return [
    mark(letter, x, y, u * 0.48),
    text(x + (isLeft ? -0.75 : 0.75) * u, y + u * 0.38, said, u * 1.1, style),
  ];
}

function drawShares({ shares, sample, words }, w, top, h, u) {
  const [y, thick] = [top + 1.9 * u, Math.min(h - 2 * u, 2.6 * u)];
  const fills = { A: { fill: 'A' }, close: { fill: 'empty' }, B: { fill: 'B' } };
  const shapes = [text(0, top + u, sample, u)];
  let at = 0;
  for (const { side, percent, text: written } of shares) {
    const width = (w * percent) / 100;
    shapes.push(rect(at, y, width, thick, fills[side]));
    const names = side === 'close' ? [`${words.close} ${written}`, written] : [`${side} ${written}`];
    const said = names.find(one => width > one.length * u * 0.56);
    const style = { anchor: 'middle', weight: 700, fill: side === 'close' ? 'ink' : 'ground' };
    if (said) shapes.push(text(at + width / 2, y + thick / 2 + u * 0.35, said, u, style));
    at += width;
  }
  return shapes;
}
