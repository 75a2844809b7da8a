// Answer 1: a bar a part, its range from first in to last in behind it; beside them the square of two parts.
import { label, legend, line, rect, scale, swatch, text } from './shapes.js';

const NARROW = 900; // px below which the square has no room beside the bars

export function drawWhy(picture, w, h, u) {
  const aside = picture.square && w >= NARROW ? Math.min(w * 0.3, h * 0.9) : 0;
  const barsWidth = w - (aside ? aside + 3 * u : 0);
  const below = h - 2.2 * u;
  return [
    ...drawBars(picture, barsWidth, below, u),
    ...drawLegend(picture.words, barsWidth, h - u, u),
    ...(aside ? drawSquare(picture, w - aside, aside, below, u) : []),
  ];
}

function drawBars({ bars }, w, h, u) {
  const left = Math.min(w * 0.3, 8 * u);
  const right = w - 8.5 * u;
  const ends = bars.flatMap(({ low, high, first, last, share }) => [low, high, first, last, share]);
  const x = scale(Math.min(0, ...ends), Math.max(0, ...ends), left, right);
  const step = h / bars.length;
  const rows = bars.flatMap((bar, i) => drawBar(bar, { x, y: (i + 0.5) * step, step, left, right, u }));
  return [...rows, line([[x(0), 0], [x(0), h]], { stroke: 'ink', width: 2 })]; // prettier-ignore
}

function drawBar(bar, { x, y, step, left, right, u }) {
  const side = bar.share >= 0 ? 'A' : 'B';
  const thick = Math.min(step * 0.5, 2.4 * u);
  const [from, to] = [Math.min(bar.first, bar.last), Math.max(bar.first, bar.last)];
  return [
    ...label(0, y, bar.label, left - u, u, { weight: 700 }),
    rect(x(from), y - thick * 0.75, x(to) - x(from), thick * 1.5, { fill: side, opacity: 0.22 }),
    rect(Math.min(x(0), x(bar.share)), y - thick / 2, Math.abs(x(bar.share) - x(0)), thick, { fill: side }),
    line([[x(bar.low), y], [x(bar.high), y]], { stroke: 'ink', width: Math.max(2, u / 8) }), // prettier-ignore
    text(right + u * 0.7, y + u * 0.35, [bar.text, bar.percent].filter(Boolean).join(' · '), u * 1.1, {
      weight: 700,
    }),
  ];
}

function drawLegend(words, w, y, u) {
  const half = swatch('A', u * 0.8, { opacity: 0.22 });
  const entries = [
    { said: words.raises, shape: swatch('A', u * 0.8) },
    { said: words.lowers, shape: swatch('B', u * 0.8) },
    { said: words.range, shape: half },
  ];
  return w < NARROW * 0.7 ? [] : legend(entries, 0, y, Math.min(u, w / 44));
}

function drawSquare({ square, words }, left, w, h, u) {
  const size = Math.min((w - 2.2 * u) / 2, (h - 5 * u) / 2);
  const [x0, y0] = [left + 2.2 * u, 4.6 * u];
  const low = Math.min(...square.values);
  const span = Math.max(...square.values) - low || 1;
  const cells = square.values.flatMap((value, i) => {
    const [x, y] = [x0 + (i % 2) * size, y0 + Math.floor(i / 2) * size];
    const fill = { fill: 'soft', opacity: 0.1 + (0.45 * (value - low)) / span };
    return [
      rect(x, y, size - 4, size - 4, fill),
      text(x + size / 2, y + size / 2 + u * 0.4, square.texts[i], u * 1.3, { weight: 700, anchor: 'middle' }),
    ];
  });
  const middle = { anchor: 'middle', weight: 700 };
  const ends = ['B', 'A'];
  return [
    ...label(left, u, words.square, w, u * 0.95),
    text(x0 + size, y0 - 1.5 * u, square.across, u, middle),
    ...ends.map((one, i) => text(x0 + (i + 0.5) * size, y0 - 0.35 * u, one, u, { fill: one, ...middle })),
    ...ends.map((one, i) => text(x0 - u * 0.8, y0 + (i + 0.5) * size, one, u, { fill: one, ...middle })),
    text(x0 + size, y0 + 2 * size + u, square.down, u, middle),
    ...cells,
  ];
}
