// Answer 4: the assumptions that turn the sign, nearest first, each on the line of its whole range.
import { circle, label, line, lines, text } from './shapes.js';

const APART = 1.4; // from line to line, in heights of a letter
const HANDLE = 17; // px from the middle of a slider's handle to its edge, on the page

// Where the line of each row lies: the sliders of the page lie on them.
export function tracks(picture, w, h, u) {
  const left = Math.min(w * 0.36, 17 * u);
  const step = stepOf(picture, h, u);
  return picture.rows.map((_, i) => ({ x: left, y: (i + 0.5) * step, w: w - left - 2 * u }));
}

function stepOf({ rows, missing }, h, u) {
  return Math.min(h / Math.max(rows.length + missing.length, 1), 9 * u);
}

export function drawFlip(picture, w, h, u) {
  const places = tracks(picture, w, h, u);
  const step = stepOf(picture, h, u);
  const first = picture.rows.length + 0.5;
  return [
    ...picture.rows.flatMap((row, i) => drawRow(row, picture.words, places[i], u)),
    ...picture.missing.flatMap((one, i) => drawMissing(one, (first + i) * step, w, u)),
  ];
}

function drawRow(row, words, { x, y, w }, u) {
  const at = part => x + part * w;
  const share = `${row.sort} · ${row.distance} ${words.share}`;
  const anchorOf = part => (part < 0.12 ? 'start' : part > 0.88 ? 'end' : 'middle');
  return [
    ...named(y, row.label, share, x - 1.5 * u, u),
    line([[x, y], [x + w, y]], { stroke: 'line', width: u * 0.3 }), // prettier-ignore
    line([[at(row.start), y], [at(row.there), y]], { stroke: 'ink', width: u * 0.3 }), // prettier-ignore
    line([[at(row.there), y - u * 1.1], [at(row.there), y + u * 0.5]], { width: u * 0.14 }), // prettier-ignore
    text(at(row.there), y - u * 1.4, `${words.there} ${row.to_text}`, u, {
      weight: 700,
      anchor: anchorOf(row.there),
    }),
    circle(at(row.now), y, u * 0.5, { fill: 'ground', stroke: 'ink', width: u * 0.16 }),
    text(at(row.now), y + Math.max(u * 1.75, HANDLE + u), `${words.now} ${row.now_text}`, u, {
      anchor: anchorOf(row.now),
    }),
    text(x, y + u * 2.9, row.low_text, u * 0.95, { fill: 'soft' }),
    text(x + w, y + u * 2.9, row.high_text, u * 0.95, { fill: 'soft', anchor: 'end' }),
  ];
}

// What a row is about, and of what kind it is, one below the other however many lines each takes.
function named(y, title, kind, width, u) {
  const bold = lines(title, width, u * 1.15).map(said => [said, u * 1.15, { weight: 700 }]);
  const all = [...bold, ...lines(kind, width, u).map(said => [said, u])];
  const top = y - ((all.length - 1) / 2) * APART * u;
  return all.map(([said, size, style], i) => text(0, top + (i * APART + 0.35) * u, said, size, style));
}

// A kind of which none turns it.
function drawMissing({ label: kind, text: said }, y, w, u) {
  const left = Math.min(w * 0.36, 17 * u);
  return [...label(0, y, kind, left - 1.5 * u, u), text(left, y + u * 0.35, said, u, { fill: 'soft' })];
}
