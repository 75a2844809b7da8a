// The paired runs behind the sentence: thin lines for a moment, then one symbol a run, filled or hollow.
import { readFrame, seriesOf } from './frame.js';
import { alignText, setFont } from './lettering.js';
import { strokeCity } from './lines.js';
import { drawSymbol } from './style.js';

export const RUN_LINES_FOR = 3000; // ms

export function readRuns(view) {
  if (!view || !view.byteLength) return null;
  const frame = readFrame(view);
  const [count, , months] = frame.shapes.runs;
  return {
    letters: frame.letters,
    outcome: frame.outcomes[0],
    every: frame.every,
    count,
    months,
    values: frame.arrays.runs,
  };
}

function runSeries(runs, run, letter) {
  const start = (run * runs.letters.length + runs.letters.indexOf(letter)) * runs.months;
  return runs.values.subarray(start, start + runs.months);
}

export function drawRunLines(g, pen, runs, letters, x, y, width) {
  for (const letter of letters) {
    for (let run = 0; run < runs.count; run++) {
      g.beginPath();
      runSeries(runs, run, letter).forEach((value, month) => {
        if (Number.isFinite(value)) g.lineTo(x((month + 1) * runs.every), y(value));
      });
      strokeCity(g, pen, letter, width, { alpha: 0.6 });
    }
  }
}

const HIGHER = [
  { letter: 'A', place: 'higher', holds: at => at('A') > at('B') },
  { letter: 'B', place: 'higher', holds: at => at('B') > at('A') },
];
const isAbove = at => at('C') > Math.max(at('A'), at('B'));
const isBelow = at => at('C') < Math.min(at('A'), at('B'));
const PLACES_OF_C = [
  { letter: 'C', place: 'above', holds: isAbove },
  { letter: 'C', place: 'between', holds: at => !isAbove(at) && !isBelow(at) },
  { letter: 'C', place: 'below', holds: isBelow },
];

function monthOf(runs, week) {
  return Math.min(runs.months - 1, Math.max(0, Math.ceil(week / runs.every) - 1));
}

// In how many runs the level is higher in the city named; with a room's city, in how many it lies where.
export function countRuns(runs, letters, week) {
  const month = monthOf(runs, week);
  const level = (letter, run) => runSeries(runs, run, letter)[month];
  const found = letters.includes('C') ? PLACES_OF_C : HIGHER;
  const counted = found.map(({ letter, place, holds }) => {
    const filled = Array.from({ length: runs.count }, (_, run) => holds(name => level(name, run)));
    return { letter, place, filled: filled.filter(Boolean).length, count: runs.count };
  });
  return counted.reduce((best, one) => (one.filled > best.filled ? one : best));
}

export function tellRuns(counted, words) {
  const frame = counted.filled ? words[`runs_${counted.place}`] : words.runs_equal;
  return frame
    .replace('{letter}', counted.letter)
    .replace('{k}', counted.filled)
    .replace('{n}', counted.count);
}

// Joins the count to the sentence, which calls a difference too small to matter about equal; empty for one that is not.
export function tellWithin(runs, letters, week, outcome, words) {
  if (letters.includes('C')) return '';
  const month = monthOf(runs, week);
  const gaps = Array.from({ length: runs.count }, (_, run) => {
    return runSeries(runs, run, 'A')[month] - runSeries(runs, run, 'B')[month];
  }).filter(Number.isFinite);
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const isSmall = gaps.some(Boolean) && Math.abs(mean) < outcome.material;
  return isSmall ? words.runs_within.replace('{least}', outcome.least) : '';
}

// The count, and what joins it to the sentence where there is something to join.
export function partsTold({ runs, letters, now, outcome, words }) {
  const told = tellRuns(countRuns(runs, letters, now), words);
  return [told, tellWithin(runs, letters, now, outcome, words)].filter(Boolean);
}

export function drawRunDots(g, pen, plan, scene, axis, x) {
  const { runs, letters, now } = scene;
  const { unit, small } = plan;
  const { inner } = axis;
  const counted = countRuns(runs, letters, now);
  const left = x(0) + unit * 0.7;
  const room = inner.x + inner.w - left - unit * 0.6;
  const pitch = Math.min(unit * 0.95, room / counted.count);
  setFont(g, pen, small, 600);
  const lines = linesOf(g, partsTold(scene), room);
  const tall = small * 1.25 * lines.length + pitch * 1.25;
  const top = freeTop(scene, axis, unit, tall);
  const widths = lines.map(line => g.measureText(line).width);
  const wide = Math.max(...widths, pitch * counted.count) + unit * 0.6;
  g.globalAlpha = 0.9;
  g.fillStyle = pen.ground;
  g.fillRect(left - unit * 0.3, top - unit * 0.1, wide, tall);
  g.globalAlpha = 1;
  g.fillStyle = pen.ink;
  alignText(g, 'left', 'top');
  lines.forEach((line, row) => g.fillText(line, left, top + small * 1.25 * row));
  const y = top + small * 1.25 * lines.length + pitch * 0.6;
  for (let i = 0; i < counted.count; i++) {
    const hollow = i >= counted.filled;
    drawSymbol(g, pen, counted.letter, left + pitch * (i + 0.5), y, pitch * 0.34, hollow);
  }
}

// One line where it fits, else two.
function linesOf(g, parts, room) {
  const together = parts.join(', ');
  const [first, ...rest] = parts;
  return rest.length && g.measureText(together).width > room ? [`${first},`, ...rest] : [together];
}

// Where the dots cover least of the lines: above or below them, or in a strip of their own beside a cut axis.
function freeTop({ frame, outcome, letters }, { inner, strip, y }, unit, tall) {
  if (strip) return inner.y - strip + unit * 0.2;
  const heights = letters.flatMap(letter => {
    const since = seriesOf(frame, letter, outcome.id).subarray(-frame.first);
    return Array.from(since).filter(Number.isFinite).map(y);
  });
  const bottom = inner.y + inner.h;
  const high = Math.min(...heights) - inner.y < bottom - Math.max(...heights);
  return high ? bottom - tall - unit * 0.4 : inner.y + unit * 0.4;
}
