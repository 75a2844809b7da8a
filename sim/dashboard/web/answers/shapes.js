// What pictures of answers are made of: paths and texts, drawn as SVG on the page and on a canvas when taken away.
// ``u`` is the height of a label in pixels; colours are names of the palette.
import { CITY } from '../style.js';

const WIDE = 0.54; // of the height of a letter, on average
const CORNERS = {
  triangle: [0, -1.15, 1.1, 0.85, -1.1, 0.85],
  diamond: [0, -1.25, 1.15, 0, 0, 1.25, -1.15, 0],
};

export const COLOURS = {
  A: '--tc-a',
  B: '--tc-b',
  C: '--tc-c',
  ink: '--tc-ink',
  soft: '--tc-soft',
  line: '--tc-line',
  ground: '--tc-ground',
  empty: '--tc-empty',
};

export function path(d, style) {
  return { d, fill: 'none', stroke: 'none', width: 0, opacity: 1, dash: '', ...style };
}

export function rect(x, y, w, h, style) {
  return path(`M${r(x)} ${r(y)}h${r(w)}v${r(h)}h${r(-w)}z`, style);
}

export function line(points, style) {
  return path(pathOf(points), { stroke: 'ink', width: 2, ...style });
}

export function pathOf(points) {
  return points.map(([x, y], i) => `${i ? 'L' : 'M'}${r(x)} ${r(y)}`).join('');
}

export function circle(x, y, radius, style) {
  const half = r(radius); // two arcs that end where they should: their ends are exactly two radii apart
  const d = `M${r(x) - half} ${r(y)}a${half} ${half} 0 1 0 ${2 * half} 0a${half} ${half} 0 1 0 ${-2 * half} 0z`;
  return path(d, style);
}

// A city's own symbol: never its colour alone.
export function mark(letter, x, y, radius, style) {
  const { symbol } = CITY[letter];
  if (symbol === 'disc') return circle(x, y, radius, { fill: letter, ...style });
  const corners = CORNERS[symbol];
  const points = [];
  for (let i = 0; i < corners.length; i += 2) {
    points.push([x + radius * corners[i], y + radius * corners[i + 1]]);
  }
  return path(`${pathOf(points)}z`, { fill: letter, ...style });
}

export function text(x, y, said, size, style) {
  return { text: String(said), x, y, size, fill: 'ink', weight: 400, anchor: 'start', opacity: 1, ...style };
}

// About how wide ``said`` is.
export function widthOf(said, size) {
  return String(said).length * size * WIDE;
}

// ``said`` in lines that fit into ``width``; what is left over after ``most`` lines is cut.
export function lines(said, width, size, most = 2) {
  const letters = Math.max(4, Math.floor(width / (size * WIDE)));
  const found = [''];
  for (const word of said.split(' ')) {
    const longer = [found.at(-1), word].filter(Boolean).join(' ');
    if (longer.length <= letters || !found.at(-1)) found[found.length - 1] = longer;
    else found.push(word);
  }
  const kept = found.slice(0, most);
  if (found.length > most) kept[most - 1] += '…';
  return kept.map(one => (one.length > letters ? `${one.slice(0, letters - 1)}…` : one));
}

export function label(x, y, said, width, size, style) {
  const found = lines(said, width, size);
  const top = y - ((found.length - 1) * size * 1.1) / 2;
  return found.map((one, i) => text(x, top + i * size * 1.1 + size * 0.35, one, size, style));
}

// From values to pixels.
export function scale(low, high, from, to) {
  const span = high - low || 1;
  return value => from + ((value - low) / span) * (to - from);
}

// Squares or symbols with their meaning, in one row; returns the shapes.
export function legend(entries, x, y, size) {
  const shapes = [];
  let at = x;
  for (const { said, shape } of entries) {
    shapes.push(...[shape(at + size / 2, y)].flat(), text(at + size * 1.3, y + size * 0.35, said, size));
    at += size * 2.2 + widthOf(said, size);
  }
  return shapes;
}

export function swatch(fill, size, style) {
  return (x, y) => rect(x - size / 2, y - size / 2, size, size, { fill, ...style });
}

function r(value) {
  return Math.round(value * 10) / 10;
}
