// Answer 2: a hundred figures, each in the city where it does better; then every group as a bar of three parts.
import { circle, label, legend, mark, rect, text } from './shapes.js';

const SIDE = 10; // figures in a row
const NARROW = 900; // px below which groups stand beneath the figures

export function drawWho(picture, w, h, u) {
  const beside = w >= NARROW;
  const size = beside ? Math.min(h - 0.5 * u, w * 0.34) : Math.min(w, h * 0.4);
  const left = beside ? size + 2.5 * u : 0;
  const top = beside ? 0 : size + u;
  return [
    ...figures(picture.all, size),
    ...drawLegend(picture.words, left, top + u, u),
    ...drawRows(picture.rows, { left, top: top + 2.4 * u, w: w - left, h: h - top - 2.4 * u, u }),
  ];
}

// One figure, whose side is 'A', 'B' or neither.
export function figures([a, b], size) {
  const step = size / SIDE;
  return Array.from({ length: SIDE * SIDE }, (_, i) => {
    const [x, y] = [((i % SIDE) + 0.5) * step, (Math.floor(i / SIDE) + 0.5) * step];
    if (i < a) return mark('A', x, y, step * 0.34, { side: 'A' });
    if (i >= SIDE * SIDE - b) return mark('B', x, y, step * 0.34, { side: 'B' });
    return circle(x, y, step * 0.3, { stroke: 'soft', width: step * 0.06, side: 'equal' });
  });
}

function drawLegend(words, x, y, u) {
  const entries = [
    { said: words.a, shape: (cx, cy) => mark('A', cx, cy, u * 0.42) },
    { said: words.equal, shape: (cx, cy) => circle(cx, cy, u * 0.36, { stroke: 'soft', width: 3 }) },
    { said: words.b, shape: (cx, cy) => mark('B', cx, cy, u * 0.42) },
  ];
  return legend(entries, x, y, u);
}

function drawRows(rows, { left, top, w, h, u }) {
  const step = h / Math.max(rows.length, 1);
  const size = Math.min(u, step * 0.72);
  const start = left + Math.min(w * 0.42, 11 * u);
  const width = w - (start - left);
  return rows.flatMap((row, i) => {
    const y = top + (i + 0.5) * step;
    return [
      ...label(left, y, row.label, start - left - u * 0.5, size),
      ...bar(row.counts, start, y, width, step),
    ];
  });

  function bar([a, b, equal], x, y, full, high) {
    const [thick, part] = [high * 0.78, full / 100];
    const piece = (from, count, style) => rect(x + from * part, y - thick / 2, count * part, thick, style);
    const said = (at, count, style) =>
      count * part > size * 1.6
        ? [text(x + at * part, y + size * 0.35, count, size, { anchor: 'middle', ...style })]
        : [];
    return [
      piece(0, a, { fill: 'A' }),
      piece(a, equal, { fill: 'empty' }),
      piece(a + equal, b, { fill: 'B' }),
      ...said(a / 2, a, { fill: 'ground', weight: 700 }),
      ...said(a + equal / 2, equal, {}),
      ...said(a + equal + b / 2, b, { fill: 'ground', weight: 700 }),
    ];
  }
}
